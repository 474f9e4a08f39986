import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, type World } from '../../../tests/given/persons-world.ts';
import type { Database } from '../../platform/db/index.ts';
import { newSecret } from '../../platform/identity/index.ts';
import { findRecord, type WholeRecordRow } from './record.sql.ts';

let database: Database;
let world: World;
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), { seed: 29, actors: 60, persons: 60 });
});

/** Everybody who acts with every person, in an order in which those who act take turns. */
function pairs(): { secret: string; person: string }[] {
  return world.persons.flatMap(({ id }) => world.actors.map(({ secret }) => ({ secret, person: id })));
}

const together = (secret: string, person: string) => database.transaction('read', (tx) => findRecord(tx, person), { secret, now: NOW });

/** What somebody sees of all persons, by person, each asked for alone. */
async function byThemselves(secret: string): Promise<Map<string, WholeRecordRow>> {
  const persons = world.persons.map(({ id }) => id);
  const { rows } = await database.transaction(
    'read',
    (tx) => sql<WholeRecordRow>`select r.* from unnest(${persons}::uuid[]) one cross join lateral acting_record(one) r`.execute(tx),
    { secret, now: NOW },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

test('whoever reads a record at the same time as others sees what they see alone, no more and no less', async () => {
  const asked = pairs();
  const shared = await Promise.all(asked.map(({ secret, person }) => together(secret, person)));
  const alone = new Map<string, Map<string, WholeRecordRow>>();
  for (const { secret } of world.actors) alone.set(secret, await byThemselves(secret));
  const seen = shared.filter((row) => row !== undefined).length;
  expect(seen).toBeGreaterThan(40);
  expect(asked.length - seen).toBeGreaterThan(40);
  for (const [nth, { secret, person }] of asked.entries()) expect(shared[nth]).toEqual(alone.get(secret)?.get(person));
});

test('a session that opens nothing shows nothing, beside one that does', async () => {
  const asked = pairs();
  const shared = await Promise.all(asked.map(({ secret, person }) => together(secret, person)));
  const seen = asked[shared.findIndex((row) => row !== undefined)];
  if (!seen) throw new Error('nobody sees anything');
  const [before, nobody, after] = await Promise.all([
    together(seen.secret, seen.person),
    together(newSecret(), seen.person),
    together(seen.secret, seen.person),
  ]);
  expect(nobody).toBeUndefined();
  expect(before?.id).toBe(seen.person);
  expect(after).toEqual(before);
});

test('nobody acts after a shared question, also where more is asked in its transaction', async () => {
  const [one] = world.actors;
  const who = await database.transaction(
    'read',
    async (tx) => {
      const asks = sql<{ who: string | null }>`select acting_account() as who`;
      const before = (await asks.execute(tx)).rows[0]?.who;
      const secrets = world.actors.map(({ secret }) => secret);
      const person = world.persons[0]?.id ?? '';
      await sql`select * from acting_records(${secrets}::text[], ${secrets.map(() => NOW)}::timestamptz[], ${secrets.map(() => person)}::uuid[])`.execute(
        tx,
      );
      return { before, after: (await asks.execute(tx)).rows[0]?.who };
    },
    { secret: one?.secret ?? '', now: NOW },
  );
  expect(who.before).toEqual(expect.any(String));
  expect(who.after).toBeNull();
});
