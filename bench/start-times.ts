import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from './database.ts';
import { launch, stop } from './processes.ts';

/** Seconds from `npm start` to the first `/readyz` that says ready: on an empty data folder, and afterwards (the median). */
export type StartTimes = { readonly first: number; readonly later: number };

const LATER = 3;

/** Starts the program as `npm start` does, its own embedded database included, in a folder of its own. */
export async function measureStarts(): Promise<StartTimes> {
  const folder = await temporaryFolder();
  try {
    const first = await secondsToReady(folder);
    const later: number[] = [];
    for (let i = 0; i < LATER; i++) later.push(await secondsToReady(folder));
    return { first, later: later.sort((a, b) => a - b)[Math.floor(LATER / 2)] ?? 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsToReady(folder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = launch(['scripts/start.mjs'], {
    OVERENS_DATA: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    LOG_LEVEL: 'warn',
  });
  child.stdout?.resume();
  try {
    while (child.exitCode === null) {
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return (performance.now() - began) / 1000;
      await wait(20);
    }
    throw new Error(`the program ended with ${child.exitCode}`);
  } finally {
    await stop(child);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
