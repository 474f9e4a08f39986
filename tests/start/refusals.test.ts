import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, embeddedLogins } from '../../src/platform/db/connect.ts';
import { readPidFile } from '../../src/platform/db/embedded/postmaster.ts';
import { givenDataFolder, pressCtrlC, processesOf, type StartedProgram, startProgram } from './given-program.ts';

let data: string;
let running: StartedProgram;
let address: string;

beforeAll(async () => {
  data = await givenDataFolder();
  running = startProgram({ env: { OVERENS_DATA: data } });
  address = await running.ready();
});

afterAll(async () => {
  pressCtrlC(running);
  await running.ended;
});

/** Starts with these settings and answers the one thing it says before it ends; the build is not part of it. */
async function refusal(env: Record<string, string>): Promise<{ code: unknown; says: string }> {
  const program = startProgram({ env: { LOG_LEVEL: 'warn', ...env } });
  const code = await program.ended;
  return { code, says: program.output().replace(/^(Bygger …|Väntar på .*)\n/gm, '') };
}

const oneLine = (...parts: string[]) => expect.stringMatching(new RegExp(`^[^\\n]*${parts.join('[^\\n]*')}[^\\n]*\\n$`));

test('a second program on the same data folder says so, and the first goes on undisturbed', async () => {
  expect(await refusal({ OVERENS_DATA: data })).toEqual({ code: 1, says: oneLine('Datamappen', 'används redan', 'OVERENS_DATA=') });
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
});

test('another copy beside it runs, with its own port and folder', async () => {
  const beside = startProgram({ env: { OVERENS_DATA: await givenDataFolder() } });
  const other = await beside.ready();
  expect(other).not.toBe(address);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  pressCtrlC(beside);
  expect(await beside.ended).toBe(0);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
});

test('a port that is taken: says which, and leaves no database running', async () => {
  const holder: Server = createServer().listen(0);
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as { port: number };
  const folder = await givenDataFolder();
  const answer = await refusal({ OVERENS_DATA: folder, PORT: String(port) });
  holder.close();
  expect(answer).toEqual({ code: 1, says: oneLine(`Port ${port} används redan`, 'PORT=') });
  expect(await processesOf(folder)).toEqual([]);
});

test('a data folder that cannot be written: says which, and why', async () => {
  const file = join(dirname(data), 'a-file');
  await writeFile(file, '');
  expect(await refusal({ OVERENS_DATA: file })).toEqual({ code: 1, says: oneLine('Datamappen', 'det är en fil', 'OVERENS_DATA=') });
  expect(await refusal({ OVERENS_DATA: '/proc/overens' })).toEqual({ code: 1, says: oneLine('Datamappen', 'OVERENS_DATA=') });
});

test('a given database that does not answer: says where, and never the password', async () => {
  const { code, says } = await refusal({ DATABASE_URL: 'postgres://anna:hemligt@localhost:1/overens' });
  expect({ code, says }).toEqual({ code: 1, says: oneLine('localhost:1/overens svarar inte', 'DATABASE_URL') });
  expect(says).not.toContain('hemligt');
});

test('a database migrated by a newer version: says so, changes nothing and leaves nothing running', async () => {
  const folder = await givenDataFolder();
  const first = startProgram({ env: { OVERENS_DATA: folder } });
  await first.ready();
  const socketFolder = (await readPidFile(join(folder, 'pg')))?.socketFolder ?? '';
  const owner = await connect(embeddedLogins(socketFolder).owner);
  await owner.query("insert into schema_migration values (9999, '9999-from-tomorrow', 'x')");
  await owner.end();
  pressCtrlC(first);
  await first.ended;
  expect(await refusal({ OVERENS_DATA: folder })).toEqual({ code: 1, says: oneLine('nyare version', '9999-from-tomorrow') });
  expect(await processesOf(folder)).toEqual([]);
});

test('a data folder of another PostgreSQL: says both versions and touches nothing', async () => {
  const folder = await givenDataFolder();
  await mkdir(join(folder, 'pg'), { recursive: true, mode: 0o711 });
  await writeFile(join(folder, 'pg', 'PG_VERSION'), '17\n');
  expect(await refusal({ OVERENS_DATA: folder })).toEqual({ code: 1, says: oneLine('PostgreSQL 17', '18') });
});

test('faulty settings: all of them at once, one line each, no secret among them', async () => {
  const { code, says } = await refusal({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'mysql://anna:hemligt@db/x' });
  expect(code).toBe(1);
  expect(
    says
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/[ :]/)[0])
      .sort(),
  ).toEqual(['DATABASE_URL', 'LOG_LEVEL', 'PORT']);
  expect(says).not.toContain('hemligt');
});
