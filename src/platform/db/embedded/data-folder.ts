import { chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type StartFault, startFault } from '../../start-fault.ts';
import { isRoot } from './server-user.ts';

/**
 * Makes the data folder if need be and proves that it can be written in. A folder made here is closed to others, except that
 * root's lets the `postgres` user pass through. Throws `data-folder-unwritable` or `disk-full`.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    if (await makeFolder(folder)) await chmod(folder, isRoot() ? 0o711 : 0o700);
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, 'x');
    await rm(probe);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw diskFault(error, folder) ?? startFault('data-folder-unwritable', { folder, detail: reasons[code] ?? code }, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'åtkomst nekad',
  EPERM: 'åtkomst nekad',
  EROFS: 'skrivskyddad',
  ENOTDIR: 'en del av sökvägen är en fil',
  EEXIST: 'det är en fil',
  ENOENT: 'mappen ovanför går inte att skapa',
};

/**
 * Makes the folder and those above it; answers whether it was missing. Node's own recursive mkdir never returns where a
 * system answers "no such file" for a folder that is there, as /proc does.
 */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return false;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder);
    return true;
  }
}

/** `disk-full` when that is what the error, or what PostgreSQL said, comes from. */
export function diskFault(error: unknown, folder: string): StartFault | undefined {
  const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message} ${error.cause ?? ''}` : String(error);
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|Check free disk space/i.test(text)
    ? startFault('disk-full', { folder }, error)
    : undefined;
}
