import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, type World, type WorldActor } from '../../../tests/given/persons-world.ts';
import { givenPlanWorld, placeOf, type WorldPlan } from '../../../tests/given/plans-world.ts';
import { fillTable } from '../../../tests/given/random-parts.ts';
import type { Database, Tx } from '../../platform/db/index.ts';

/** What a part of a plan shows of a row, and the row as its table has it, beside the kind of data that it is. */
const PARTS: Readonly<Record<string, { kind: string; shown: readonly string[]; of: RawBuilder<unknown> }>> = {
  parties: { kind: `'meeting'`, shown: ['unit', 'standing'], of: sql`(select plan_id, unit_id as unit, standing from plan_party)` },
  initiatives: { kind: `'needs'`, shown: ['id', 'reason_cipher'], of: sql`plan_initiative` },
  assessments: { kind: `'needs'`, shown: ['id', 'reason_cipher'], of: sql`plan_assessment` },
  texts: { kind: 'data_kind', shown: ['id', 'cipher'], of: sql`(select *, text_cipher as cipher from plan_text)` },
  goals: { kind: `'goals'`, shown: ['wording', 'cipher'], of: sql`(select plan_id, id as wording, goal_cipher as cipher from plan_goal)` },
  measures: {
    kind: `'measures'`,
    shown: ['wording', 'cipher'],
    of: sql`(select plan_id, id as wording, words_cipher as cipher from plan_measure)`,
  },
  duties: { kind: `'measures'`, shown: ['id', 'reason_cipher'], of: sql`plan_duty` },
  sheets: {
    kind: `'needs'`,
    shown: ['id', 'cipher'],
    of: sql`(select distinct on (plan_id, sheet) *, words_cipher as cipher from plan_sheet order by plan_id, sheet, number desc)`,
  },
};

let database: Database;
let world: World;
let plans: WorldPlan[];
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), { seed: 48, actors: 200, persons: 90, ends: true });
  plans = await givenPlanWorld(database, world, { seed: 4, plans: 140 });
  await database.asOwner((tx) => fill(tx, world.actors[0]?.account ?? ''));
});

/** Something in every part that a plan may have: of some plans nothing, of some more than one, each with words of its own. */
async function fill(tx: Tx, account: string): Promise<void> {
  const at = NOW.subtract({ seconds: 100 });
  const words = () => `\\x${randomUUID().replaceAll('-', '')}`;
  const parts = plans.filter((_, nth) => nth % 7 !== 0).map((plan) => ({ plan, first: plan.parties[0] }));
  const rows = (make: (place: { unit_id: string; organisation_id: string }) => Record<string, unknown>[]) =>
    parts.flatMap(({ plan, first }) =>
      make({ unit_id: first?.unit ?? '', organisation_id: first?.organisation ?? '' }).map((row) => ({
        ...{ id: randomUUID(), plan_id: plan.id, at, written_by: account },
        ...row,
      })),
    );
  const day = '2026-12-01';
  await fillTable(
    tx,
    'plan_assessment',
    rows((place) => [{ ...place, needed: false, reason_cipher: words() }]),
  );
  await fillTable(
    tx,
    'plan_goal',
    rows((place) => {
      const goal = { ...place, goal_id: randomUUID(), voice: 'staff', horizon: 'short', dropped: false };
      return [1, 2].map((number) => ({ ...goal, number, goal_cipher: words() }));
    }),
  );
  await fillTable(
    tx,
    'plan_measure',
    rows(({ unit_id: writing_unit_id, organisation_id: writing_organisation_id }) => [
      {
        ...{ measure_id: randomUUID(), number: 1, doer: 'other', starts_on: day, target_on: day, outside_reason: 'own-wish' },
        ...{ differs: false, dropped: false, words_cipher: words(), writing_unit_id, writing_organisation_id },
      },
    ]),
  );
  await fillTable(
    tx,
    'plan_duty',
    rows(({ organisation_id }) => [
      { sort: 'overall', organisation_id },
      { sort: 'participation', took_part: false, reason_cipher: words() },
    ]),
  );
  await fillTable(
    tx,
    'plan_sheet',
    rows((place) =>
      [1, 2].flatMap((number) => ['checks', 'discharge'].map((sheet) => ({ ...place, sheet, number, words_cipher: words() }))),
    ),
  );
  await fillTable(
    tx,
    'plan_closing',
    rows((place) => [{ ...place, closed_on: '2026-11-20', closed_by: account }])
      .filter((_, nth) => nth % 3 === 0)
      .map(({ written_by: _, ...row }: Record<string, unknown>) => row),
  );
}

