import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type StartFault, startFault } from '../../start-fault.ts';
import { isRoot } from './server-user.ts';

/**
 * Makes the data folder if need be and proves that it can be written in. A folder made here is closed to others, except that
 * root's lets the `postgres` user pass through. Throws `data-folder-unwritable` or `disk-full`.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) await chmod(folder, isRoot() ? 0o711 : 0o700);
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, 'x');
    await rm(probe);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw diskFault(error, folder) ?? startFault('data-folder-unwritable', { folder, detail: code }, error);
  }
}

/** `disk-full` when that is what the error, or what PostgreSQL said, comes from. */
export function diskFault(error: unknown, folder: string): StartFault | undefined {
  const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message} ${error.cause ?? ''}` : String(error);
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i.test(text) ? startFault('disk-full', { folder }, error) : undefined;
}
