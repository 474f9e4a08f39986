import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, TODAY, type WorldActor } from '../../../tests/given/persons-world.ts';
import { readableBy } from '../../../tests/given/plans-oracle.ts';
import { givenPlanWorld, placeOf } from '../../../tests/given/plans-world.ts';
import { dataKinds } from '../../domain/consents/kinds.ts';

test('a huvudman is told of just what somebody who works with persons in one of its units could read, by an independent telling', async () => {
  const database = await givenDatabase();
  const world = await givenPersonsWorld(database, givenKeyRing(), { seed: 20261124, actors: 200, persons: 120, ends: true });
  const plans = await givenPlanWorld(database, world, { seed: 77, plans: 200 });
  /** Somebody who works with persons, in each unit that is open. */
  const workers = new Map<string, WorldActor>();
  const like = world.actors.find((one) => placeOf(one) && one.actor.kind === 'staff');
  if (like?.actor.kind !== 'staff' || !like.actor.assignment) throw new Error('nobody works anywhere');
  const { assignment } = like.actor;
  const open = await database.asOwner((tx) =>
    sql<{ unit: string; organisation: string }>`select unit_id as unit, organisation_id as organisation from unit_version
      where valid @> ${TODAY}::date`.execute(tx),
  );
  for (const { unit, organisation } of open.rows) {
    const place = { organisation: { ...assignment.organisation, id: organisation }, unit: { id: unit, name: '' } };
    const actor = { ...like.actor, assignment: { ...assignment, ...place, role: 'coordinator' as const } };
    workers.set(`${organisation} ${unit}`, { ...like, actor });
  }
  const organisations = [...new Set([...workers.values()].flatMap((one) => placeOf(one)?.organisation ?? []))];
  const asked = plans.flatMap(({ id }) => organisations.map((organisation) => ({ plan: id, organisation })));
  const { rows } = await database.asOwner(async (tx) => {
    await sql`select set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
    return sql<{
      plan: string;
      organisation: string;
      kinds: string[];
    }>`select a.plan, a.organisation, huvudman_plan_kinds(a.plan, a.organisation) as kinds
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) a(plan uuid, organisation uuid)`.execute(tx);
  });
  const told = new Map(rows.map(({ plan, organisation, kinds }) => [`${plan} ${organisation}`, kinds]));
  const wrong: string[] = [];
  const seen = { all: 0, some: 0, nothing: 0 };
  for (const plan of plans) {
    const readers = Map.groupBy(workers.values(), (one) => placeOf(one)?.organisation ?? '');
    for (const organisation of organisations) {
      const could = new Set((readers.get(organisation) ?? []).flatMap((one) => readableBy(world, one, plan)));
      const expected = dataKinds.filter((kind) => could.has(kind));
      const found = dataKinds.filter((kind) => told.get(`${plan.id} ${organisation}`)?.includes(kind));
      if (found.join() !== expected.join()) wrong.push(`${plan.id} ${organisation}: ${found} not ${expected}`);
      seen[expected.length === 0 ? 'nothing' : expected.length === dataKinds.length ? 'all' : 'some'] += 1;
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(Object.values(seen).filter((times) => times < 20)).toEqual([]);
});
