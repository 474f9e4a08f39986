import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { loadSigningKey, proveConsistency, proveInclusion } from '../../src/platform/audit/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { openDatabase } from '../../src/platform/db/index.ts';
import { sessionReader } from '../../src/platform/identity/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { startBenchDatabase } from '../database.ts';
import type { Options } from '../options.ts';
import { runToEnd } from '../processes.ts';
import { fillLog } from './million.ts';
import { SESSIONS, secretOf } from './people.ts';
import { benchKeys } from './reads.ts';

/** Times of single questions in milliseconds: the one in the middle, and what 95 of 100 take at most. */
export type Times = { readonly p50: number; readonly p95: number };

/** The command that verifies a log of so many events, its start included, in seconds; and proofs in that log. */
export type LogFigures = { readonly events: number; readonly verify: number; readonly inclusion: Times; readonly consistency: Times };

const MILLION = 1_000_000;
const QUESTIONS = 300;

/** Fills a database of its own and measures. */
export async function measureLog(options: Options): Promise<LogFigures> {
  const events = options.quick ? MILLION / 10 : MILLION;
  const server = await startBenchDatabase();
  try {
    const env = { ...server.env, ...benchKeys() };
    const config = readConfig(env);
    const key = Array.isArray(config) ? undefined : await loadSigningKey({ given: config.auditSigningKey, folder: '' });
    if (Array.isArray(config) || !key) throw new Error('the configuration has faults');
    const database = await openDatabase(config, createLog('warn'));
    try {
      await database.asOwner((tx) => fillLog(tx, events, key));
      await server.query('vacuum analyze');
      const began = performance.now();
      await runToEnd([...options.program.slice(0, -1), join(dirname(options.program.at(-1) ?? ''), 'cli.js'), 'audit', 'verify'], env);
      const verify = (performance.now() - began) / 1000;
      return await database.asOwner(async (tx) => {
        const { rows: sizes } = await sql<{
          size: number;
        }>`select size from audit_checkpoint order by md5(size::text) limit ${QUESTIONS}`.execute(tx);
        const { rows: ids } = await sql<{
          id: string;
        }>`select event_id as id from audit_leaf order by md5(position::text) limit ${QUESTIONS}`.execute(tx);
        const inclusion = await timesOf(ids, ({ id }) => proveInclusion(tx, id));
        const consistency = await timesOf(sizes, ({ size }) => proveConsistency(tx, size, events));
        return { events, verify, inclusion, consistency };
      });
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}

/** Finding out who asks, from the secret of a session: one at a time, on the database that `bench/audited-prepare.ts` has filled. */
export async function measureSessions(env: Readonly<Record<string, string>>): Promise<Times> {
  const config = readConfig(env);
  if (Array.isArray(config)) throw new Error('the configuration has faults');
  const database = await openDatabase(config, createLog('warn'));
  try {
    const read = sessionReader({ database, clock: systemClock });
    return await timesOf(
      Array.from({ length: QUESTIONS }, (_, n) => secretOf(n % SESSIONS)),
      read,
    );
  } finally {
    await database.close();
  }
}

async function timesOf<Item>(items: readonly Item[], ask: (item: Item) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (const item of items) {
    const began = performance.now();
    if ((await ask(item)) === undefined) throw new Error('a question without an answer');
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
