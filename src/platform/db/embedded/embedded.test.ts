import { access, chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { temporaryGround } from '../../../../tests/given/server.ts';
import { createLog } from '../../log/index.ts';
import { connect, embeddedLogins } from '../connect.ts';
import { openMigrated } from '../database.ts';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './index.ts';
import { readPidFile } from './postmaster.ts';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

async function givenFolder(inside = 'data'): Promise<string> {
  const parent = await mkdtemp(join(await temporaryGround(), 'overens-embedded-'));
  await chmod(parent, 0o711);
  cleanUp.push(() => rm(parent, { recursive: true, force: true }));
  return join(parent, inside);
}

async function start(folder: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder, log: createLog('silent'), lasting: false, ...options });
  cleanUp.push(() => server.stop());
  return server;
}

/** Asks as the owner; answers the first column of the first row. */
async function ask(server: EmbeddedServer, question: string): Promise<unknown> {
  const client = await connect(embeddedLogins(server.socketFolder).owner);
  try {
    return Object.values((await client.query(question)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const gone = (path: string) =>
  access(path).then(
    () => false,
    () => true,
  );

test('keeps what is written from one start to the next, and leaves nothing running between', async () => {
  const folder = await givenFolder();
  const first = await start(folder);
  await ask(first, 'create table kept as select 7 as n');
  await first.stop();
  expect(await gone(first.socketFolder)).toBe(true);
  expect(await readPidFile(join(folder, 'pg'))).toBeUndefined();
  expect(await ask(await start(folder), 'select n from kept')).toBe(7);
});

test('refuses a folder whose database another process runs, and lets a command join it', async () => {
  const folder = await givenFolder();
  const server = await start(folder);
  await expect(start(folder)).rejects.toMatchObject({ code: 'data-folder-in-use' });
  const joined = await start(folder, { whenInUse: 'join' });
  await joined.stop();
  expect(await ask(server, 'select 1')).toBe(1);
});

test('of two that start on an empty folder at once, one runs and the other is refused', async () => {
  const folder = await givenFolder();
  const outcomes = await Promise.allSettled([start(folder), start(folder)]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('listens on no network, and only to its own system user, as the owner or the app', async () => {
  const server = await start(await givenFolder());
  expect(await ask(server, 'show listen_addresses')).toBe('');
  expect((await stat(server.socketFolder)).mode & 0o777).toBe(0o700);
  const { client } = embeddedLogins(server.socketFolder).owner;
  for (const user of ['overens_superuser', 'postgres', 'overens_other']) {
    await expect(connect({ client: { ...client, user }, place: '', user })).rejects.toMatchObject({ code: 'database-login-refused' });
  }
});

test('neither role is a superuser or may make roles', async () => {
  const server = await start(await givenFolder());
  const sql =
    "select count(*)::int from pg_roles where rolname in ('overens_owner', 'overens_app') and (rolsuper or rolcreaterole or rolbypassrls)";
  expect(await ask(server, sql)).toBe(0);
});

test('knows Swedish letters, whatever the machine speaks', async () => {
  const server = await start(await givenFolder());
  const sql = `select lower('ÅÄÖ') || to_tsvector('swedish', 'Åtgärder')::text || (select string_agg(w, '' order by w collate "sv-x-icu") from unnest('{ö,z,å,ä}'::text[]) w)`;
  expect(await ask(server, sql)).toBe("åäö'åtgärd':1zåäö");
});

test('starts when the pid file names a process that is something else, and leaves that alone', async () => {
  const folder = await givenFolder();
  await (await start(folder)).stop();
  await writeFile(join(folder, 'pg', 'postmaster.pid'), `${process.pid}\n${join(folder, 'pg')}\n1\n5432\n\n\n 1 2\nready\n`);
  expect(await ask(await start(folder), 'select 1')).toBe(1);
});

test('starts when the first start was interrupted half-way', async () => {
  const folder = await givenFolder();
  await mkdir(join(folder, 'pg.new', 'base'), { recursive: true });
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'pg.new', 'PG_VERSION'), '18\n');
  expect(await ask(await start(folder), 'select 1')).toBe(1);
  expect(await readdir(folder)).not.toContain('pg.new');
});

test('is started again when it dies, with what it had', async () => {
  const folder = await givenFolder();
  const server = await start(folder, { lasting: true });
  await ask(server, 'create table kept as select 7 as n');
  const before = (await readPidFile(join(folder, 'pg')))?.pid ?? 0;
  process.kill(before, 'SIGKILL');
  for (let now = await readPidFile(join(folder, 'pg')); !now?.ready || now.pid === before; now = await readPidFile(join(folder, 'pg')))
    await wait(20);
  expect(await ask(server, 'select n from kept')).toBe(7);
});

test('what runs when it dies fails, and the process goes on', async () => {
  const folder = await givenFolder();
  const server = await start(folder);
  const database = await openMigrated(embeddedLogins(server.socketFolder), [], createLog('silent'));
  cleanUp.push(() => database.close());
  const asking = [
    database.transaction('read', (tx) => sql`select pg_sleep(60)`.execute(tx)),
    database.asOwner((tx) => sql`select pg_sleep(60)`.execute(tx)),
  ];
  const outcomes = Promise.allSettled(asking);
  await wait(200);
  process.kill((await readPidFile(join(folder, 'pg')))?.pid ?? 0, 'SIGKILL');
  expect((await outcomes).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
});

test('is told as lost when it keeps dying', async () => {
  const folder = await givenFolder();
  const server = await start(folder);
  const killing = setInterval(async () => {
    const running = await readPidFile(join(folder, 'pg'));
    try {
      if (running?.ready) process.kill(running.pid, 'SIGKILL');
    } catch {
      // It was gone before the signal came, and its file not yet.
    }
  }, 50);
  const fault = await server.lost;
  clearInterval(killing);
  expect(fault).toMatchObject({ code: expect.stringMatching(/^embedded-(lost|not-started)$/) });
});

test('works in a folder whose path is too long for a socket, and removes the socket’s folder after itself', async () => {
  const folder = await givenFolder('mycket-lång-sökväg/'.repeat(6));
  await mkdir(folder, { recursive: true });
  for (let at = folder; at.includes('overens-embedded-'); at = dirname(at)) {
    await chmod(at, 0o711);
  }
  const server = await start(folder);
  expect(await ask(server, 'select 1')).toBe(1);
  await server.stop();
  expect(await gone(server.socketFolder)).toBe(true);
});

test('writes no statement and no value into its log', async () => {
  const folder = await givenFolder();
  const server = await start(folder);
  await ask(server, 'create table person (number text primary key)');
  await ask(server, "insert into person values ('19121212-1212')");
  await expect(ask(server, "insert into person values ('19121212-1212')")).rejects.toThrow(/duplicate key/);
  const log = await readFile(join(folder, 'pg.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('1212');
});
