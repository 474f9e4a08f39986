import { resolve } from 'node:path';
import { isRefusal } from '../domain/refusal.ts';
import { backUp } from '../platform/db/backup/index.ts';
import { givenBackupKeys, keysOf, sizeOf, tellRefusal, withDatabase } from './backup-database.ts';
import { backupTexts } from './backup-texts.ts';
import type { ExitCode, Io } from './command.ts';

/** `overens backup <folder>`: writes the whole database, as it is at one moment, to a new folder, encrypted and signed with `BACKUP_KEY`. The program may be running meanwhile. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [folder, ...more] = args;
  if (!folder || folder.startsWith('-') || more.length > 0) return 2;
  return withDatabase(io, 'join', async ({ owner }, config) => {
    const keys = givenBackupKeys(config, io);
    if (!keys) return 1;
    const written = await backUp(owner, resolve(folder), keys);
    if (isRefusal(written)) return tellRefusal(written, io);
    io.out(backupTexts.saved(folder, ...sizeOf(written)));
    io.out(backupTexts.keysApart(keysOf(config)));
    return 0;
  });
}
