import { rotateBatch, sealedColumns } from '../features/persons/rotate-keys.ts';
import { type Config, readConfig } from '../platform/config/index.ts';
import { type Database, openDatabase } from '../platform/db/index.ts';
import { createLog } from '../platform/log/index.ts';
import { createKeyRing, KeyFileError, type KeyRing, readOrCreateKeyFile, SecretsError } from '../platform/secrets/index.ts';
import { StartFault, startFault } from '../platform/start-fault.ts';
import type { ExitCode, Io } from './command.ts';
import { keysTexts } from './keys-texts.ts';

/** Small enough that a transaction holds its locks for a moment only. */
const BATCH = 500;

/**
 * `overens keys rotate`: encrypts under the current key, the first of `PERSON_KEYS`, everything that is under an older one, in batches. The program may be
 * running. Interrupted, it is run again, and passes over what is done. When it says that all is done, the older keys can be taken away.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  if (args.length > 0) return 2;
  const config = readConfig(process.env);
  if (Array.isArray(config)) {
    for (const { variable, message } of config) io.err(`${variable}: ${message}`);
    return 1;
  }
  try {
    const keys = await keyRing(config);
    const database = await openDatabase(config, createLog('silent'), { whenInUse: 'join' });
    try {
      const [seen, changed] = await rotate(database, keys);
      io.out(keysTexts.rotated(seen, changed));
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof SecretsError) io.err(keysTexts.unreadable(error.code));
    else if (error instanceof StartFault) io.err(error.message);
    else throw error;
    return 1;
  }
}

async function keyRing({ personKeys, dataFolder }: Config): Promise<KeyRing> {
  const file = (error: unknown) => {
    throw error instanceof KeyFileError ? startFault('key-file-damaged', { file: error.file }, error) : error;
  };
  return createKeyRing(personKeys ?? (await readOrCreateKeyFile(dataFolder).catch(file)));
}

/** How many values there are, and how many were encrypted anew. */
async function rotate(database: Database, keys: KeyRing): Promise<readonly [seen: number, changed: number]> {
  let [seen, changed] = [0, 0];
  for (const column of sealedColumns) {
    let after: string | undefined;
    do {
      const from = after;
      const batch = await database.asOwner((tx) => rotateBatch(tx, keys, column, { after: from, size: BATCH }));
      seen += batch.seen;
      changed += batch.changed;
      after = batch.last;
    } while (after !== undefined);
  }
  return [seen, changed];
}
