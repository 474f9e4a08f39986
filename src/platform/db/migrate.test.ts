import type { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { givenEmptyDatabase } from '../../../tests/given/database.ts';
import { ensureAppRole } from './app-role.ts';
import { connect, type Logins } from './connect.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration-files.ts';

const migration = (number: number, sql: string): Migration => ({ number, name: `000${number}-make-thing`, sql, checksum: `sum of ${sql}` });
const first = migration(1, 'create table one (id int)');
const slow = migration(2, 'create table two (id int); select pg_sleep(0.2)');
const third = migration(3, 'create table three (id int)');

const open: Client[] = [];
afterEach(async () => {
  for (const client of open.splice(0)) await client.end();
});

async function owner(logins?: Logins): Promise<Client> {
  const client = await connect((logins ?? (await givenEmptyDatabase())).owner);
  open.push(client);
  return client;
}

async function tables(client: Client): Promise<string[]> {
  const sql = "select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' order by 1";
  return (await client.query<{ tablename: string }>(sql)).rows.map((row) => row.tablename);
}

test('applies what is missing, in order, and then has nothing to do', async () => {
  const client = await owner();
  expect(await migrate(client, [first])).toEqual([first.name]);
  expect(await migrate(client, [first, slow, third])).toEqual([slow.name, third.name]);
  expect(await migrate(client, [first, slow, third])).toEqual([]);
  expect(await tables(client)).toEqual(['one', 'three', 'two']);
});

test('processes that start at the same moment all succeed, and each migration runs once', async () => {
  const logins = await givenEmptyDatabase();
  const clients = await Promise.all([owner(logins), owner(logins), owner(logins)]);
  const applied = await Promise.all(clients.map((client) => migrate(client, [first, slow, third])));
  expect(applied.flat().sort()).toEqual([first.name, slow.name, third.name]);
});

test('a migration that fails changes nothing, is named, and those before it stay', async () => {
  const client = await owner();
  const broken = migration(2, 'create table two (id int); create table one (id int)');
  await expect(migrate(client, [first, broken])).rejects.toMatchObject({
    code: 'migration-failed',
    message: expect.stringContaining(broken.name),
  });
  expect(await tables(client)).toEqual(['one']);
  expect(await migrate(client, [first, slow])).toEqual([slow.name]);
});

test('refuses a database with a migration that this program does not know, and names it', async () => {
  const client = await owner();
  await migrate(client, [first, slow]);
  await expect(migrate(client, [first])).rejects.toMatchObject({ code: 'database-newer', message: expect.stringContaining(slow.name) });
});

test('refuses when a migration was changed after it had been applied', async () => {
  const client = await owner();
  await migrate(client, [first]);
  const changed = { ...first, checksum: 'another' };
  await expect(migrate(client, [changed, slow])).rejects.toMatchObject({ code: 'migration-changed' });
  expect(await tables(client)).toEqual(['one']);
});

test('refuses a migration numbered before one that has been applied', async () => {
  const client = await owner();
  await migrate(client, [first, third]);
  await expect(migrate(client, [first, slow, third])).rejects.toMatchObject({ code: 'migration-late' });
  expect(await tables(client)).toEqual(['one', 'three']);
});

test('the app role can be arranged by many at once, and a login may step down to it', async () => {
  const logins = await givenEmptyDatabase();
  const clients = await Promise.all([owner(logins), owner(logins)]);
  expect(await Promise.all(clients.map((client) => ensureAppRole(client, logins.app.user)))).toEqual([true, true]);
});