const acting = () => world.actors.filter((one) => placeOf(one) || one.actor.kind === 'individual').slice(0, 60);

/** The plans that may be something to somebody, and some that are not. */
function tried(one: WorldActor): string[] {
  const place = placeOf(one);
  const units = place ? [place.unit, ...world.mergedInto(place.unit)] : [];
  const near = plans.filter((plan) => plan.parties.some(({ unit }) => units.includes(unit)) || world.standing(one, plan.person).own);
  return [...new Set([...near.slice(0, 6), ...plans.filter((_, nth) => nth % 35 === 3)])].map(({ id }) => id);
}

const as = <Answer>({ secret }: { secret: string }, ask: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  database.transaction('read', async (tx) => {
    await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
    return ask(tx);
  });

type Part = readonly Readonly<Record<string, string | null>>[];
type Whole = { id: string; open: string[]; name: string | null; parts: Readonly<Record<string, Part | null>> & { closed: boolean } };

type Core = Pick<Whole, 'id' | 'name' | 'parts'> & { grounds: string[] };

const wholesOf = async (tx: Tx, ids: readonly string[]) =>
  (
    await sql<Whole>`select w.* from unnest(${ids}::uuid[]) with ordinality a (id, nth) cross join lateral acting_plan_whole(a.id) w order by a.nth`.execute(
      tx,
    )
  ).rows;

/** What the tables themselves give of the plans: each row that the policies let through and whose kind of data is open, as text. */
async function rowsOf(tx: Tx, ids: readonly string[]) {
  const found = new Map<string, string[]>();
  for (const [part, { kind, shown, of }] of Object.entries(PARTS)) {
    const { rows } = await sql<{ plan: string; row: Record<string, unknown> }>`
      select t.plan_id as plan, to_json(t) as row from ${of} t
      where t.plan_id = any (${ids}::uuid[]) and ${sql.raw(kind)} = any (acting_plan_kinds(t.plan_id))`.execute(tx);
    for (const { plan, row } of rows) {
      const key = `${plan} ${part}`;
      found.set(key, [...(found.get(key) ?? []), told(row, shown)]);
    }
  }
  return found;
}

const told = (row: Readonly<Record<string, unknown>>, shown: readonly string[]) => shown.map((name) => row[name]).join(' ');
const sorted = (all: readonly string[] | undefined) => [...(all ?? [])].sort();

describe('a plan that is read whole', () => {
  test('says what the tables say to the same session, in each kind of data that is open to it, and nothing of one that is shut', async () => {
    const wrong: string[] = [];
    const seen = { shown: 0, none: 0, whole: 0, 'open in part': 0, closed: 0, shut: 0 };
    for (const one of acting()) {
      const ids = tried(one);
      await as(one, async (tx) => {
        const wholes = new Map((await wholesOf(tx, ids)).map((whole) => [whole.id, whole]));
        const rows = await rowsOf(tx, ids);
        const list = await sql<{ id: string; kinds: string[]; plan: boolean; closed: boolean }>`
          select a.id, acting_plan_kinds(a.id) as kinds, exists (select from plan p where p.id = a.id) as plan,
            exists (select from plan_closing c where c.plan_id = a.id) as closed from unnest(${ids}::uuid[]) a (id)`.execute(tx);
        for (const { id, kinds, plan, closed } of list.rows) {
          const whole = wholes.get(id);
          const fail = (what: string) => wrong.push(`${JSON.stringify(one.actor)} ${id}: ${what}`);
          if ((whole !== undefined) !== plan) fail('there');
          seen[whole ? 'whole' : 'none'] += 1;
          if (!whole) {
            if (kinds.length > 0) fail(`nothing, with ${kinds}`);
            continue;
          }
          if (sorted(whole.open).join() !== sorted(kinds).join()) fail(`${whole.open} not ${kinds}`);
          if (whole.parts.closed !== closed) fail('closed');
          if ((whole.name !== null) !== kinds.includes('identity')) fail('name');
          if (closed) seen.closed += 1;
          if (kinds.length > 0 && kinds.length < 7) seen['open in part'] += 1;
          for (const [part, { kind, shown }] of Object.entries(PARTS)) {
            const says = whole.parts[part];
            const expected = sorted(rows.get(`${id} ${part}`));
            const isShut = part !== 'texts' && !kinds.includes(kind.replaceAll("'", ''));
            if (isShut ? says !== null : sorted(says?.map((row) => told(row, shown))).join() !== expected.join()) fail(part);
            seen[isShut ? 'shut' : 'shown'] += expected.length + (isShut ? 1 : 0);
          }
        }
      });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(Object.entries(seen).filter(([, times]) => times < 10)).toEqual([]);
  });

  test('says to staff, read quickly, the same in each kind of data, by the same grounds, and leaves nobody acting', async () => {
    const wrong: string[] = [];
    const seen = { core: 0, none: 0, lent: 0, own: 0, 'of individuals': 0 };
    for (const one of [...acting(), { secret: '', actor: undefined }, { secret: 'ab'.repeat(32), actor: undefined }]) {
      const ids = one.actor ? tried(one) : plans.slice(0, 3).map(({ id }) => id);
      const [wholes, cores, grounds] = await as(one, async (tx) => {
        const kinds = sql<{
          id: string;
          grounds: string[];
        }>`select plan_id as id, array_agg(concat_ws(':', data_kind, ground, ground_id)) as grounds
          from unnest(${ids}::uuid[]) a(id) cross join lateral (select a.id as plan_id, g.* from acting_plan_grounds(a.id) g) g group by plan_id`;
        const of = sql<Core>`select c.* from unnest(${ids}::uuid[]) a(id) cross join lateral acting_plan_core(a.id) c`;
        return [
          await wholesOf(tx, ids),
          (await of.execute(tx)).rows,
          new Map((await kinds.execute(tx)).rows.map((row) => [row.id, row.grounds])),
        ];
      });
      const byId = new Map(cores.map((core) => [core.id, core]));
      for (const whole of wholes) {
        const core = byId.get(whole.id);
        const fail = (what: string) => wrong.push(`${JSON.stringify(one.actor)} ${whole.id}: ${what}`);
        if (one.actor?.kind === 'individual') {
          if (core) fail('theirs');
          seen['of individuals'] += 1;
          continue;
        }
        seen[core ? 'core' : 'none'] += 1;
        if (!core) {
          fail('not there');
          continue;
        }
        if (sorted(core.grounds).join() !== sorted(grounds.get(whole.id)).join()) fail(`${core.grounds} not ${grounds.get(whole.id)}`);
        if (core.grounds.some((ground) => ground.includes(':consent:'))) seen.lent += 1;
        if (core.grounds.some((ground) => ground.endsWith(':own'))) seen.own += 1;
        if (core.name !== whole.name || core.parts.closed !== whole.parts.closed) fail('name or closed');
        for (const [part, { shown }] of Object.entries(PARTS).filter(([name]) => name !== 'sheets'))
          if (
            JSON.stringify(core.parts[part]?.map((row) => told(row, shown))) !==
            JSON.stringify(whole.parts[part]?.map((row) => told(row, shown)))
          )
            fail(part);
        if ('sheets' in core.parts) fail('sheets');
      }
      if (cores.length !== wholes.length && one.actor?.kind !== 'individual')
        wrong.push(`${JSON.stringify(one.actor)}: ${cores.length} of ${wholes.length}`);
      await database.transaction('read', async (tx) => {
        for (const { id, ...core } of cores.slice(0, 3)) {
          const { rows } = await sql<Core>`select * from acting_plan_core_of(${one.secret}, ${NOW}::timestamptz, ${id}::uuid)`.execute(tx);
          if (JSON.stringify(rows) !== JSON.stringify([{ ...rows[0], ...core }])) wrong.push(`${id} asked alone`);
        }
        const { rows } = await sql<{ session: string; now: string; plans: number }>`
          select current_setting('overens.session', true) as session, current_setting('overens.now', true) as now, (select count(*)::int from plan) as plans`.execute(
          tx,
        );
        if (rows[0]?.plans !== 0 || (cores.length > 0 && (rows[0].session !== '' || rows[0].now !== '')))
          wrong.push(`left: ${JSON.stringify(rows[0])}`);
      });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(Object.entries(seen).filter(([name, times]) => (name === 'none' ? times > 0 : times < 10))).toEqual([]);
  });

  test('is made by functions that the program cannot call with what is open said by itself', async () => {
    const id = plans[0]?.id;
    for (const call of [
      sql`select * from acting_plans(${[id]}::uuid[])`,
      sql`select * from acting_plans_grounds(${[id]}::uuid[])`,
      sql`select plan_parts(${id}::uuid, array['needs'])`,
      sql`select * from plans_as_open(${[id]}::uuid[])`,
      sql`select * from open_parts(${id}::uuid, array['needs'])`,
      sql`select * from agreeing_to_plan(${id}::uuid)`,
      sql`select * from acting_reader()`,
      sql`select speakers_of(gen_random_uuid())`,
      sql`select task_rows(array[gen_random_uuid()])`,
    ])
      await expect(database.transaction('read', (tx) => call.execute(tx))).rejects.toThrow(/permission denied for function/);
  });
});
