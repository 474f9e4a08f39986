import { DatabaseSync } from 'node:sqlite';

/** Held until `release`, or until the process is gone, however it went. */
export type FolderLock = { release(): void };

const SQLITE_BUSY = 5;

/**
 * Takes the lock file for this process, or answers undefined when another process has it.
 * SQLite is used only because it is the one way in Node to an operating system's file lock: such a lock dies with its
 * process, so a kill −9 leaves nothing to judge as stale. The file stays empty.
 */
export function takeLock(file: string): FolderLock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = off; pragma locking_mode = exclusive; begin exclusive');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}
