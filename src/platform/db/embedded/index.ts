import { realpath, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../log/index.ts';
import { type StartFault, startFault } from '../../start-fault.ts';
import { createCluster, writeAccessRules } from './cluster.ts';
import { prepareDataFolder } from './data-folder.ts';
import { takeLock } from './folder-lock.ts';
import { place } from './placement.ts';
import { readPidFile } from './postmaster.ts';
import { findProgram } from './program.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { supervise } from './supervise.ts';

export { EMBEDDED } from './cluster.ts';

/** The embedded database, running: connect over the socket in `socketFolder` as the owner or the app, without a password. */
export type EmbeddedServer = {
  readonly socketFolder: string;
  /** Resolves if the server went down and could not be started again; never if it was stopped. */
  readonly lost: Promise<StartFault>;
  /** Stops the server if we started it, and leaves it alone if we only joined it. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly folder: string;
  readonly log: Log;
  /** False for tests: faster, and nothing survives a power cut. */
  readonly lasting?: boolean;
  /** When another process of ours runs this folder's database: refuse to start (a server), or connect to it (a command). */
  readonly whenInUse?: 'refuse' | 'join';
};

const LARGEST_LOG = 5_000_000;

/**
 * Runs PostgreSQL on the data folder: makes the database the first time, stops what a killed process left behind, starts the
 * server, and starts it again should it die. Throws a StartFault (`data-folder-in-use` when another process has the folder).
 */
export async function startEmbedded({ folder, log, lasting = true, whenInUse = 'refuse' }: EmbeddedOptions): Promise<EmbeddedServer> {
  const program = await findProgram();
  await prepareDataFolder(folder);
  const where = await place(program, await realpath(folder));
  const lock = takeLock(`${where.data}.lock`);
  if (!lock && whenInUse === 'join') return joinRunning(where.data, folder);
  if (!lock) throw startFault('data-folder-in-use', { folder });
  try {
    const logFile = await rotatedLog(folder);
    await createCluster(where, lasting);
    await writeAccessRules(where);
    const socketFolder = await makeSocketFolder(where.data, where.user);
    const server = await supervise({ place: where, socketFolder, logFile, lasting, log });
    const stop = async () => {
      await server.stop();
      await rm(socketFolder, { recursive: true, force: true });
      lock.release();
    };
    let stopped: Promise<void> | undefined;
    const stopOnce = () => {
      stopped ??= stop();
      return stopped;
    };
    return { socketFolder, lost: server.lost, stop: stopOnce };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Finds the socket of the server that the lock's holder runs, or is just starting. */
async function joinRunning(data: string, folder: string): Promise<EmbeddedServer> {
  for (let i = 0; i < 300; i++) {
    const running = await readPidFile(data);
    if (running?.ready) return { socketFolder: running.socketFolder, lost: new Promise(() => undefined), stop: async () => undefined };
    await wait(100);
  }
  throw startFault('data-folder-in-use', { folder });
}

/** PostgreSQL's own log: what it said last time is kept, but not for ever. */
async function rotatedLog(folder: string): Promise<string> {
  const file = join(folder, 'pg.log');
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size > LARGEST_LOG) await rename(file, `${file}.1`);
  return file;
}
