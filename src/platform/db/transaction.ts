import { once } from 'node:events';
import { AbortedTransactionError } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { isRefusal } from '../../domain/refusal.ts';
import { type Acting, type Beginning, TransactionConnection } from './connection.ts';
import { type Tx, transactionOn } from './dialect.ts';
import { fromDatabase } from './revision.ts';
import { DatabaseUnavailable } from './unavailable.ts';

export type { Tx } from './dialect.ts';

/**
 * Runs something in one transaction: committed when it answers, taken back when it throws or answers with a refusal (which is handed on, and changes
 * nothing also when it was made after a write, or because a constraint was violated). `read` sees one unchanging moment and cannot write.
 * `acting`: on whose behalf; without, row-level security lets through what anybody may see.
 */
export type Transact = <T>(mode: 'read' | 'write', run: (tx: Tx) => Promise<T>, acting?: Acting) => Promise<T>;

/**
 * The transactions of a pool, and how to end it: running transactions are waited for, and every connection is closed when it resolves. `once`: of
 * exactly one statement, which is a transaction by itself. Whatever `run` does or answers afterwards takes nothing back; a second statement throws.
 * The pool must be in pipeline mode. One that transactions begin on is read-only by default: then a statement whose `start transaction` was lost
 * cannot write. `once` that is to write takes one that is not. `of`: stands for the
 * database, for what is remembered of it (`databaseOf`); the pool itself where no other pool is to the same.
 */
export function transactions(pool: Pool, of: object = pool): { transaction: Transact; once: Transact; end(): Promise<void> } {
  const prepared = new Map<string, string>();
  const open = async (beginning: Beginning) => new TransactionConnection(await connected(pool), prepared, beginning);
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
    transaction: async (mode, run, acting) => runIn(await open({ mode, single: false, acting }), of, run),
    once: async (mode, run) => runIn(await open({ mode, single: true }), of, run),
    end,
  };
}

function connected(pool: Pool): Promise<PoolClient> {
  return pool.connect().catch((error: unknown) => {
    throw new DatabaseUnavailable(error);
  });
}

async function runIn<T>(connection: TransactionConnection, of: object, run: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    const answer = await run(fromDatabase(of, transactionOn(connection)));
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
