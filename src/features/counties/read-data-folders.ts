import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { checkFolder, type SoundFolder } from './check-folder.ts';

/**
 * Reads and checks every data folder in `parent`, the national one first since counties rest on it.
 * Refuses `data-faulty` (params.folder) when one of them has faults: then nothing should be loaded.
 */
export async function readDataFolders(parent: string): Promise<SoundFolder[] | Refusal<'data-faulty'>> {
  const names = (await readdir(parent, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const folders: SoundFolder[] = [];
  for (const name of names.sort((a, b) => Number(b === 'national') - Number(a === 'national') || a.localeCompare(b))) {
    const checked = await checkFolder(join(parent, name));
    if (isRefusal(checked) || !checked.sound) return refuse('data-faulty', { folder: join(parent, name) });
    folders.push(checked.folder);
  }
  return folders;
}
