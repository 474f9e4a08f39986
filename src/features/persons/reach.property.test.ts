import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, TODAY, type World, type WorldActor, type WorldPerson } from '../../../tests/given/persons-world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import {
  mayChange,
  mayEndCaseContact,
  mayOpenCaseContact,
  mayOpenInEmergency,
  mayProtect,
  mayRead,
  mayReadOwn,
  maySeePlace,
} from '../../domain/persons/policy.ts';
import { type Reach, reachOf } from '../../domain/persons/reach.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Tx } from '../../platform/index.ts';

const SIZE = { seed: 20261122, actors: 320, persons: 320 };

let database: Database;
let world: World;
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), SIZE);
});

/** What an act is to the policy, and what it is to the database: the persons for whom the running program could do it for them. */
type Act = {
  readonly name: string;
  readonly allows: (actor: Actor, reach: Reach, person: WorldPerson) => boolean;
  readonly done: (tx: Tx, among: readonly string[]) => Promise<string[]>;
  /** Asked person by person, which is slow: tried on every eighth, others for each actor. What is read is tried on all. */
  readonly sampled?: true;
};

const ids = async (tx: Tx, statement: ReturnType<typeof sql<{ id: string }>>) => (await statement.execute(tx)).rows.map(({ id }) => id);

const acts: readonly Act[] = [
  {
    name: 'read',
    allows: (actor, reach) => mayRead(actor, reach) || mayReadOwn(actor, reach),
    done: (tx) => ids(tx, sql<{ id: string }>`select id from person`),
  },
  {
    name: 'see the place of',
    allows: (actor, reach) => maySeePlace(actor, reach),
    done: (tx) => ids(tx, sql<{ id: string }>`select person_id as id from person_place`),
  },
  {
    name: 'have the record of',
    allows: (actor, reach) => mayRead(actor, reach) || mayReadOwn(actor, reach),
    sampled: true,
    done: (tx, among) =>
      ids(tx, sql<{ id: string }>`select r.id from unnest(${[...among]}::uuid[]) one cross join lateral acting_record(one) r`),
  },
  {
    name: 'open a contact with',
    allows: (actor, reach) => mayOpenCaseContact(actor, reach),
    sampled: true,
    done: (tx, among) =>
      ids(tx, sql<{ id: string }>`select id from unnest(${[...among]}::uuid[]) id where may_open_contact(id, acting_case_unit())`),
  },
  {
    name: 'open in an emergency',
    allows: (actor, _, person) => {
      const assignment = actor.kind === 'staff' ? actor.assignment : undefined;
      const covered = world.coveredUnits.has(assignment?.unit?.id ?? '');
      return (
        mayOpenInEmergency(actor, { covered }) &&
        person.owner !== assignment?.organisation.id &&
        person.documented &&
        !person.standing.blocked
      );
    },
    sampled: true,
    done: (tx, among) => ids(tx, sql<{ id: string }>`select id from unnest(${[...among]}::uuid[]) id where may_open_in_emergency(id)`),
  },
  {
    name: 'change',
    allows: (actor, reach) => mayChange(actor, reach),
    sampled: true,
    done: (tx, among) =>
      ids(tx, sql<{ id: string }>`update person set name = name || '!' where id = any(${[...among]}::uuid[]) returning id`),
  },
  {
    name: 'change the place of',
    allows: (actor, reach) => mayChange(actor, reach) && maySeePlace(actor, reach),
    sampled: true,
    done: (tx, among) =>
      ids(
        tx,
        sql<{
          id: string;
        }>`update person_place set whereabouts_cipher = null where person_id = any(${[...among]}::uuid[]) returning person_id as id`,
      ),
  },
  {
    name: 'protect, or lift the protection of',
    allows: (actor, reach) => mayProtect(actor, reach),
    sampled: true,
    // Everyone whom they may read, and one in eight of the others.
    done: (tx, among) =>
      ids(
        tx,
        sql<{ id: string }>`select id from unnest(${[...among]}::uuid[]) id
          where case when id in (select id from person) or get_byte(uuid_send(id), 15) < 32 then protect_person(id, null) end`,
      ),
  },
  {
    name: 'end a contact with',
    allows: (actor, reach) => mayEndCaseContact(actor, reach),
    done: (tx) =>
      ids(tx, sql<{ id: string }>`update case_contact set valid = daterange(lower(valid), ${TODAY}::date) returning person_id as id`),
  },
];

class Back extends Error {}

/** Everything the running program could do in the actor's session, act by act; taken back afterwards. */
async function everythingDone({ secret }: WorldActor, tried: (act: Act) => readonly WorldPerson[]): Promise<string[][]> {
  const found: string[][] = [];
  await database
    .transaction('write', async (tx) => {
      await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
      for (const act of acts)
        found.push(
          [
            ...new Set(
              await act.done(
                tx,
                tried(act).map(({ id }) => id),
              ),
            ),
          ].sort(),
        );
      throw new Back();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Back)) throw error;
    });
  return found;
}

/** Act by act, the persons for whom the policies let the actor do it. */
function everythingAllowed(one: WorldActor, tried: (act: Act) => readonly WorldPerson[]): string[][] {
  const reaches = new Map(
    world.persons.map((person) => [person, reachOf(one.actor, world.standing(one, person), { today: TODAY, now: NOW })] as const),
  );
  return acts.map((act) =>
    tried(act)
      .filter((person) => act.allows(one.actor, reaches.get(person) as Reach, person))
      .map(({ id }) => id)
      .sort(),
  );
}

describe('row-level security and the policies', () => {
  test('agree on every act of every role in every organisation, at every state of assignment and session, on every person', async () => {
    expect(world.actors.length * world.persons.length).toBeGreaterThanOrEqual(100_000);
    const disagreements: string[] = [];
    const granted = acts.map(() => 0);
    for (const [nth, one] of world.actors.entries()) {
      const every8th = world.persons.filter((_, index) => index % 8 === nth % 8);
      const tried = ({ sampled }: Act) => (sampled ? every8th : world.persons);
      const found = await everythingDone(one, tried);
      const allowed = everythingAllowed(one, tried);
      for (const [index, act] of acts.entries()) {
        const expected = allowed[index] ?? [];
        granted[index] = (granted[index] ?? 0) + expected.length;
        if (found[index]?.join() !== expected.join())
          disagreements.push(`${act.name}: ${JSON.stringify(one.actor)} database ${found[index]?.length}, policy ${expected.length}`);
      }
    }
    expect(disagreements.slice(0, 5)).toEqual([]);
    // Each act is allowed often enough for agreement to say something.
    expect(granted.filter((times) => times < 100)).toEqual([]);
  });
});
