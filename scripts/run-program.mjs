import { spawn } from 'node:child_process';
import { environment, node, root } from './ensure-installed.mjs';

/**
 * Where the built program begins. The nursery has room for the answers that are made at the same time, so that little of them is moved out of it and has to be cleaned
 * away by a look over the whole heap; a limit far above what is needed keeps V8 from growing by half as much again. `--expose-gc` lets the program clean up when it is
 * at rest (src/platform/collect-at-rest.ts). Stack traces are translated by the log, when there is one to write: Node's own way keeps the maps in memory.
 */
export const program = ['--expose-gc', '--max-semi-space-size=8', '--max-old-space-size=512', 'dist/main.js'];

/** Makes the C library of Linux keep what its threads free in one area, instead of scattered over many. Other systems do not look. */
const memory = { MALLOC_ARENA_MAX: '1' };

/**
 * Runs the installed Node with these arguments, as if it were this process: signals are passed on, and its exit code is ours.
 * Over the channel it notices if this process is killed, and stops.
 */
export function runProgram(args) {
  const child = spawn(node, args, { cwd: root, env: { ...memory, ...environment }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (signalNumbers[signal] ?? 0) : (code ?? 1)));
  return child;
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
