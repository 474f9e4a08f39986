import { readConfig } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/index.ts';
import type { Tx } from '../platform/index.ts';
import { createLog } from '../platform/log/index.ts';
import { StartFault } from '../platform/start-fault.ts';
import type { Io } from './command.ts';

/** Does something in the configured database as its owner, in one transaction. Says what is wrong and answers undefined when it cannot be reached. */
export async function ownerWork<T>(io: Io, run: (tx: Tx) => Promise<T>): Promise<T | undefined> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) {
    for (const { variable, message } of config) io.err(`${variable}: ${message}`);
    return undefined;
  }
  try {
    const database = await openDatabase(config, createLog('silent'), { whenInUse: 'join' });
    try {
      return await database.asOwner(run);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    io.err(error.message);
    return undefined;
  }
}
