import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { everySection, everyStatement } from '../domain/imports/walk.ts';
import { isRefusal } from '../domain/refusal.ts';
import { listCounties } from '../features/counties/load.ts';
import { keepImport } from '../features/imports/keep-import.ts';
import { readAside } from '../features/imports/read-aside.ts';
import { importRefusals, importCliTexts as texts } from '../features/imports/texts.ts';
import { regionId } from '../features/organisations/index.ts';
import { sentenceOf } from '../platform/http/problem.ts';
import { recorder } from '../platform/record.ts';
import type { ExitCode, Io } from './command.ts';
import { ownerWork } from './owner-work.ts';

/**
 * `overens import <file> --county 06`: reads an existing agreement into a county and says what was found. The same file again changes nothing. A file
 * that cannot be read is refused with what to do, and nothing is kept.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { county: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  const { county } = values;
  if (!file || more.length > 0 || typeof county !== 'string' || !/^\d{2}$/.test(county)) {
    io.err(texts.usage);
    return 2;
  }
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) {
    io.err(texts.fileMissing(file));
    return 1;
  }
  const name = basename(file);
  const read = await readAside(name, bytes);
  if (isRefusal(read)) {
    const { title, detail } = sentenceOf(read, importRefusals);
    io.err(`${title}. ${detail}`);
    return 1;
  }
  const kept = await keep({ ...read, name, bytes }, county, io);
  if (!kept || isRefusal(kept)) return 1;
  io.out(kept.isNew ? texts.done(kept.id, everySection(read.text).length, everyStatement(read.text).length) : texts.already(kept.id));
  return 0;
}

type Kept = Awaited<ReturnType<typeof keepImport>>;

async function keep(file: Parameters<typeof keepImport>[1], county: string, io: Io): Promise<Kept | undefined> {
  return ownerWork(io, async (tx) => {
    const now = Temporal.Now.instant();
    const record = recorder(tx, { actor: { kind: 'public' }, today: Temporal.Now.plainDateISO('Europe/Stockholm'), now });
    if (!(await listCounties(tx)).some(({ code }) => code === county)) {
      io.err(texts.countyMissing(county));
      return undefined;
    }
    return keepImport({ tx, now, record }, file, { county, organisation: regionId(county) });
  });
}
