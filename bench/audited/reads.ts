import { generateKeyPairSync } from 'node:crypto';
import { newKey } from '../../src/platform/secrets/index.ts';
import { bundled } from '../bundle.ts';
import type { BenchDatabase } from '../database.ts';
import { type Ask, type Figures, measure, median } from '../measure.ts';
import type { Options } from '../options.ts';
import { runToEnd, startServer } from '../processes.ts';
import { checkChain } from './chain.ts';
import { personId, secretOf } from './people.ts';

/** Reads of a person's record by staff: ours, ours without the log, and the floor's, which has a log. */
export type AuditedReads = { readonly ours: Figures; readonly withoutLog: Figures; readonly floor: Figures };

/** The keys that a program needs to keep persons and seal its log. */
export function benchKeys(): Record<string, string> {
  const signing = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return { PERSON_KEYS: `k1:${newKey()}`, PERSON_HASH_KEY: newKey(), AUDIT_SIGNING_KEY: signing };
}

/**
 * Measures them by turns on a database with counties loaded. `env`: the database and the keys. Throws when a log lacks the row of an answer, or has one
 * of the program that is to have none.
 */
export async function measureReads(
  database: BenchDatabase,
  env: Readonly<Record<string, string>>,
  options: Options,
): Promise<AuditedReads> {
  await runToEnd([await bundled('audited-prepare.ts')], env);
  await database.query('create table if not exists bench_log (n bigint primary key, line text not null, hash bytea not null)');
  await database.query('vacuum analyze');
  const script = await bundled('audited-server.ts');
  const flags = options.program.filter((arg) => arg.startsWith('--'));
  const servers = await Promise.all([
    startServer([...flags, script], env),
    startServer([...flags, script, 'without-log'], env),
    startServer(['bench/audited-floor.ts'], env),
  ]);
  try {
    const turns = servers.map(({ base }) => {
      let sent = 0;
      const next = (): Ask => ({ path: `/api/v1/persons/${personId(sent)}`, cookie: `__Host-session=${secretOf(sent++)}` });
      const figures: Figures[] = [];
      let answers = 0;
      const run = async (seconds: number) => {
        const measured = await measure(base, seconds, next);
        answers += measured.answers - measured.failed;
        return measured;
      };
      return { run, figures, logged: (rows: number) => rows >= answers && rows <= sent };
    });
    for (const { run } of turns) await run(options.warmUp * 2);
    for (let i = 0; i < options.runs; i++) for (const { run, figures } of turns) figures.push(await run(options.seconds * 2));
    const [ours, withoutLog, floor] = turns.map(({ figures }) => median(figures));
    if (!ours || !withoutLog || !floor) throw new Error('nothing was measured');
    const [{ events } = { events: 0 }] = await database.query<{ events: number }>('select count(*)::int as events from audit_event');
    if (!turns[0]?.logged(events)) throw new Error(`our log has ${events} events, which are not those of our answers`);
    const rows = await checkChain(database);
    if (!turns[2]?.logged(rows)) throw new Error(`the floor's log has ${rows} rows, which are not those of its answers`);
    return { ours, withoutLog, floor };
  } finally {
    for (const { stop } of servers) await stop();
  }
}
