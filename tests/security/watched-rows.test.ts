import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenDatabase, givenLoginsOf } from '../given/database.ts';
import { addedRows, watchRows } from './watched-rows.ts';

let watched: Awaited<ReturnType<typeof watchRows>>;
beforeAll(async () => {
  const database = await givenDatabase();
  watched = await watchRows(givenLoginsOf(database).owner, /^public\.session$/);
});
afterAll(() => watched.stop());

const done = async (statement: ReturnType<typeof sql>) => (await givenDatabase()).asOwner((tx) => statement.execute(tx));
const REVISION = 'public.catalogue';

test('a look sees every table but those that are left out, and nothing new when nothing has happened', async () => {
  const first = await watched.look();
  expect(first.get(REVISION)?.size).toBe(1);
  expect([first.size > 80, first.has('public.session')]).toEqual([true, false]);
  expect(addedRows(first, await watched.look())).toEqual([]);
});

test('a row that is changed, also back to what it was, is seen as against each look', async () => {
  const first = await watched.look();
  await done(sql`update catalogue set revision = revision + 1`);
  const second = await watched.look();
  expect(addedRows(first, second)).toEqual([expect.stringMatching(/^public\.catalogue /)]);
  // As it was before: nothing that was not there at the first look, and something that was not there at the second.
  await done(sql`update catalogue set revision = revision - 1`);
  const third = await watched.look();
  expect([addedRows(first, third), addedRows(second, third).length]).toEqual([[], 1]);
  await done(sql`update schema_migration set name = name || '-prov' where number = 1`);
  expect(addedRows(third, await watched.look())).toEqual([expect.stringMatching(/^public\.schema_migration .*-prov/)]);
});
