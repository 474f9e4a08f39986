import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/**
 * What can be held, and the number that keeps its ids apart from those of other kinds. The number of a draft stands in migration 0023 too.
 * A `register` lock is on a unit or an organisation.
 */
const classes = {
  register: 8,
  account: 9,
  'audit-sample': 10,
  emergency: 11,
  'agreement-watch': 12,
  draft: 17,
  consultation: 19,
  'follow-up': 20,
  'planned-change': 21,
  'non-compliance': 22,
  membership: 25,
  plan: 35,
} as const;

/**
 * Holds something until the transaction is done: whoever else wants to hold it waits. With `shared`, others may hold it in the same way at the same time,
 * and only who wants it alone waits. Several are held in the order of their ids, so that nobody waits for each other.
 */
export async function lockSubject(tx: Tx, kind: keyof typeof classes, id: string, { shared = false } = {}): Promise<void> {
  const lock = sql.raw(shared ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  await sql`select ${lock}(hashtextextended(${id}, ${classes[kind]}))`.execute(tx);
}
