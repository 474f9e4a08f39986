import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

export type NoteRow = {
  readonly number: number;
  readonly id: string;
  readonly plan: string;
  readonly meeting: string;
  readonly cipher: Buffer;
  readonly account: string;
  readonly at: Temporal.Instant;
};

/** The updates of the notes of a meeting that are for who acts to read, in the order they came. */
export async function listNoteUpdates(tx: Tx, plan: string, meeting: string): Promise<NoteRow[]> {
  const { rows } =
    await sql<NoteRow>`select number, id, plan_id as plan, meeting_id as meeting, bytes_cipher as cipher, account_id as account, at
    from plan_note_update where plan_id = ${plan} and meeting_id = ${meeting} order by number`.execute(tx);
  return rows;
}

/** An update by its id; undefined where it is not for who acts to read. */
export async function findNoteUpdate(tx: Tx, id: string): Promise<NoteRow | undefined> {
  const { rows } =
    await sql<NoteRow>`select number, id, plan_id as plan, meeting_id as meeting, bytes_cipher as cipher, account_id as account, at
    from plan_note_update where id = ${id}`.execute(tx);
  return rows[0];
}

export type NewNote = Pick<NoteRow, 'id' | 'plan' | 'meeting' | 'cipher'> & { readonly source: 'typed' | 'form' };

/** Keeps an update. Answers its number. */
export async function insertNoteUpdate(
  tx: Tx,
  { id, plan, meeting, cipher, source }: NewNote,
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{
    number: number;
  }>`insert into plan_note_update (id, plan_id, meeting_id, bytes_cipher, source, organisation_id, unit_id, account_id, at)
    values (${id}, ${plan}, ${meeting}, ${cipher}, ${source}, ${by.organisation}, ${by.unit}, ${by.account}, ${now}) returning number`.execute(
    tx,
  );
  return rows[0]?.number ?? 0;
}

/** The next moment at which what somebody reads of a plan may change by itself: a consent or a decision runs out, midnight. Undefined for whoever takes no part. */
export async function findNextTurn(tx: Tx, plan: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`select plan_next_turn(${plan}::uuid) as at`.execute(tx);
  return rows[0]?.at ?? undefined;
}

/** Tells every process of the program who is at a meeting in this one, when the transaction is committed. Kept nowhere. */
export async function tellAtMeeting(tx: Tx, told: object): Promise<void> {
  await sql`select pg_notify('live', ${JSON.stringify(told)})`.execute(tx);
}
