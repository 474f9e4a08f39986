import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIVE_LINE, LIVE_TEXT } from '../../src/domain/drafts/live-form.ts';
import { projectRoot } from '../../src/platform/config/index.ts';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { openWindow } from '../given/live-window.ts';
import { givenLoggedIn } from '../given/logged-in.ts';

const KILLS = 5;
const section = `/arbetsversioner/${stableId('demo:draft:06')}/avsnitt/inledning/live`;
const notes = `/planer/${stableId('demo:plan:prepared:06')}/mote/arbetsyta/live`;

test.each([
  ['a section', section, 'strategigrupp-06'],
  ['the notes of a meeting', notes, 'handlaggare-aneby-06'],
])(`${KILLS} kills of a process in which somebody writes %s lose nothing that was said to be stored`, async (_, path, account) => {
  const app = await givenApp({ login: true });
  const { jobs } = await givenDatabase();
  // Within the project, whose files the program finds from where it lies.
  const cache = join(projectRoot, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'overens-races-'));
  try {
    const child = await bundleChild(folder);
    const cookie = await givenLoggedIn(app, account);
    const stored: string[] = [];
    let unsaid = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const typed = await typeUntilKilled(child, JSON.stringify(jobs), { cookie, path }, stored, kill);
      unsaid += typed;
    }
    // Else nothing was tried: something was stored, and something was under way.
    expect(stored.length).toBeGreaterThan(KILLS);
    expect(unsaid).toBeGreaterThan(0);
    const { port, end } = await start(child, JSON.stringify(jobs));
    const window = await openWindow({ port, cookie, path });
    await window.synced();
    const lines = window.text().lines.split('\n');
    await end();
    expect(stored.filter((text) => lines.filter((line) => line === text).length !== 1)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Types lines, notes those that are said to be stored, and kills the process meanwhile. Answers how many were not said to be. */
async function typeUntilKilled(
  child: string,
  login: string,
  at: { cookie: string; path: string },
  stored: string[],
  kill: number,
): Promise<number> {
  const { port, end } = await start(child, login);
  const window = await openWindow({ port, ...at });
  await window.synced();
  const waiting: { text: string; sent: number }[] = [];
  const dying = wait(40 + Math.random() * 250).then(end);
  let isDead = false;
  void window.closed.then(() => {
    isDead = true;
  });
  for (let nth = 0; !isDead; nth++) {
    const text = `rad ${kill}.${nth}`;
    const line = new Y.XmlElement(LIVE_LINE);
    line.insert(0, [new Y.XmlText(text)]);
    window.document.getXmlFragment(LIVE_TEXT).push([line]);
    waiting.push({ text, sent: window.sent() });
    await wait(nth % 3);
    while (waiting[0] && waiting[0].sent <= window.stored()) stored.push(waiting.shift()?.text ?? '');
  }
  await dying;
  return waiting.length;
}

async function start(child: string, login: string): Promise<{ port: number; end(): Promise<void> }> {
  const node = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'node');
  const running = spawn(node, [child, login], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(running, 'close');
  const { value } = await createInterface(running.stdout)[Symbol.asyncIterator]().next();
  const end = async () => {
    running.kill('SIGKILL');
    await ended;
  };
  return { port: Number(value), end };
}

/** The process as one file: it starts in a fraction of the time. */
async function bundleChild(folder: string): Promise<string> {
  const outfile = join(folder, 'live-process.mjs');
  const banner = { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" };
  const entryPoints = [join(import.meta.dirname, 'live-process.ts')];
  const how = { bundle: true, platform: 'node', target: 'node26', format: 'esm', logLevel: 'warning' } as const;
  await build({
    entryPoints,
    outfile,
    banner,
    external: ['pg-native', '@myriaddreamin/typst-ts-node-compiler'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    ...how,
  });
  return outfile;
}
