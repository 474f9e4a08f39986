import { type ChildProcess, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../log/index.ts';
import { startFault } from '../../start-fault.ts';
import { serverEnvironment } from './cluster.ts';
import { diskFault } from './data-folder.ts';
import type { Placement } from './placement.ts';
import { clearLeftovers, readPidFile } from './postmaster.ts';

export type ServerOptions = {
  readonly place: Placement;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly lasting: boolean;
  readonly log: Log;
};

/** A running PostgreSQL that we started. `ended` resolves when its process is gone, whatever the reason. */
export type ServerProcess = { readonly pid: number; readonly ended: Promise<void>; stop(): Promise<void> };

/** How long a server may take to recover from a crash before we give up: large databases replay their log. */
const PATIENCE = 300_000;

/**
 * Starts PostgreSQL on a data folder whose lock we hold, and waits until it answers, a recovery after a crash included.
 * It runs in a process group of its own, so that Ctrl-C in the terminal stops us first and it afterwards.
 */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  await clearLeftovers(options.place.data, options.socketFolder);
  const child = await launch(options);
  let gone = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  }).then(() => {
    gone = true;
  });
  const lastResort = () => child.kill('SIGINT');
  process.on('exit', lastResort);
  void ended.then(() => process.off('exit', lastResort));
  await untilReady(options, child, () => gone);
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
}

async function launch({ place, socketFolder, logFile, lasting }: ServerOptions): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socketFolder}`,
    'unix_socket_permissions=0700',
    'log_checkpoints=off',
    // The log carries no content: neither statements nor the values that a constraint refused.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    ...(lasting ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']),
  ];
  const output = await open(logFile, 'a', 0o600);
  try {
    return spawn(join(place.program, 'bin', 'postgres'), ['-D', place.data, ...settings.flatMap((setting) => ['-c', setting])], {
      ...(place.user && { uid: place.user.uid, gid: place.user.gid }),
      cwd: '/',
      env: serverEnvironment,
      stdio: ['ignore', output.fd, output.fd],
      detached: true,
    });
  } finally {
    await output.close();
  }
}

async function untilReady({ place, logFile, log }: ServerOptions, child: ChildProcess, isGone: () => boolean): Promise<void> {
  const begun = performance.now();
  let told = false;
  while (performance.now() - begun < PATIENCE) {
    if (isGone()) {
      const detail = await lastComplaint(logFile);
      throw diskFault(detail, place.data) ?? startFault('embedded-not-started', { detail, log: logFile });
    }
    const written = await readPidFile(place.data);
    if (written?.ready && written.pid === child.pid) return;
    if (!told && performance.now() - begun > 3_000) {
      told = true;
      log.info('Databasen återställer sig efter ett avbrott. Det kan ta en stund.');
    }
    await wait(10);
  }
  throw startFault('embedded-not-started', { detail: `inte klar efter ${PATIENCE / 1000} s`, log: logFile });
}

async function lastComplaint(logFile: string): Promise<string> {
  const file = await open(logFile, 'r');
  try {
    const lines = (await file.readFile('utf8')).trimEnd().split('\n');
    const complaint = lines.findLast((line) => /(FATAL|PANIC|could not)/.test(line)) ?? lines.at(-1) ?? '';
    return complaint.replace(/^.*?(FATAL|PANIC):\s*/, '');
  } finally {
    await file.close();
  }
}

/** Fast shutdown: sessions are closed, everything is written. After 30 s without a checkpoint, which the next start makes up for. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT');
  const insist = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(insist);
}
