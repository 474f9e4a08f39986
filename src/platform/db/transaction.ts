import { once } from 'node:events';
import { type Dialect, Kysely, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import { isRefusal } from '../../domain/refusal.ts';
import { pipelinedDialect } from './dialect.ts';
import type { DB } from './schema.ts';

/** An open transaction. The only way to the database that a feature is ever given. */
export type Tx = Transaction<DB>;

/** `read` sees one unchanging moment and cannot write. */
type TransactionMode = 'read' | 'write';

/** Runs something in one transaction: committed when it answers, taken back when it throws or answers with a refusal (which is handed on). */
export type Transact = <T>(mode: TransactionMode, run: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * The transactions of a pool, and how to end it: running transactions are waited for, and every connection is closed when it resolves. `once`: of
 * exactly one statement, which is committed as it is sent. Whatever `run` does or answers afterwards takes nothing back; a second statement throws.
 */
export function transactions(pool: Pool): { transaction: Transact; once: Transact; end(): Promise<void> } {
  const prepared = new Map<string, string>();
  const begin = beginnings(pipelinedDialect(pool, { prepared }));
  const beginSingle = beginnings(pipelinedDialect(pool, { prepared, single: true }));
  let open = 0;
  pool.on('connect', () => open++);
  pool.on('remove', () => open--);
  const close = async () => {
    await pool.end();
    while (open > 0) await once(pool, 'remove');
  };
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= close();
    return ended;
  };
  return {
    transaction: (mode, run) => takingBackRefusals((attempt) => begin[mode].execute(attempt), run),
    once: (mode, run) => beginSingle[mode].execute(run),
    end,
  };
}

function beginnings(dialect: Dialect) {
  const kysely = new Kysely<DB>({ dialect });
  return {
    read: kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only'),
    write: kysely.transaction().setAccessMode('read write'),
  };
}

/** A refusal changes nothing, also when it was made after a write, or because a constraint was violated and spoilt the transaction. */
async function takingBackRefusals<T>(execute: (attempt: (tx: Tx) => Promise<T>) => Promise<T>, run: (tx: Tx) => Promise<T>): Promise<T> {
  const taken: { back?: T } = {};
  try {
    return await execute(async (tx) => {
      const answer = await run(tx);
      if (!isRefusal(answer)) return answer;
      taken.back = answer;
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack && taken.back !== undefined) return taken.back;
    throw error;
  }
}

/** Never seen outside: it only makes the transaction roll back. */
class TakenBack extends Error {}
