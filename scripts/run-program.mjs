import { spawn } from 'node:child_process';
import { environment, node, root } from './ensure-installed.mjs';

/**
 * Where the built program begins. A small nursery, and a limit far above what it needs, keep its memory near 200 MB: without them V8
 * puts off cleaning, and lets the process grow by half as much again. Stack traces are translated by the log, when there is one to write:
 * Node's own way keeps the maps in memory.
 */
export const program = ['--max-semi-space-size=2', '--max-old-space-size=512', 'dist/main.js'];

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
