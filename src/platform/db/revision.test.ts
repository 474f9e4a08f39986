import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenDatabase, givenLogins } from '../../../tests/given/database.ts';
import { createLog } from '../log/index.ts';
import { perRevision } from '../per-revision.ts';
import { migrationsFolder, openMigrated } from './database.ts';
import type { Database, Tx } from './index.ts';
import { readMigrations } from './migration-files.ts';
import { tellRevision } from './revision.ts';

const raise = (database: Database) => database.asOwner((tx) => sql`update catalogue set revision = revision + 1`.execute(tx));

/** What a transaction sees, as loaded data would be: here it is the revision itself. */
const seen = async (tx: Tx) =>
  (await sql<{ revision: string }>`select revision::text as revision from catalogue`.execute(tx)).rows[0]?.revision;

/** Runs as a use-case whose request was told this revision. */
const told = <T>(database: Database, revision: string, run: (tx: Tx) => Promise<T>) =>
  database.transaction('read', (tx) => {
    tellRevision(tx, revision);
    return run(tx);
  });

test('what is remembered under the revision a request was told is used, and made anew once the request was told another', async () => {
  const database = await givenDatabase();
  let made = 0;
  const remembered = perRevision(async (tx) => {
    made++;
    return seen(tx);
  });
  const first = await database.revision();
  expect(await told(database, first, remembered)).toBe(first);
  expect(await told(database, first, remembered)).toBe(first);
  expect(made).toBe(1);
  await raise(database);
  const second = await database.revision();
  expect(second).not.toBe(first);
  expect(await told(database, second, remembered)).toBe(second);
  expect(made).toBe(2);
});

test('never keeps under a revision what was made of data of the one before, also when a request was told the old one', async () => {
  const database = await givenDatabase();
  const inner = perRevision(seen);
  const outer = perRevision(async (tx, key) => `${key} ${await inner(tx)}`, 10);
  const first = await database.revision();
  await told(database, first, (tx) => outer(tx, 'a'));
  await raise(database);
  const second = await database.revision();
  // Told the old revision, this request still makes something new: all of it must be of what its transaction sees.
  expect(await told(database, first, (tx) => outer(tx, 'b'))).toBe(`b ${second}`);
  expect(await told(database, second, (tx) => outer(tx, 'b'))).toBe(`b ${second}`);
});

test('of two databases with the same revision neither is ever told what is remembered of the other', async () => {
  const one = await givenDatabase();
  const other = await openMigrated(await givenLogins(), await readMigrations(migrationsFolder), createLog('silent'));
  try {
    const name = async (tx: Tx) => (await sql<{ name: string }>`select current_database() as name`.execute(tx)).rows[0]?.name;
    const remembered = perRevision(name);
    const revision = await one.revision();
    await other.asOwner((tx) => sql`update catalogue set revision = ${revision}::bigint`.execute(tx));
    expect(await other.revision()).toBe(revision);
    const names = [await told(one, revision, remembered), await told(other, revision, remembered)];
    expect(new Set(names).size).toBe(2);
    expect([await told(one, revision, remembered), await other.asOwner(remembered)]).toEqual(names);
  } finally {
    await other.close();
  }
});

test('everyone who asks for the revision after a load has committed is told the new one', async () => {
  const database = await givenDatabase();
  const before = await database.revision();
  const meanwhile = Array.from({ length: 5 }, () => database.revision());
  await raise(database);
  const after = await Promise.all(Array.from({ length: 5 }, () => database.revision()));
  expect(new Set(after)).toEqual(new Set([String(Number(before) + 1)]));
  for (const answer of await Promise.all(meanwhile)) expect(Number(answer)).toBeGreaterThanOrEqual(Number(before));
});
