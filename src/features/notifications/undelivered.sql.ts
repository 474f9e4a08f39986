import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/**
 * A notice (or a digest: an e-mail that reminds) that reached nobody. `reason` is a code; `attempts` is null when that is no longer known. Neither content
 * nor receivers leave the database.
 */
export type UndeliveredRow = {
  readonly id: string;
  readonly what: 'notice' | 'digest';
  /** The kind of notice; null for a digest. */
  readonly kind: string | null;
  readonly organisation: string;
  readonly since: Temporal.Instant;
  readonly failed_at: Temporal.Instant | null;
  readonly attempts: number | null;
  readonly reason: string;
};

/** What reached nobody at the organisation, or in the county, that whoever acts administers: the latest first. */
export async function listUndeliveredTo(tx: Tx, today: Temporal.PlainDate, most: number): Promise<UndeliveredRow[]> {
  const { rows } = await sql<UndeliveredRow>`
    select u.id, u.what, u.kind, coalesce(o.name, '') as organisation, u.since, u.failed_at, u.attempts, u.reason
    from undelivered() u left join organisation_version o on o.organisation_id = u.organisation_id and o.valid @> ${today}::date
    order by u.failed_at desc nulls last, u.id limit ${most}`.execute(tx);
  return rows;
}

/** How much of it there is. */
export async function countUndelivered(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from undelivered()`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Lets one of them wait for delivery again. Undefined when it is not undelivered, or not theirs to see to. */
export async function deliverAgain(tx: Tx, id: string): Promise<Pick<UndeliveredRow, 'what' | 'kind' | 'reason'> | undefined> {
  const { rows } = await sql<Pick<UndeliveredRow, 'what' | 'kind' | 'reason'>>`select what, kind, reason from deliver_again(${id})`.execute(
    tx,
  );
  return rows[0];
}
