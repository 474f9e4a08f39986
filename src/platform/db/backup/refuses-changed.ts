import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal } from '../../../domain/refusal.ts';
import type { BackupKeys } from '../../secrets/index.ts';
import { MANIFEST_FILE, readBackup } from './manifest.ts';

/**
 * Is a backup refused when one bit of it is changed, in its manifest and in a table? It is made whole again each time. False also when it is refused
 * as it is.
 */
export async function refusesChanged(folder: string, keys: BackupKeys): Promise<boolean> {
  const manifest = await readBackup(folder, keys);
  if (isRefusal(manifest)) return false;
  for (const file of [MANIFEST_FILE, manifest.tables[0]?.file ?? MANIFEST_FILE]) {
    await turnBit(join(folder, file));
    const changed = await readBackup(folder, keys);
    await turnBit(join(folder, file));
    if (!isRefusal(changed)) return false;
  }
  return !isRefusal(await readBackup(folder, keys));
}

/** Turns the last bit of a file: done twice it is as it was. */
async function turnBit(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const last = (await file.stat()).size - 1;
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, last);
    await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, last);
    await file.sync();
  } finally {
    await file.close();
  }
}
