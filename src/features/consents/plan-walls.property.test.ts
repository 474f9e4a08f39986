import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, TODAY, type World, type WorldActor } from '../../../tests/given/persons-world.ts';
import { readableBy } from '../../../tests/given/plans-oracle.ts';
import { givenPlanWorld, placeOf, type WorldPlan } from '../../../tests/given/plans-world.ts';
import { type Subject, voicesOf } from '../../domain/consents/guardians.ts';
import { dataKinds } from '../../domain/consents/kinds.ts';
import { speakingFor } from '../../domain/consents/speaking-for.ts';
import { periodsOf } from '../../domain/consents/turns.ts';
import { planAbilitiesOn } from '../../domain/plans/policy.ts';
import { type PlanReach, type PlanStanding, planReachOf } from '../../domain/plans/reach.ts';
import type { Database } from '../../platform/db/index.ts';
import { standingTo } from '../plans/index.ts';
import { agreedTo } from '../plans/load-plan.ts';
import type { StandingRow } from '../plans/standing.sql.ts';

const CASE_ROLES = ['municipal-case-worker', 'regional-clinician', 'coordinator'];

let database: Database;
let world: World;
let plans: WorldPlan[];
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), { seed: 20261123, actors: 320, persons: 200, ends: true });
  plans = await givenPlanWorld(database, world, { seed: 54, plans: 340 });
});

const at = (seconds: number) => NOW.add({ seconds });

/** Whom the plan is about, by what the world is. */
function subjectIn({ speakers: { child, representatives = [] } }: WorldPlan): Subject {
  return {
    born: TODAY.subtract({ years: 18 }).add({ days: child?.of18 ?? -10_000 }),
    guardians: (child?.guardians ?? []).map(({ id, turns }) => {
      const of = (sort: string) =>
        periodsOf(
          turns
            .filter((turn) => turn.of === sort && turn.written <= 0)
            .toSorted((a, b) => a.happens - b.happens || a.written - b.written)
            .map(({ begins, happens }) => ({ begins, at: at(happens) })),
        );
      return { id, custody: of('custody'), concealed: of('concealed') };
    }),
    maturities: (child?.maturities ?? [])
      .filter(({ written }) => written <= 0)
      .map(({ decides, assessed }) => ({ decides, assessedAt: at(assessed) })),
    representatives: representatives
      .filter(({ written }) => written <= 0)
      .map(({ id, kind, consents, from, until, ended, kinds }) => ({
        ...{ id, kind, dataKinds: kinds, matters: consents ? ['read', 'consent'] : ['read'], from: at(from), until: at(until) },
        endedAt: ended === undefined ? undefined : at(ended),
      })),
  };
}

/** As which guardians and representatives somebody logs in: the latest written of each. */
function loginsOf({ account }: WorldActor, { speakers: { child, representatives = [] } }: WorldPlan): string[] {
  const all = [...(child?.guardians ?? []), ...representatives];
  return all.flatMap(({ id, logins }) => (logins.findLast(({ written }) => written <= 0)?.account === account ? [id] : []));
}

/** How somebody stands to a plan, by what the world is. */
function standingIn(one: WorldActor, plan: WorldPlan): PlanStanding {
  const place = placeOf(one);
  const key = `${plan.id} ${place ? `${place.unit} ${place.role}` : one.actor.kind === 'individual' ? one.account : ''}`;
  const found = standings.get(key) ?? madeStanding(one, plan);
  standings.set(key, found);
  return found;
}
const standings = new Map<string, PlanStanding>();

