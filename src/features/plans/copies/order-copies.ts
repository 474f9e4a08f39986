import { newId, type Tx } from '../../../platform/index.ts';
import { insertCopy, listUnitsToCopy } from './copies.sql.ts';

/**
 * Orders the copies of a version that has just been established, in the same transaction: one for each unit that takes part, and the person's own. What each may
 * hold is decided when it is made.
 */
export async function orderCopies(
  tx: Tx,
  plan: string,
  { id: version, number }: { readonly id: string; readonly number: number },
  account: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const to of [undefined, ...(await listUnitsToCopy(tx, plan))]) {
    await insertCopy(tx, plan, { id: newId(now), version, number, attempt: 1, to }, account, now);
  }
}
