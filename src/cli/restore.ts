import { resolve } from 'node:path';
import { isRefusal } from '../domain/refusal.ts';
import { restore } from '../platform/db/backup/index.ts';
import { migrationsFolder } from '../platform/db/database.ts';
import { readMigrations } from '../platform/db/migration-files.ts';
import { givenBackupKeys, sizeOf, tellRefusal, withDatabase } from './backup-database.ts';
import { backupTexts } from './backup-texts.ts';
import type { ExitCode, Io } from './command.ts';

/** `overens restore <folder>`: puts a backup into the configured database, which must be empty: all of it, or nothing. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [folder, ...more] = args;
  if (!folder || folder.startsWith('-') || more.length > 0) return 2;
  return withDatabase(io, 'refuse', async (logins, config) => {
    const keys = givenBackupKeys(config, io);
    if (!keys) return 1;
    const restored = await restore(logins, resolve(folder), await readMigrations(migrationsFolder), keys);
    if (isRefusal(restored)) return tellRefusal(restored, io);
    io.out(backupTexts.restored(...sizeOf(restored), restored.at));
    io.out(backupTexts.useSameKeys);
    return 0;
  });
}
