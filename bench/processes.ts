import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { projectRoot } from '../src/platform/config/index.ts';

/** A server that we started: where it answers, how to stop it, and how much of its memory is resident, in megabytes. */
export type Server = { readonly base: string; stop(): Promise<void>; resident(): Promise<number> };

type Environment = Readonly<Record<string, string>>;

/** Starts a server and waits until it says, on standard output, on which port it listens: `"port":4711`. It ends with us. */
export async function startServer(args: readonly string[], env: Environment): Promise<Server> {
  const child = launch(args, { ...env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', RATE_PER_MINUTE: '0' });
  const port = await portOf(child);
  return {
    base: `http://127.0.0.1:${port}`,
    stop: () => stop(child),
    resident: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
    },
  };
}

/** Runs a script to its end; throws when it does not end well. */
export async function runToEnd(args: readonly string[], env: Environment): Promise<void> {
  const child = launch(args, env);
  child.stdout?.resume();
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
}

/** Starts Node with these arguments in the project's folder. Over the channel it notices if we are gone. */
export function launch(args: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, [...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** Asks the process to stop, and waits until it is gone. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('the child has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /"port":(\d+)/.exec(line)?.[1];
    if (!port) continue;
    child.stdout.resume();
    return Number(port);
  }
  throw new Error('the server ended before it listened');
}
