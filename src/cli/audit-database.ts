import { readFile } from 'node:fs/promises';
import { loadSigningKey, parsePublicKey, type SigningKey, type TrustedKey } from '../platform/audit/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { type Database, openDatabase } from '../platform/db/index.ts';
import { createLog } from '../platform/log/index.ts';
import { StartFault } from '../platform/start-fault.ts';
import { auditTexts } from './audit-texts.ts';
import type { ExitCode, Io } from './command.ts';

/** Opens the configured database and the key of the log for a command, and closes it after. Says what is wrong and answers 1 when it cannot. */
export async function withAuditDatabase(io: Io, run: (database: Database, key: SigningKey) => Promise<ExitCode>): Promise<ExitCode> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) {
    for (const { variable, message } of config) io.err(`${variable}: ${message}`);
    return 1;
  }
  try {
    const database = await openDatabase(config, createLog('silent'), { whenInUse: 'join' });
    try {
      const key = await loadSigningKey({ given: config.auditSigningKey, folder: config.dataFolder });
      if (key) return await run(database, key);
      io.err(auditTexts.signingKeyFaulty);
      return 1;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    io.err(error.message);
    return 1;
  }
}

/** Reads the public keys of files. Says which is not one, and answers undefined. */
export async function readTrustedKeys(files: readonly string[], io: Io): Promise<TrustedKey[] | undefined> {
  const keys: TrustedKey[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    const key = text === undefined ? undefined : parsePublicKey(text);
    if (!key) {
      io.err(text === undefined ? auditTexts.fileMissing(file) : auditTexts.keyFaulty(file));
      return undefined;
    }
    keys.push(key);
  }
  return keys;
}
