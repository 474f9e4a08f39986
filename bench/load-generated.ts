/**
 * Run by the bench, bundled, with DATABASE_URL set: brings the register to so many agreements in all, through the same loading and
 * indexing as any county's data.
 */
import { join } from 'node:path';
import { isRefusal } from '../src/domain/refusal.ts';
import { loadFolders, readDataFolders } from '../src/features/counties/load.ts';
import { rebuildSearch } from '../src/features/search/index.ts';
import { projectRoot, readConfig } from '../src/platform/config/index.ts';
import { openDatabase } from '../src/platform/db/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { generatedFolders } from './generate.ts';

const shipped = await readDataFolders(join(projectRoot, 'counties'));
const config = readConfig(process.env);
if (isRefusal(shipped) || Array.isArray(config)) throw new Error('the shipped data or the configuration has faults');
const held = shipped.reduce((sum, folder) => sum + (folder.kind === 'county' ? folder.read.agreements.length : 0), 0);
const database = await openDatabase(config, createLog('warn'));
try {
  const folders = [...shipped, ...generatedFolders(shipped, Number(process.argv[2]) - held)];
  await database.asOwner((tx) => loadFolders(tx, folders, rebuildSearch));
} finally {
  await database.close();
}