function madeStanding(one: WorldActor, plan: WorldPlan): PlanStanding {
  const place = placeOf(one);
  const units = place && CASE_ROLES.includes(place.role) ? [place.unit, ...world.mergedInto(place.unit)] : [];
  return {
    plan: plan.id,
    owner: plan.person.owner,
    own: world.standing(one, plan.person).own,
    speaks: speakingFor(subjectIn(plan), { speakers: loginsOf(one, plan), protected: plan.person.standing.protection !== undefined }, NOW),
    established: plan.established !== undefined && plan.established <= 0,
    units,
    formerly: place ? [...world.cameOutOf(place.unit), ...world.cameOutOf(place.organisation)] : [],
    parties: plan.parties.flatMap(({ unit, organisation }) => {
      const now = world.goesOnFor({ unit, organisation });
      return now === undefined ? [] : [{ unit, organisation: now }];
    }),
    contacts: plan.person.standing.contacts,
    voices: voicesOf(subjectIn(plan), 'lift-secrecy', NOW),
    consents: {
      consents: plan.consents.map(({ id, lifts, answer, giver, given, recorded, scopes }) => ({
        ...{ id, plan: plan.id, answer, takenAt: at(given), recordedAt: at(recorded) },
        ...{ kind: lifts ? ('lift-secrecy' as const) : ('make-plan' as const) },
        giver,
        scopes: scopes.map(({ kind, from, until, ...scope }) => ({ ...scope, dataKind: kind, from: at(from), until: at(until) })),
      })),
      withdrawals: plan.consents.flatMap(({ id, back }) =>
        back.map((one) => ({ consent: id, scope: one.scope, at: at(one.at), recordedAt: at(one.recorded) })),
      ),
    },
    decisions: plan.decisions.map(({ kinds, at: decided, from, until, ended, ...rest }) => ({
      ...{ ...rest, plan: plan.id, dataKinds: kinds, decidedAt: at(decided), recordedAt: at(decided), from: at(from), until: at(until) },
      endedAt: ended === undefined ? undefined : at(ended),
    })),
  };
}

/** How many kinds are shut to them only because of what their unit and huvudman have come out of. */
function shutByPast(
  { actor }: WorldActor,
  standing: PlanStanding,
  reach = planReachOf(actor, standing, { today: TODAY, now: NOW }),
): number {
  if (standing.formerly.length === 0 || !reach.party || reach.leads) return 0;
  return planReachOf(actor, { ...standing, formerly: [] }, { today: TODAY, now: NOW }).grounds.size - reach.grounds.size;
}

const kindsOf = ({ grounds }: PlanReach) => dataKinds.filter((kind) => grounds.has(kind));

