import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { projectRoot } from '../../src/platform/config/index.ts';
import { temporaryGround } from '../given/server.ts';

/** One `npm start`, without npm: the launcher, and below it the program and its database. */
export type StartedProgram = {
  readonly launcher: ChildProcess;
  /** What it has written so far, both streams. */
  output(): string;
  /** Resolves with its address when /readyz says yes; rejects with the output when it ends before that. */
  ready(): Promise<string>;
  /** Resolves with its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>;
};

export type StartOptions = { readonly env?: Record<string, string>; readonly user?: { uid: number; gid: number }; readonly root?: string };

const folders: string[] = [];
const groups: number[] = [];

afterAll(async () => {
  for (const group of groups) signal(-group, 'SIGKILL');
  for (const folder of folders) {
    for (const pid of await processesOf(folder)) signal(pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});

/** A path for a data folder that is removed after the test file, with every database process that still stands in it. */
export async function givenDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(await temporaryGround(), 'overens-start-'));
  folders.push(folder);
  // Root's database is run by another user, who must be able to pass.
  await chmod(folder, 0o711);
  return join(folder, 'var');
}

/** Starts the program as `npm start` does, in a process group of its own, as a terminal would. `PORT` is free-chosen unless given. */
export function startProgram({ env = {}, user, root = projectRoot }: StartOptions = {}): StartedProgram {
  const clean = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', PORT: '0', LOG_LEVEL: 'info' };
  // The checkout's own Node: another user may not reach the one that runs the tests.
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  const launcher = spawn(node, ['scripts/start.mjs'], { cwd: root, env: { ...clean, ...env }, detached: true, ...user });
  if (launcher.pid) groups.push(launcher.pid);
  let output = '';
  for (const stream of [launcher.stdout, launcher.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    launcher.once('close', (code, by) => resolve(by ?? code ?? 1));
    launcher.once('error', (error) => {
      output += String(error);
      resolve(1);
    });
  });
  let gone = false;
  void ended.then(() => (gone = true));
  const ready = async () => {
    while (!gone) {
      const port = /"port":(\d+)/.exec(output)?.[1];
      const address = `http://localhost:${port}`;
      if (
        port &&
        (await fetch(`${address}/readyz`).then(
          (answer) => answer.ok,
          () => false,
        ))
      )
        return address;
      await wait(20);
    }
    throw new Error(`ended before it was ready:\n${output}`);
  };
  return { launcher, output: () => output, ready, ended };
}

/** Ctrl-C: the terminal signals everything in the launcher's group. */
export function pressCtrlC({ launcher }: StartedProgram): void {
  if (launcher.pid) signal(-launcher.pid, 'SIGINT');
}

/** The program's own process, below the launcher. */
export async function programPid({ launcher }: StartedProgram): Promise<number> {
  const children = await readFile(`/proc/${launcher.pid}/task/${launcher.pid}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}

/** The number of the database's main process. */
export async function databasePid(data: string): Promise<number> {
  return Number((await readFile(join(data, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Every process that works in this folder or below it: the database's. */
export async function processesOf(folder: string): Promise<number[]> {
  const target = await realpath(folder).catch(() => folder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, i) => places[i]?.startsWith(target)).map(Number);
}

/** Waits until nothing works in the folder any more; the test's own time limit is the limit. */
export async function untilQuiet(folder: string): Promise<void> {
  while ((await processesOf(folder)).length > 0) await wait(20);
}

/** Sends a signal; a process that is gone already is as good. A negative number is a process group. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone.
  }
}
