import { spawn } from 'node:child_process';
import { environment, node, root } from './ensure-installed.mjs';

/** Where the built program begins. A small nursery keeps the process under 200 MB; without the flag V8 lets it grow by some 35 MB more. */
export const program = ['--enable-source-maps', '--max-semi-space-size=8', 'dist/main.js'];

/**
 * Runs the installed Node with these arguments, as if it were this process: signals are passed on, and its exit code is ours.
 * Over the channel it notices if this process is killed, and stops.
 */
export function runProgram(args) {
  const child = spawn(node, args, { cwd: root, env: environment, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (signalNumbers[signal] ?? 0) : (code ?? 1)));
  return child;
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
