import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { givenDatabase, givenLogins } from '../../../tests/given/database.ts';
import { givenThrottle } from '../../../tests/given/throttle.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { createLog } from '../log/index.ts';
import { onConstraint } from './constraints.ts';
import { migrationsFolder, openMigrated } from './database.ts';
import type { Database, Tx } from './index.ts';
import { readMigrations } from './migration-files.ts';

const run = (database: Database, mode: 'read' | 'write', text: string) => database.transaction(mode, (tx) => sql.raw(text).execute(tx));

/** A table of the test's own, in a database of its own, where the app may do what the text grants. */
async function givenTable(grants: string): Promise<Database> {
  const database = await givenDatabase();
  await database.asOwner(async (tx) => {
    await sql`drop table if exists thing`.execute(tx);
    await sql`create table thing (name text primary key, day date, at timestamptz, size bigint, days date[])`.execute(tx);
    await sql.raw(`grant ${grants} on thing to overens_app`).execute(tx);
  });
  return database;
}

const names = async (database: Database) =>
  (await database.transaction('read', (tx) => sql<{ name: string }>`select name from thing order by name`.execute(tx))).rows.map(
    (row) => row.name,
  );

test('the app cannot create tables, in either kind of transaction', async () => {
  const database = await givenDatabase();
  for (const mode of ['read', 'write'] as const) await expect(run(database, mode, 'create table mine (id int)')).rejects.toThrow();
  await expect(run(database, 'write', 'create table mine (id int)')).rejects.toThrow(/permission denied/);
});

test.each([
  'insert into schema_migration values (9999, $$x$$, $$x$$)',
  'update schema_migration set checksum = $$x$$',
  'delete from schema_migration',
])('the app cannot touch the history of migrations: %s', async (statement) => {
  await expect(run(await givenDatabase(), 'write', statement)).rejects.toThrow(/permission denied/);
});

// With one login for everything, as a lone DATABASE_URL gives, the login itself could; two logins or the embedded server cannot.
test.runIf(inject('testServer').kind === 'embedded')('the app cannot become the owner, nor leave its role', async () => {
  const database = await givenDatabase();
  await expect(run(database, 'write', 'set role overens_owner')).rejects.toThrow(/permission denied/);
  const answer = await database.transaction('write', async (tx) => {
    await sql`reset role`.execute(tx);
    return sql<{ current_user: string }>`select current_user`.execute(tx);
  });
  expect(answer.rows[0]?.current_user).toBe('overens_app');
});

test('the app may do to a table what its migration grants, and nothing more', async () => {
  const database = await givenTable('select, insert');
  await run(database, 'write', "insert into thing (name) values ('a')");
  await expect(run(database, 'write', "update thing set name = 'b'")).rejects.toThrow(/permission denied/);
  await expect(run(database, 'write', 'delete from thing')).rejects.toThrow(/permission denied/);
  expect(await names(database)).toEqual(['a']);
});

test('a read transaction cannot write', async () => {
  const database = await givenTable('select, insert');
  await expect(run(database, 'read', "insert into thing (name) values ('a')")).rejects.toThrow(/read-only transaction/);
  expect(await names(database)).toEqual([]);
});

test('a write that throws changes nothing', async () => {
  const database = await givenTable('select, insert');
  const attempt = database.transaction('write', async (tx) => {
    await sql`insert into thing (name) values ('a')`.execute(tx);
    throw new Error('afterwards');
  });
  await expect(attempt).rejects.toThrow('afterwards');
  expect(await names(database)).toEqual([]);
});

test('a write that answers with a refusal changes nothing, and the refusal is handed on', async () => {
  const database = await givenTable('select, insert');
  const answer = await database.transaction('write', async (tx): Promise<Refusal | 'done'> => {
    await sql`insert into thing (name) values ('a')`.execute(tx);
    return refuse('too-late');
  });
  expect(answer).toMatchObject({ refused: true, code: 'too-late' });
  expect(await names(database)).toEqual([]);
});

test('a violated constraint can be answered with a refusal', async () => {
  const database = await givenTable('select, insert');
  const add = (tx: Tx) => sql`insert into thing (name) values ('a')`.execute(tx);
  const addOnce = () =>
    database.transaction('write', (tx) => add(tx).catch((error) => onConstraint(error, { thing_pkey: refuse('name-taken') })));
  expect(isRefusal(await addOnce())).toBe(false);
  expect(await addOnce()).toMatchObject({ code: 'name-taken' });
  expect(await names(database)).toEqual(['a']);
});

