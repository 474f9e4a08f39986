import { createPool, type Login } from './connect.ts';
import { type Tx, transactions } from './transaction.ts';

/** Runs `run` in one transaction as the owner, on a connection of its own: loading data, which the app role may not do. `of` as `transactions` has it. */
export async function ownerTransaction<T>(owner: Login, run: (tx: Tx) => Promise<T>, of?: object): Promise<T> {
  const { transaction, end } = transactions(
    createPool(owner, { max: 1 }, () => undefined),
    of,
  );
  try {
    return await transaction('write', run);
  } finally {
    await end();
  }
}
