import { parseArgs } from 'node:util';
import { isRefusal } from '../domain/refusal.ts';
import { checkFolder, listCounties, loadFolders } from '../features/counties/load.ts';
import { sayFault } from '../features/counties/say-fault.ts';
import { checkTexts } from '../features/counties/texts.ts';
import { ensureOrganisations } from '../features/organisations/ensure-organisations.ts';
import { rebuildSearch } from '../features/search/rebuild.ts';
import { readConfig } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/index.ts';
import type { Tx } from '../platform/index.ts';
import { createLog } from '../platform/log/index.ts';
import { StartFault } from '../platform/start-fault.ts';
import type { ExitCode, Io } from './command.ts';
import { cliTexts } from './texts.ts';

/**
 * `overens county load <folder> [--national <folder>]`: checks the folder and loads all of it or nothing into the configured
 * database, then says what changed. Repeatable: the same files change nothing.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { national: { type: 'string' } },
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) {
    io.err(cliTexts.wrongArguments);
    return 2;
  }
  const check = await checkFolder(folder, { national: typeof values.national === 'string' ? values.national : undefined });
  if (isRefusal(check)) {
    io.err(checkTexts[check.code](String(check.params.folder)));
    return 1;
  }
  if (!check.sound) {
    for (const fault of check.faults) io.out(sayFault(fault));
    io.err(cliTexts.nothingLoaded);
    return 1;
  }
  return load(check.folder, io);
}

async function load(folder: Parameters<typeof loadFolders>[1][number], io: Io): Promise<ExitCode> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) {
    for (const { variable, message } of config) io.err(`${variable}: ${message}`);
    return 1;
  }
  try {
    const database = await openDatabase(config, createLog('silent'), { whenInUse: 'join' });
    try {
      const changes = await database.asOwner((tx) => loadFolders(tx, [folder], afterLoad));
      if (isRefusal(changes)) {
        io.err(checkTexts[changes.code](String(changes.params.slug), String(changes.params.county)));
        return 1;
      }
      if (changes.length === 0) io.out(cliTexts.nothingChanged);
      for (const change of changes) io.out(cliTexts.change(change));
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    io.err(error.message);
    return 1;
  }
}

/** What is made anew, or made sure of, in the transaction of every load. */
async function afterLoad(tx: Tx): Promise<void> {
  await rebuildSearch(tx);
  await ensureOrganisations(tx, await listCounties(tx));
}
