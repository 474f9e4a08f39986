import { join } from 'node:path';
import { isRefusal } from '../../src/domain/refusal.ts';
import { checkFolder, loadFolders, readDataFolders } from '../../src/features/counties/load.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { afterLoad } from '../../src/prepare-data.ts';
import { givenClock } from './clock.ts';
import { seedRegister } from './logged-in.ts';

const root = join(import.meta.dirname, '..', '..');

/** What every test database holds when it is handed out: the shipped data and the fictional third county. Filled once a run, then copied. */
export async function fillTemplate(database: Database): Promise<void> {
  const shipped = await readDataFolders(join(root, 'counties'));
  const fictional = await checkFolder(join(root, 'tests', 'counties', '99-fjallmark'), { national: join(root, 'counties', 'national') });
  if (isRefusal(shipped) || isRefusal(fictional) || !fictional.sound) throw new Error('the data folders have faults: overens county check');
  await database.asOwner((tx) => loadFolders(tx, [...shipped, fictional.folder], afterLoad));
}

/** Puts the fictional register into it, as it is when somebody can log in, on the day that tests stand on whatever the day is. */
export async function addDemo(database: Database): Promise<void> {
  await seedRegister(database, givenClock());
}