test('a read transaction sees one moment, also when others write meanwhile', async () => {
  const database = await givenTable('select, insert');
  const count = (tx: Tx) => sql<{ n: number }>`select count(*) as n from thing`.execute(tx).then(({ rows }) => rows[0]?.n);
  const seen = await database.transaction('read', async (tx) => {
    const before = await count(tx);
    await run(database, 'write', "insert into thing (name) values ('a')");
    return [before, await count(tx)];
  });
  expect(seen).toEqual([0, 0]);
  expect(await names(database)).toEqual(['a']);
});

test('many transactions at once keep apart, reads and writes on the same connections', async () => {
  const database = await givenTable('select, insert');
  const all = Array.from({ length: 200 }, async (_, i) => {
    if (i % 2) return database.transaction('write', (tx) => sql`insert into thing (name) values (${`n${i}`})`.execute(tx));
    return database.transaction('read', (tx) =>
      Promise.all([sql`select ${i}::int as i`.execute(tx), sql`select name from thing`.execute(tx)]),
    );
  });
  const answers = await Promise.all(all);
  expect(answers.filter((_, i) => i % 2 === 0).map((answer) => (answer as { rows: { i: number }[] }[])[0]?.rows[0]?.i)).toEqual(
    Array.from({ length: 100 }, (_, i) => i * 2),
  );
  expect(await names(database)).toHaveLength(100);
});

test('a statement that fails spoils its own transaction only', async () => {
  const database = await givenTable('select, insert');
  const attempts = Array.from({ length: 40 }, (_, i) =>
    run(database, 'read', i % 2 ? 'select 1' : 'select 1/0').then(
      () => 'done',
      () => 'failed',
    ),
  );
  expect(await Promise.all(attempts)).toEqual(Array.from({ length: 40 }, (_, i) => (i % 2 ? 'done' : 'failed')));
});

test('dates, instants, big integers and arrays of dates come out as they went in', async () => {
  const database = await givenTable('select, insert');
  const day = Temporal.PlainDate.from('2024-06-30');
  const at = Temporal.Instant.from('2024-06-30T23:59:59.123456Z');
  const days = [day, day.add({ days: 1 })];
  await database.transaction('write', (tx) => sql`insert into thing values ('a', ${day}, ${at}, ${2 ** 40}, ${days})`.execute(tx));
  const { rows } = await database.transaction('read', (tx) => sql<Record<string, unknown>>`select * from thing`.execute(tx));
  expect(rows[0]).toMatchObject({ name: 'a', size: 2 ** 40 });
  expect(`${rows[0]?.day} ${rows[0]?.at} ${rows[0]?.days}`).toBe(`${day} ${at} ${days}`);
});

test('never hands out a big integer that is not exact', async () => {
  await expect(run(await givenDatabase(), 'read', 'select 9007199254740993::bigint')).rejects.toThrow(RangeError);
});

test('is ready with exactly the migrations of this program', async () => {
  const all = await readMigrations(migrationsFolder);
  const logins = await givenLogins();
  const database = await openMigrated(logins, all, createLog('silent'));
  expect(await database.ready()).toBe(true);
  await database.asOwner((tx) => sql`insert into schema_migration values (9999, '9999-from-tomorrow', 'x')`.execute(tx));
  expect(await database.ready()).toBe(false);
  await database.close();
  await expect(openMigrated(logins, all, createLog('silent'))).rejects.toMatchObject({ code: 'database-newer' });
});

test('is not ready when it is closed', async () => {
  const database = await openMigrated(await givenLogins(), await readMigrations(migrationsFolder), createLog('silent'));
  await database.close();
  expect(await database.ready()).toBe(false);
});

// A database that hangs, or a network that drops everything: the connection stands, and nothing comes.
test.runIf(inject('testServer').kind === 'embedded')(
  'is not ready when the database says nothing, and ready when it speaks again',
  async () => {
    const { owner, app, writes, jobs } = await givenLogins();
    const through = await givenThrottle(`${app.client.host}/.s.PGSQL.${app.client.port}`);
    const logins = { owner, writes, jobs, app: { ...app, client: { ...app.client, host: '127.0.0.1', port: through.port } } };
    const database = await openMigrated(logins, await readMigrations(migrationsFolder), createLog('silent'));
    expect(await database.ready()).toBe(true);
    through.hold();
    expect(await database.ready()).toBe(false);
    through.release();
    await expect.poll(() => database.ready()).toBe(true);
    await database.close();
    await through.close();
  },
);
