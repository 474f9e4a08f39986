import { join, relative } from 'node:path';
import { isRefusal } from './domain/refusal.ts';
import { listCounties, loadFolders, readDataFolders } from './features/counties/load.ts';
import { demoAccounts, seedDemo } from './features/demo/index.ts';
import { ensureOrganisations } from './features/organisations/index.ts';
import { rebuildSearch } from './features/search/index.ts';
import { projectRoot } from './platform/config/index.ts';
import type { Database } from './platform/db/index.ts';
import type { DemoAccount, LoginSetup, Tx } from './platform/index.ts';
import type { Log } from './platform/log/index.ts';
import type { KeyRing } from './platform/secrets/index.ts';
import { startFault } from './platform/start-fault.ts';

const countiesFolder = join(projectRoot, 'counties');

/** Loads the folders that come with the program (nothing is done with those that are as at the last start), and what follows from them. */
export async function loadShippedData(database: Database, log: Log): Promise<void> {
  const folders = await readDataFolders(countiesFolder);
  if (isRefusal(folders)) throw startFault('data-faulty', { folder: relative(projectRoot, String(folders.params.folder)) });
  const changes = await database.asOwner((tx) => loadFolders(tx, folders, afterLoad, 'shipped'));
  if (isRefusal(changes)) throw startFault('data-faulty', { folder: relative(projectRoot, countiesFolder) });
  if (changes.length > 0) log.info({ changes: changes.length }, 'Länens uppgifter är inlästa.');
}

/** What is made anew, or made sure of, in the transaction of every load: the search index, and the region and municipalities in the register. */
export async function afterLoad(tx: Tx): Promise<void> {
  await rebuildSearch(tx);
  await ensureOrganisations(tx, await listCounties(tx));
}

/** Puts the fictional register into the database as it is at this moment, and answers those who can log in. */
export async function prepareDemo(
  database: Database,
  now: Temporal.Instant,
  numberHash: LoginSetup['numberHash'],
  keys: KeyRing,
): Promise<DemoAccount[]> {
  return database.asOwner(async (tx) => {
    const counties = await listCounties(tx);
    await seedDemo(tx, { counties, now, numberHash, keys });
    return demoAccounts(counties);
  });
}
