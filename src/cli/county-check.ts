import { parseArgs } from 'node:util';
import { isRefusal } from '../domain/refusal.ts';
import { checkFolder, type SoundFolder } from '../features/counties/check-folder.ts';
import { sayFault } from '../features/counties/say-fault.ts';
import { checkTexts } from '../features/counties/texts.ts';
import type { ExitCode, Io } from './command.ts';
import { cliTexts } from './texts.ts';

/** `overens county check <folder> [--national <folder>]`: every fault as a line and exit code 1, or one line of summary and 0. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const parsed = parse(args);
  if (!parsed) {
    io.err(cliTexts.wrongArguments);
    return 2;
  }
  const check = await checkFolder(parsed.folder, { national: parsed.national });
  if (isRefusal(check)) {
    io.err(checkTexts[check.code](String(check.params.folder)));
    return 1;
  }
  if (check.sound) {
    io.out(summary(parsed.folder, check.folder));
    return 0;
  }
  for (const fault of check.faults) io.out(sayFault(fault));
  io.err(checkTexts.faults(check.faults.length, new Set(check.faults.map(({ file }) => file)).size));
  return 1;
}

function parse(args: readonly string[]): { folder: string; national: string | undefined } | undefined {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { national: { type: 'string' } } });
    const [folder, ...more] = positionals;
    return folder && more.length === 0 ? { folder, national: values.national } : undefined;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return undefined;
    throw error;
  }
}

function summary(folder: string, found: SoundFolder): string {
  if (found.kind === 'national') {
    const { files, knowledge } = found.read;
    return checkTexts.soundNational(folder, {
      statutes: files.law.statutes.length,
      facts: files.situation.facts.length,
      knowledge: knowledge.length,
    });
  }
  const { county, agreements } = found.read;
  return checkTexts.soundCounty(folder, county.name, {
    municipalities: county.municipalities.length,
    bodies: county.bodies.length,
    agreements: agreements.length,
    rows: agreements.reduce((sum, { responsibilities }) => sum + responsibilities.length, 0),
  });
}