describe('who reads what of a plan', () => {
  test('is the same by the rules and by an independent telling of what has happened, and nobody else reads anything', () => {
    expect(world.actors.length * plans.length).toBeGreaterThanOrEqual(100_000);
    const wrong: string[] = [];
    const seen = {
      own: 0,
      individual: 0,
      guardian: 0,
      representative: 0,
      consent: 0,
      rule: 0,
      shut: 0,
      'own, since an organisation ended': 0,
      'shut, as to what it came out of': 0,
    };
    for (const plan of plans) {
      for (const one of world.actors) {
        const standing = standingIn(one, plan);
        const reach = planReachOf(one.actor, standing, { today: TODAY, now: NOW });
        const expected = readableBy(world, one, plan);
        if (kindsOf(reach).join() !== expected.join())
          wrong.push(`${JSON.stringify(one.actor)} ${plan.id}: ${kindsOf(reach)} not ${expected}`);
        for (const kind of dataKinds) seen[reach.grounds.get(kind)?.kind ?? 'shut'] += 1;
        if (reach.leads && plan.person.origin !== plan.person.owner) seen['own, since an organisation ended'] += 1;
        seen['shut, as to what it came out of'] += shutByPast(one, standing, reach);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(Object.entries(seen).filter(([, times]) => times < 5)).toEqual([]);
  });

  test('is the same in the database: by its own verdict, in the rows that it gives, and in what the page says can be done', async () => {
    const wrong: string[] = [];
    let [asked, read, lent] = [0, 0, 0];
    const past = new Map(
      world.actors.flatMap((one) => {
        const shut = placeOf(one) ? plans.filter((plan) => shutByPast(one, standingIn(one, plan)) > 0) : [];
        return shut.length > 0 ? [[one, shut] as const] : [];
      }),
    );
    expect(past.size).toBeGreaterThan(2);
    const some = world.actors.filter((one, nth) => placeOf(one) || one.actor.kind === 'individual' || nth % 8 === 0).slice(0, 45);
    const acting = [...new Set([...some, ...past.keys()])];
    for (const [nth, one] of acting.entries()) {
      const near = plans.filter(
        (plan) =>
          plan.parties.some(({ unit }) => standingIn(one, plan).units.includes(unit)) ||
          world.standing(one, plan.person).own ||
          standingIn(one, plan).speaks.length > 0,
      );
      const tried = [...new Set([...near.slice(0, 14), ...(past.get(one) ?? []), ...plans.filter((_, index) => index % 34 === nth % 34)])];
      const found = await askedAs(one, tried);
      for (const plan of tried) {
        const expected = readableBy(world, one, plan);
        const row = found.rows.get(plan.id);
        const loaded = row && standingTo({ actor: one.actor, today: TODAY, now: NOW }, row);
        const place = placeOf(one);
        const [opener] = plan.parties;
        const wrote =
          place && opener && world.goesOnFor(opener) === place.organisation && standingIn(one, plan).units.includes(opener.unit);
        const speakers = loaded?.reach.speaks ?? [];
        const abilities = loaded && planAbilitiesOn(one.actor, loaded.reach);
        const same =
          sorted(found.kinds.get(plan.id)) === sorted(expected) &&
          sorted(loaded ? kindsOf(loaded.reach) : []) === sorted(expected) &&
          (loaded === undefined || isYes(agreedTo(loaded, NOW)) === found.agreed.has(plan.id)) &&
          sorted(found.texts.get(plan.id)) === sorted(wrote ? dataKinds : expected) &&
          found.initiatives.has(plan.id) === expected.includes('needs') &&
          found.consents.has(plan.id) ===
            ((found.leads.has(plan.id) && plan.consents.length > 0) ||
              plan.consents.some(({ giver }) => giver.as !== 'person' && speakers.some(({ id }) => id === giver.id))) &&
          (abilities?.['take-consent'] ?? false) ===
            (found.leads.has(plan.id) || speakers.some(({ matters }) => matters.includes('consent'))) &&
          (abilities?.write ?? false) === (expected.includes('needs') && loaded !== undefined && speakers.length === 0);
        if (!same) wrong.push(`${JSON.stringify(one.actor)} ${plan.id}: ${found.kinds.get(plan.id)} not ${expected}`);
        asked += dataKinds.length;
        read += expected.length;
        if (loaded && [...loaded.reach.grounds.values()].some(({ kind }) => kind === 'consent')) lent += 1;
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(asked).toBeGreaterThan(4000);
    expect(read).toBeGreaterThan(300);
    expect(lent).toBeGreaterThan(20);
  });
});

const isYes = (status: string) => ['given', 'partly', 'cannot-consent'].includes(status);
const sorted = (kinds: Iterable<string> | undefined) => [...new Set(kinds ?? [])].sort().join();

/** What the database answers somebody about plans: each question for all of them at once. */
async function askedAs({ secret }: WorldActor, among: readonly WorldPlan[]) {
  const ids = among.map(({ id }) => id);
  return database.transaction('read', async (tx) => {
    await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
    const list = sql`unnest(${ids}::uuid[]) id`;
    const kinds = await sql<{ id: string; kinds: string[]; leads: boolean; agreed: boolean }>`
      select id, acting_plan_kinds(id) as kinds, leads_plan(id) or owns_plan(id) as leads, plan_is_agreed(id) as agreed from ${list}`.execute(
      tx,
    );
    const rows = await sql<StandingRow>`select s.* from ${list} cross join lateral acting_plan(id) s`.execute(tx);
    const texts = await sql<{ id: string; kinds: string[] }>`
      select plan_id as id, array_agg(data_kind) as kinds from plan_text where plan_id = any (${ids}::uuid[]) group by plan_id`.execute(tx);
    const initiatives = await sql<{ id: string }>`select plan_id as id from plan_initiative where plan_id = any (${ids}::uuid[])`.execute(
      tx,
    );
    const consents = await sql<{ id: string }>`select plan_id as id from consent where plan_id = any (${ids}::uuid[])`.execute(tx);
    return {
      kinds: new Map(kinds.rows.map((one) => [one.id, one.kinds])),
      agreed: new Set(kinds.rows.flatMap(({ id, agreed }) => (agreed ? [id] : []))),
      leads: new Set(kinds.rows.flatMap(({ id, leads }) => (leads ? [id] : []))),
      rows: new Map(rows.rows.map((one) => [one.id, one])),
      texts: new Map(texts.rows.map((one) => [one.id, one.kinds])),
      initiatives: new Set(initiatives.rows.map(({ id }) => id)),
      consents: new Set(consents.rows.map(({ id }) => id)),
    };
  });
}

describe('SQL that forgets the policies', () => {
  test('reads no row about plans and consents without a session, and removes none', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql<{ name: string; forced: boolean }>`select relname as name, relforcerowsecurity as forced from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname ~ '^(plan($|_)|consent|disclosure)'
          -- Codes, and nothing about anybody: which kinds of acts are told of, and which moves a task has.
          and relname not in ('plan_event', 'plan_task_rule') order by relname`.execute(tx),
    );
    // The first page of each table: every row is tried by itself, and there are many.
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.filter(({ forced }) => !forced)).toEqual([]);
    for (const { name } of rows) {
      const read = await database
        .transaction('read', async (tx) => (await sql`select 1 from ${sql.table(name)} where ctid < '(1,0)'`.execute(tx)).rows.length)
        .catch((error: unknown) => (String(error).includes('permission denied') ? 0 : Promise.reject(error)));
      expect([name, read]).toEqual([name, 0]);
      for (const change of [sql`delete from ${sql.table(name)}`, sql`truncate ${sql.table(name)}`]) {
        await expect(database.transaction('write', (tx) => change.execute(tx))).rejects.toThrow(/permission denied/);
      }
    }
    const [plan] = plans;
    const asked = await database.transaction('read', (tx) =>
      sql`select cardinality(acting_plan_kinds(${plan?.id})) as kinds, (select count(*)::int from acting_plan(${plan?.id})) as plans`.execute(
        tx,
      ),
    );
    expect(asked.rows).toEqual([{ kinds: 0, plans: 0 }]);
  });

  test('cannot write a consent, a decision or a withdrawal in the name of nobody', async () => {
    const [plan] = plans;
    const [party] = plan?.parties ?? [];
    const account = world.actors[0]?.account;
    const attempts = [
      sql`insert into consent (id, plan_id, kind, answer, method, giver, given_at, taken_by, recorded_at)
        values (gen_random_uuid(), ${plan?.id}, 'lift-secrecy', 'given', 'oral', 'person', now(), ${account}, now())`,
      sql`insert into disclosure_decision (id, plan_id, rule, organisation_id, unit_id, data_kinds, valid, reason_cipher, deciding_organisation_id, decided_by, at)
        values (gen_random_uuid(), ${plan?.id}, 'x', ${party?.organisation}, ${party?.unit}, array['needs'], tstzrange(now(), now() + interval '1 day'), '\\x00', ${party?.organisation}, ${account}, now())`,
      sql`insert into consent_withdrawal (id, consent_id, withdrawn_at, withdrawn_by, recorded_at)
        values (gen_random_uuid(), ${plans.flatMap(({ consents }) => consents)[0]?.id}, now(), ${account}, now())`,
      sql`insert into plan_party (id, plan_id, organisation_id, unit_id, standing, added_by, added_at)
        values (gen_random_uuid(), ${plan?.id}, ${party?.organisation}, ${party?.unit}, 'asked', ${account}, now())`,
    ];
    for (const attempt of attempts) {
      await expect(database.transaction('write', (tx) => attempt.execute(tx))).rejects.toThrow(/row-level security/);
    }
  });
});
