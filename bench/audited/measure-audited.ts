import type { BenchDatabase } from '../database.ts';
import type { Options } from '../options.ts';
import { measureLog, measureSessions } from './log.ts';
import { benchKeys, measureReads } from './reads.ts';
import type { Audited } from './tables.ts';

/** What `--only` names it by. */
export const AUDITED = 'audited-reads-and-log';

/** Measures reads that are logged, on a database with counties loaded, and the log itself, on one of its own. */
export async function measureAudited(database: BenchDatabase, options: Options, say: (line: string) => void): Promise<Audited> {
  const env = { ...database.env, ...benchKeys() };
  const reads = await measureReads(database, env, options);
  const [ours, withoutLog, floor] = [reads.ours, reads.withoutLog, reads.floor].map(({ perSecond }) => Math.round(perSecond));
  say(`audited reads: ${ours} /s; without the log ${withoutLog} /s; floor ${floor} /s`);
  const sessions = await measureSessions(env);
  const log = await measureLog(options);
  say(`log of ${log.events}: verified in ${log.verify.toFixed(1)} s`);
  return { reads, sessions, log };
}
