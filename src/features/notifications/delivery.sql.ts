import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/**
 * Delivers what an outbox row tells to all who are to be told, and marks it handled. Where nobody holds the role that is told,
 * those who administer the organisation are. Answers how many got it; undefined when it was handled before.
 */
export async function deliver(tx: Tx, outbox: string, now: Temporal.Instant): Promise<number | undefined> {
  const { rows } = await sql<{ given: number | null }>`select deliver_notices(${outbox}, ${now}) as given`.execute(tx);
  return rows[0]?.given ?? undefined;
}

/** Outbox rows that wait to be delivered and have no job, the oldest first. */
export async function listUndelivered(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select o.id from outbox o where o.handled_at is null
    and not exists (select from job.job j where j.name = 'deliver-notice' and j.id = o.id)
    order by o.created_at, o.id limit ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}
