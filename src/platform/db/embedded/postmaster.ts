import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startFault } from '../../start-fault.ts';
import { isOwnSocketFolder } from './socket-folder.ts';

/** What `postmaster.pid` says: PostgreSQL writes it when it starts, removes it when it stops, and leaves it behind when it is killed. */
export type PidFile = { readonly pid: number; readonly socketFolder: string; readonly ready: boolean };

const SOCKET = '.s.PGSQL.5432';

/** Reads `postmaster.pid` of a data folder; undefined when there is none. */
export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' } : undefined;
}

/**
 * Makes a data folder free of what an earlier process left: a server that still runs is asked to stop, then made to; a pid file whose
 * number now belongs to some other program is removed; worker processes of a killed server are waited for. `socketFolder` is the one
 * that the next server will use, and stays.
 * Call it only with the folder's lock in hand. Throws `embedded-not-stopped`.
 */
export async function clearLeftovers(data: string, socketFolder: string): Promise<void> {
  const left = await readPidFile(data);
  if (left && (await servesFolder(left.pid, data))) await stopServer(left.pid, data);
  for (const pid of await processesIn(data)) await endedWithin(pid, data, 10_000);
  const [straggler] = await processesIn(data);
  if (straggler !== undefined) throw startFault('embedded-not-stopped', { pid: straggler });
  // PostgreSQL itself would trust a lock file whose number some other process, or one that nobody has buried, still bears.
  for (const stale of [join(data, 'postmaster.pid'), join(socketFolder, SOCKET), join(socketFolder, `${SOCKET}.lock`)])
    await rm(stale, { force: true });
  if (left && left.socketFolder !== socketFolder && isOwnSocketFolder(left.socketFolder))
    await rm(left.socketFolder, { recursive: true, force: true });
}

/** Fast shutdown first; then without a checkpoint, which the next start recovers from; then by force. */
async function stopServer(pid: number, data: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signalTo(pid, signal);
    if (await endedWithin(pid, data, patience)) return;
  }
  throw startFault('embedded-not-stopped', { pid });
}

async function endedWithin(pid: number, data: string, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (!(await servesFolder(pid, data))) return true;
    await wait(25);
  }
  return !(await servesFolder(pid, data));
}

/** Is this process number a PostgreSQL of this very folder? Numbers are reused, and every PostgreSQL process stands in its data folder. */
async function servesFolder(pid: number, data: string): Promise<boolean> {
  if (hasProc) return (await workingFolder(String(pid))) === (await realpath(data));
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return basename(stdout.split(' ', 1)[0] ?? '').startsWith('postgres') && stdout.includes(data);
}

/** Every process that stands in the folder; where the system cannot tell, none. */
async function processesIn(data: string): Promise<number[]> {
  if (!hasProc) return [];
  const folder = await realpath(data);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  const folders = await Promise.all(pids.map(workingFolder));
  return pids.filter((_, i) => folders[i] === folder).map(Number);
}

const hasProc = existsSync('/proc/self/cwd');

function workingFolder(pid: string): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Ended meanwhile.
  }
}
