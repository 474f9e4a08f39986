import type { Refusal } from '../domain/refusal.ts';
import { type Config, readConfig } from '../platform/config/index.ts';
import { type Manifest, reachDatabase } from '../platform/db/backup/index.ts';
import { createLog } from '../platform/log/index.ts';
import { type BackupKeys, backupKeys } from '../platform/secrets/index.ts';
import { StartFault } from '../platform/start-fault.ts';
import type { RefusalOf } from './backup-refusal.ts';
import { backupTexts } from './backup-texts.ts';
import type { ExitCode, Io } from './command.ts';

type Reached = Awaited<ReturnType<typeof reachDatabase>>['logins'];

/** Reaches the configured database for a command. Says what is wrong and answers 1 when it cannot, or when files cannot be read or written. */
export async function withDatabase(
  io: Io,
  whenInUse: 'refuse' | 'join',
  run: (logins: Reached, config: Config) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) {
    for (const { variable, message } of config) io.err(`${variable}: ${message}`);
    return 1;
  }
  try {
    const { logins, close } = await reachDatabase(config, createLog('silent'), { whenInUse });
    try {
      return await run(logins, config);
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof StartFault) io.err(error.message);
    else if (isOfFiles(error)) io.err(backupTexts.notWritten(error.code));
    else throw error;
    return 1;
  }
}

/** The keys of backups; undefined, and said, when none is given. */
export function givenBackupKeys({ backupKey }: Config, io: Io): BackupKeys | undefined {
  if (!backupKey) io.err(backupTexts.keyMissing);
  return backupKey && backupKeys(backupKey);
}

/** Says why not, and answers 1. */
export function tellRefusal({ code, params }: Refusal<RefusalOf>, io: Io): 1 {
  io.err(backupTexts.refusals[code](params as never));
  return 1;
}

/** How many tables and rows a backup has. */
export function sizeOf({ tables }: Manifest): readonly [tables: number, rows: number] {
  return [tables.length, tables.reduce((sum, { rows }) => sum + rows, 0)];
}

/** What must be kept besides a backup, so that it can be used. */
export function keysOf({ personKeys, auditSigningKey, dataFolder }: Config): string[] {
  const files = [...(personKeys ? [] : ['person-keys']), ...(auditSigningKey ? [] : ['audit-signing-key.pem'])];
  return [
    'BACKUP_KEY',
    ...(personKeys ? ['PERSON_KEYS', 'PERSON_HASH_KEY'] : []),
    ...(auditSigningKey ? ['AUDIT_SIGNING_KEY'] : []),
    ...files.map((file) => `${dataFolder}/${file}`),
  ];
}

function isOfFiles(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
