import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { givenKeyRing } from '../../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, TODAY, type World } from '../../../../tests/given/persons-world.ts';
import { readableBy } from '../../../../tests/given/plans-oracle.ts';
import { givenPlanWorld, placeOf, type WorldPlan } from '../../../../tests/given/plans-world.ts';
import { dataKinds } from '../../../domain/consents/kinds.ts';
import type { Database } from '../../../platform/db/index.ts';
import { findCopyToMake } from './copies.sql.ts';
import { DELIVER, standingOfReceiver } from './deliver-copies.ts';

let database: Database;
let world: World;
let plans: WorldPlan[];
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), { seed: 44, actors: 160, persons: 120, ends: true });
  plans = await givenPlanWorld(database, world, { seed: 440, plans: 400 });
});

test('a copy holds what the staff of its unit may read at that moment, and nothing else, whatever has been said, ended and merged', async () => {
  const established = plans.filter((plan) => plan.established !== undefined && plan.established <= 0);
  const tried: { copy: string; expected: readonly string[] }[] = [];
  const gone = new Set<string>();
  await database.asOwner(async (tx) => {
    for (const plan of established) {
      for (const one of world.actors) {
        const place = placeOf(one);
        const isCase = place && ['municipal-case-worker', 'regional-clinician', 'coordinator'].includes(place.role);
        if (!isCase) continue;
        // What is ordered for a unit that has gone into theirs is theirs to read.
        const units = [place.unit, ...world.mergedInto(place.unit)];
        for (const party of plan.parties) {
          if (!units.includes(party.unit) || world.goesOnFor(party) !== place.organisation) continue;
          const copy = randomUUID();
          await sql`insert into plan_copy (id, plan_id, version_id, number, attempt, receiver, organisation_id, unit_id, ordered_by, ordered_at)
            select ${copy}::uuid, ${plan.id}::uuid, v.id, v.number, 1 + (tried.n), 'unit', ${party.organisation}::uuid, ${party.unit}::uuid, v.established_by, v.established_at
            from plan_version v cross join lateral (select count(*)::int as n from plan_copy c where c.version_id = v.id and c.unit_id = ${party.unit}::uuid) tried
            where v.plan_id = ${plan.id}::uuid and tried.n < 20`.execute(tx);
          tried.push({ copy, expected: readableBy(world, one, plan) });
          if (party.unit !== place.unit) gone.add(copy);
        }
      }
    }
  });
  expect(tried.filter(({ expected }) => expected.length > 0).length).toBeGreaterThan(20);
  expect(tried.filter(({ expected }) => expected.length < dataKinds.length).length).toBeGreaterThan(20);
  expect(tried.filter(({ copy, expected }) => gone.has(copy) && expected.length < dataKinds.length).length).toBeGreaterThan(5);
  const wrong: string[] = [];
  await database.transaction(
    'read',
    async (tx) => {
      for (const { copy, expected } of tried) {
        const wanted = await findCopyToMake(tx, copy);
        if (!wanted) continue;
        const { reach } = standingOfReceiver(wanted, { today: TODAY, now: NOW });
        const found = dataKinds.filter((kind) => reach.grounds.has(kind));
        if (found.join() !== expected.join()) wrong.push(`${copy}: ${found.join()} instead of ${expected.join()}`);
        const basis = [...reach.grounds].map(([kind, ground]) => ({ kind, ground: ground.kind, id: 'id' in ground ? ground.id : null }));
        const holds = async (kinds: readonly string[]) =>
          (
            await sql<{
              holds: boolean;
            }>`select copy_basis_holds(${copy}::uuid, ${kinds}::text[], ${JSON.stringify(basis)}::jsonb) as holds`.execute(tx)
          ).rows[0]?.holds;
        if (!(await holds(found))) wrong.push(`${copy}: the database refuses ${found.join()}`);
        const [more] = dataKinds.filter((kind) => !found.includes(kind));
        if (more && (await holds([...found, more]))) wrong.push(`${copy}: the database takes ${more} without a ground`);
      }
    },
    { program: DELIVER, now: NOW },
  );
  expect(wrong).toEqual([]);
});
