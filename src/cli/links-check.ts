import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readResults } from '../domain/link-checks/results.ts';
import { allOutsideLinks } from '../features/agreements/outside-links.ts';
import { keepResults } from '../features/link-checks/keep-results.ts';
import { parseLinksCsv } from '../features/link-checks/links-csv.ts';
import { columnTexts, resultWords, linkCliTexts as texts } from '../features/link-checks/texts.ts';
import type { ExitCode, Io } from './command.ts';
import { ownerWork } from './owner-work.ts';

/**
 * `overens links check --file <file>`: reads a list of links that somebody has filled in where the network is, all of it or nothing, and keeps what is new.
 * The same file again changes nothing.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { file: { type: 'string' } },
  });
  const { file } = values;
  if (typeof file !== 'string' || positionals.length > 0) {
    io.err(texts.usage);
    return 2;
  }
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    io.err(texts.fileMissing(file));
    return 1;
  }
  const lines = parseLinksCsv(text);
  if (!lines) {
    io.err(texts.noList);
    return 1;
  }
  const now = Temporal.Now.instant();
  const today = Temporal.Now.plainDateISO('Europe/Stockholm');
  const done = await ownerWork(io, async (tx) => {
    const known = new Set((await allOutsideLinks(tx)).map(({ url }) => url));
    const { results, faults } = readResults(lines, known, { columns: columnTexts, words: resultWords, today });
    if (faults.length > 0) return { faults };
    return { kept: await keepResults(tx, results, now), all: results.length };
  });
  if (!done) return 1;
  if (done.faults) {
    for (const fault of done.faults) io.out(texts.fault(fault));
    io.err(texts.nothingKept);
    return 1;
  }
  io.out(texts.kept(done.kept, done.all));
  return 0;
}
