import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { databasePid, givenDataFolder, pressCtrlC, processesOf, programPid, signal, startProgram, untilQuiet } from './given-program.ts';

/** One folder through all the tests of this file: each start finds what the one before left. */
let data: string;
const start = () => startProgram({ env: { OVERENS_DATA: data } });
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

beforeAll(async () => {
  data = await givenDataFolder();
});

test('starts on an empty folder, answers, and at Ctrl-C stops with nothing left running', async () => {
  const program = start();
  const address = await program.ready();
  expect((await fetch(`${address}/avtal`)).status).toBe(200);
  expect(await processesOf(data)).not.toEqual([]);
  pressCtrlC(program);
  expect(await program.ended).toBe(0);
  expect(await processesOf(data)).toEqual([]);
  expect(await exists(join(data, 'pg', 'postmaster.pid'))).toBe(false);
});

test('stops in order when only the launcher is told to (SIGTERM)', async () => {
  const program = start();
  await program.ready();
  program.launcher.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(await processesOf(data)).toEqual([]);
});

test('stops, database included, when the launcher is killed', async () => {
  const program = start();
  await program.ready();
  program.launcher.kill('SIGKILL');
  await untilQuiet(data);
  expect(await exists(join(data, 'pg', 'postmaster.pid'))).toBe(false);
});

test('stops, and leaves nothing running, when told to in the middle of a start', async () => {
  for (const moment of [30, 300]) {
    const program = start();
    while (!(await exists(join(data, 'pg', 'postmaster.pid')))) await wait(5);
    await wait(moment);
    pressCtrlC(program);
    await program.ended;
    await untilQuiet(data);
    expect(program.output()).not.toContain('    at ');
  }
});

test('starts again after kill −9 of the program: the database left running is stopped, then started', async () => {
  const program = start();
  await program.ready();
  const left = await databasePid(data);
  signal(await programPid(program), 'SIGKILL');
  await program.ended;
  expect(await processesOf(data)).toContain(left);
  const next = start();
  await next.ready();
  expect(await databasePid(data)).not.toBe(left);
  pressCtrlC(next);
  expect(await next.ended).toBe(0);
});

test('starts again after kill −9 of everything', async () => {
  const program = start();
  await program.ready();
  for (const pid of [await programPid(program), ...(await processesOf(data))]) signal(pid, 'SIGKILL');
  await program.ended;
  const next = start();
  await next.ready();
  pressCtrlC(next);
  expect(await next.ended).toBe(0);
});

test('gets its database back by itself when only that is killed', async () => {
  const program = start();
  const address = await program.ready();
  const killed = await databasePid(data);
  signal(killed, 'SIGKILL');
  while ((await databasePid(data).catch(() => killed)) === killed) await wait(20);
  const ask = async (path: string) => (await fetch(`${address}${path}`)).status;
  while ((await ask('/readyz').catch(() => 0)) !== 200) await wait(20);
  expect(await ask('/avtal')).toBe(200);
  pressCtrlC(program);
  expect(await program.ended).toBe(0);
  expect(await processesOf(data)).toEqual([]);
});
