import { once } from 'node:events';
import { AbortedTransactionError } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { isRefusal } from '../../domain/refusal.ts';
import { type Beginning, TransactionConnection } from './connection.ts';
import { type Tx, transactionOn } from './dialect.ts';
import { fromDatabase } from './revision.ts';
import { noteOpened } from './shared-question.ts';
import type { Transact } from './transact.ts';
import { DatabaseUnavailable } from './unavailable.ts';

export type { Tx } from './dialect.ts';
export type { Transact } from './transact.ts';

/**
 * The transactions of a pool, and how to end it: running transactions are waited for, and every connection is closed when it resolves. `once`: of
 * exactly one statement, which is a transaction by itself. Whatever `run` does or answers afterwards takes nothing back; a second statement throws.
 * The pool must be in pipeline mode. One that transactions begin on is read-only by default: then a statement whose `start transaction` was lost
 * cannot write. `once` that is to write takes one that is not. `of`: stands for the
 * database, for what is remembered of it (`databaseOf`); the pool itself where no other pool is to the same.
 */
export function transactions(pool: Pool, of: object = pool): { transaction: Transact; once: Transact; end(): Promise<void> } {
  const prepared = new Map<string, string>();
  const runIn = async <T>(run: (tx: Tx) => Promise<T>, beginning: Beginning): Promise<T> =>
    runOn(new TransactionConnection(() => connected(pool), prepared, beginning), (connection) => {
      const tx = fromDatabase(of, transactionOn(connection));
      noteOpened(tx, { of, acting: beginning.acting, isUntouched: () => connection.isUntouched, once: alone });
      return run(tx);
    });
  const alone: Transact = (mode, run) => runIn(run, { mode, single: true });
  let count = 0;
  pool.on('connect', () => count++);
  pool.on('remove', () => count--);
  const close = async () => {
    await pool.end();
    while (count > 0) await once(pool, 'remove');
  };
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= close();
    return ended;
  };
  return {
    transaction: (mode, run, acting) => runIn(run, { mode, single: false, acting }),
    once: alone,
    end,
  };
}

function connected(pool: Pool): Promise<PoolClient> {
  return pool.connect().catch((error: unknown) => {
    throw new DatabaseUnavailable(error);
  });
}

async function runOn<T>(connection: TransactionConnection, run: (connection: TransactionConnection) => Promise<T>): Promise<T> {
  try {
    const answer = await run(connection);
    if (isRefusal(answer)) await connection.rollback();
    else await connection.commit();
    return answer;
  } catch (error) {
    if (!(error instanceof AbortedTransactionError)) await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}
