import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** The publications that the search index does not have yet, by their acts, the oldest first. */
export async function listWaiting(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select act_id as id from search_waiting order by at, act_id limit 100`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Takes out everything that waits, and tells readers that the index is another. Answers whether anything waited. */
export async function takeWaiting(tx: Tx): Promise<boolean> {
  const { rows } = await sql`delete from search_waiting returning act_id`.execute(tx);
  if (rows.length > 0) await sql`update catalogue set revision = revision + 1`.execute(tx);
  return rows.length > 0;
}
