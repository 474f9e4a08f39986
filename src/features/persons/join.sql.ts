import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** What the database answers to joining two records. */
export type JoinAnswer = 'done' | 'person-not-found' | 'join-came-along' | 'join-protected' | 'join-speakers' | 'join-opens';

/** Which of two records of the same person is kept; undefined to whoever does not work with both. */
export async function findRecordToKeep(tx: Tx, one: string, other: string): Promise<string | undefined> {
  const { rows } = await sql<{ kept: string | null }>`select record_to_keep(${one}::uuid, ${other}::uuid) as kept`.execute(tx);
  return rows[0]?.kept ?? undefined;
}

/** Joins a record to the one that is kept, or answers why not. */
export async function joinRecords(tx: Tx, { going, kept, reason }: { going: string; kept: string; reason: Buffer }): Promise<JoinAnswer> {
  const { rows } = await sql<{ answer: JoinAnswer }>`select join_persons(${going}::uuid, ${kept}::uuid, ${reason}) as answer`.execute(tx);
  return rows[0]?.answer ?? 'person-not-found';
}

export type JoinRow = { readonly id: string; readonly at: Temporal.Instant; readonly unit: string; readonly reason_cipher: Buffer };

/** The records that have been joined to one, the first first, with where it was done. */
export async function listJoined(tx: Tx, kept: string): Promise<JoinRow[]> {
  const { rows } = await sql<JoinRow>`select j.joined_id as id, j.joined_at as at, coalesce(u.name, '') as unit, j.reason_cipher
    from person_join j
    left join lateral (select v.name from unit_version v where v.unit_id = j.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where j.kept_id = ${kept} order by j.joined_at, j.joined_id`.execute(tx);
  return rows;
}
