import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { fillHappenings, LOOKED } from '../../../../tests/given/happenings-world.ts';
import { givenKeyRing } from '../../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, TODAY, type World, type WorldActor } from '../../../../tests/given/persons-world.ts';
import { readableBy } from '../../../../tests/given/plans-oracle.ts';
import { givenPlanWorld, placeOf, type WorldPlan } from '../../../../tests/given/plans-world.ts';
import { type DataKind, dataKinds } from '../../../domain/consents/kinds.ts';
import { type HappeningKind, happeningWalls, latestOfEach, mayKnowOf } from '../../../domain/plans/happenings.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { standingTo } from '../load-plan.ts';
import { findStanding } from '../standing.sql.ts';
import { type HappeningRow, listHappenings } from './history.sql.ts';

/** What is told of, from which rows: as their own table has them, with the kinds of data that they are, and the units that they are to or from. */
const TOLD: Readonly<Record<HappeningKind, string>> = {
  initiative: `select id, id::text as ref, at, written_by as by, array['needs'] as kinds, null as to_unit, null as from_unit from plan_initiative where plan_id = $`,
  assessment: `select id, organisation_id::text, at, written_by, array['needs'], null, null from plan_assessment where plan_id = $`,
  text: 'select id, part, at, written_by, array[data_kind], null, null from plan_text where plan_id = $',
  spoken: 'select id, about, at, written_by, array[data_kind], null, null from plan_spoken where plan_id = $',
  party: `select id, unit_id::text, added_at, added_by, array['meeting'], null, null from plan_party where plan_id = $`,
  meeting: `select id, meeting_id::text, at, written_by, array['meeting'], null, null from plan_meeting where plan_id = $`,
  attendance: `select held_id, held_id::text, at, written_by, array['meeting'], null, null from plan_attendance where plan_id = $`,
  notes: `select number, meeting_id::text, at, account_id, array['meeting', 'needs'], null, null from plan_note_update where plan_id = $`,
  called: `select id, id::text, sent_at, sent_by, array['meeting'], unit_id, null from plan_summons where plan_id = $`,
  answer: `select id, summons_id::text, at, written_by, array['meeting'], unit_id, null from plan_summons_answer where plan_id = $`,
  goal: `select id, goal_id::text, at, written_by, array['goals'], null, null from plan_goal where plan_id = $`,
  measure: `select id, measure_id::text, at, written_by, array['measures'], null, null from plan_measure where plan_id = $`,
  duty: `select id, sort, at, written_by, array['measures'], null, null from plan_duty where plan_id = $`,
  'change-answer': `select id, coalesce(goal_id::text, (select d.sort from plan_duty d where d.id = duty_id), 'hidden'), at, written_by,
    array[case when goal_id is null then 'measures' else 'goals' end], null, null from plan_change_answer where plan_id = $`,
  sheet: `select id, sheet, at, written_by, array['needs'], null, null from plan_sheet where plan_id = $`,
  adjustment: `select id, unit_id::text, at, written_by, array['measures'], null, null from plan_adjustment where plan_id = $`,
  task: `select m.id, m.task_id::text, m.at, m.moved_by, array['measures'], t.owning_unit_id, t.requesting_unit_id
    from plan_task_move m join plan_task t on t.id = m.task_id where m.plan_id = $`,
  'follow-up': `select id, id::text, at, written_by, array['follow-up'], null, null from plan_follow_up where plan_id = $`,
  'own-view': `select id, about_id::text, at, written_by, array['follow-up', case about when 'goal' then 'goals' else 'measures' end], null, null
    from plan_evaluation where plan_id = $ and voice = 'own'`,
  consent: 'select id, kind, recorded_at, taken_by, null::text[], null, null from consent where plan_id = $',
  withdrawal: `select w.id, c.kind, w.recorded_at, w.withdrawn_by, null::text[], null, null
    from consent c join consent_withdrawal w on w.consent_id = c.id where c.plan_id = $`,
  disclosure: 'select id, id::text, at, decided_by, null::text[], null, null from disclosure_decision where plan_id = $',
  'disclosure-ended': `select d.id, d.id::text, e.at, e.ended_by, null::text[], null, null
    from disclosure_decision d join disclosure_ending e on e.decision_id = d.id where d.plan_id = $`,
  'disclosure-reviewed': `select d.id, d.id::text, r.at, r.reviewed_by, null::text[], null, null
    from disclosure_decision d join disclosure_review r on r.decision_id = d.id where d.plan_id = $`,
  copy: `select c.id, c.id::text, o.at, null::uuid, null::text[], c.unit_id, null from plan_copy c join plan_copy_outcome o on o.copy_id = c.id where c.plan_id = $`,
  'copy-received': `select c.id, c.id::text, r.received_at, r.received_by, null::text[], c.unit_id, null
    from plan_copy c join plan_copy_receipt r on r.copy_id = c.id where c.plan_id = $`,
  'copy-annulled': `select c.id, c.id::text, n.at, n.annulled_by, null::text[], c.unit_id, null
    from plan_copy c join plan_copy_annulment n on n.copy_id = c.id where c.plan_id = $`,
  speaker: `select x.id, x.id::text, x.at, x.by, null::text[], null, null from plan p cross join lateral (
      select g.id::text as id, g.at, g.named_by as by from consent_guardian g where g.person_id = p.person_id
      union all select t.id::text, t.at, t.written_by from consent_guardian g join consent_guardian_turn t on t.guardian_id = g.id where g.person_id = p.person_id
      union all select m.id::text, m.at, m.written_by from consent_maturity m where m.person_id = p.person_id
      union all select r.id::text, r.at, r.named_by from consent_representative r where r.person_id = p.person_id
      union all select 'end.' || e.representative_id, e.at, e.ended_by from consent_representative r
        join consent_representative_end e on e.representative_id = r.id where r.person_id = p.person_id
    ) x where p.id = $ and x.at >= p.opened_at`,
  'hand-over': 'select id, id::text, at, offered_by, null::text[], to_unit_id, null from plan_hand_over where plan_id = $',
  'hand-over-answer': `select a.hand_over_id, a.hand_over_id::text, a.at, a.written_by, null::text[], h.to_unit_id, null
    from plan_hand_over_answer a join plan_hand_over h on h.id = a.hand_over_id where a.plan_id = $`,
  'closing-wish': `select id, 'closing-wish', at, written_by, null::text[], null, null from plan_closing_wish where plan_id = $`,
  survey: 'select id, held_id::text, at, given_by, null::text[], null, null from plan_survey_hand_out where plan_id = $',
  version: `select number, number::text, established_at, case when own then acting_account() end, null::text[], null, null from plan_version_days($)`,
  closing: `select id, 'closing', at, closed_by, null::text[], null, null from plan_closing where plan_id = $`,
  notification: 'select id, id::text, at, written_by, null::text[], unit_id, null from plan_notification where plan_id = $',
};

type Kept = {
  readonly what: HappeningKind;
  readonly key: string;
  readonly ref: string;
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly kinds: readonly DataKind[] | null;
  readonly to_unit: string | null;
  readonly from_unit: string | null;
};

const question = Object.entries(TOLD)
  .map(
    ([
      what,
      rows,
    ]) => `select '${what}' as what, '${what}.' || x.id as key, x.ref, x.at, x.by, x.kinds, x.to_unit::uuid as to_unit, x.from_unit::uuid as from_unit
    from (${rows}) x (id, ref, at, by, kinds, to_unit, from_unit)`,
  )
  .join(' union all ');

let database: Database;
let world: World;
let plans: WorldPlan[];
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), { seed: 53, actors: 160, persons: 80, ends: true });
  plans = await givenPlanWorld(database, world, { seed: 530, plans: 110 });
  const [first = '', second = ''] = world.actors.map(({ account }) => account);
  await database.asOwner((tx) => fillHappenings(tx, plans, [first, second]));
});

const acting = () => {
  const some = world.actors.filter((one) => placeOf(one) || one.actor.kind === 'individual').slice(0, 16);
  const speaking = world.actors.filter((one) => placeOf(one) && plans.some((plan) => isSpoken(one, plan))).slice(0, 6);
  return [...new Set([...some, ...speaking])];
};

/** Is it the plan of somebody for whom others speak, all of it open to somebody of the staff? */
const isSpoken = (one: WorldActor, plan: WorldPlan) =>
  (plan.speakers.child || plan.speakers.representatives) !== undefined && readableBy(world, one, plan).length === dataKinds.length;

/** The plans that may be something to somebody, and some that are not. */
function tried(one: WorldActor): WorldPlan[] {
  const units = unitsOf(one);
  const near = plans.filter((plan) => plan.parties.some(({ unit }) => units.includes(unit)) || world.standing(one, plan.person).own);
  return [
    ...new Set([
      ...near.slice(0, 4),
      ...near.filter((plan) => isSpoken(one, plan)).slice(0, 2),
      ...plans.filter((_, nth) => nth % 50 === 3),
    ]),
  ];
}

function unitsOf(one: WorldActor): string[] {
  const place = placeOf(one);
  const isCase = place && ['municipal-case-worker', 'regional-clinician', 'coordinator'].includes(place.role);
  return isCase ? [place.unit, ...world.mergedInto(place.unit)] : [];
}

const as = <Answer>({ secret }: { secret: string }, ask: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  database.transaction('read', async (tx) => {
    await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
    return ask(tx);
  });

/** What the tables themselves give somebody of a plan. */
const rowsOf = async (tx: Tx, plan: string) => (await sql<Kept>`${sql.raw(question.replaceAll('$', `'${plan}'::uuid`))}`.execute(tx)).rows;

/** Who did each thing in the plans. */
const authorsOf = (some: ReadonlySet<WorldPlan>) =>
  database.asOwner(async (tx) => {
    const found = new Map<string, Map<string, string | null>>();
    for (const { id } of some) {
      const versions = await sql<{
        number: number;
        by: string;
      }>`select number, established_by as by from plan_version where plan_id = ${id}`.execute(tx);
      const rows = [...(await rowsOf(tx, id)), ...versions.rows.map(({ number, by }) => ({ key: `version.${number}`, by }))];
      found.set(id, new Map(rows.map(({ key, by }) => [key, by])));
    }
    return found;
  });

describe('what has happened in a plan', () => {
  test('is told as the tables tell it, in the kinds of data that are open and no other: by the database and the rules alike', async () => {
    const wrong: string[] = [];
    const times = new Map<string, number>();
    const seen = { 'left out, as shut': 0, 'for the unit it is to': 0, nothing: 0 };
    for (const one of acting()) {
      for (const plan of tried(one)) {
        const open = readableBy(world, one, plan);
        await as(one, async (tx) => {
          const row = await findStanding(tx, plan.id);
          const told = await listHappenings(tx, plan.id, {});
          const kept = await rowsOf(tx, plan.id);
          const fail = (what: string) => wrong.push(`${JSON.stringify(one.actor)} ${plan.id}: ${what}`);
          if (told.length === 0) seen.nothing += 1;
          if (new Set(told.map(({ key }) => key)).size !== told.length) fail('the same twice');
          if (!row) {
            if (told.length > 0) fail('told of what is nothing to them');
            return;
          }
          const { reach } = standingTo({ actor: one.actor, today: TODAY, now: NOW }, row);
          const flags = await sql<{ coordinates: boolean }>`select coordinates_plan(${plan.id}) as coordinates`.execute(tx);
          const place = placeOf(one);
          const isTheirs = (unit: string | null) => {
            const party = plan.parties.find((each) => each.unit === unit);
            return unit !== null && unitsOf(one).includes(unit) && party !== undefined && world.goesOnFor(party) === place?.organisation;
          };
          const expected = kept.filter(({ what, kinds, to_unit, from_unit }) => {
            const steers = happeningWalls[what] === 'steers' && (flags.rows[0]?.coordinates ?? false);
            const mine = isTheirs(to_unit) || isTheirs(from_unit) || steers;
            const may = mayKnowOf(reach, { what, kinds, mine });
            const isShut = kinds?.some((kind) => !open.includes(kind)) ?? false;
            if (may && isShut && !mine) fail(`the rules tell of ${what}, which is shut`);
            if (!may) seen['left out, as shut'] += 1;
            if (may && mine && (isShut || kinds === null)) seen['for the unit it is to'] += 1;
            return may;
          });
          for (const { what } of told) times.set(what, (times.get(what) ?? 0) + 1);
          const [mine, theirs] = [told, expected].map((rows) => rows.map(({ key }) => key).sort()) as [string[], string[]];
          const lacks = theirs.filter((key) => !mine.includes(versioned(key, told)));
          const more = told.filter(({ key, what }) => what !== 'version' && !theirs.includes(key));
          if (lacks.length > 0 || more.length > 0) fail(`lacks ${lacks.slice(0, 3)}; tells ${more.map(({ key }) => key).slice(0, 3)}`);
          for (const each of told) if (!mayKnowOf(reach, each)) fail(`the rules do not tell of ${each.what}`);
        });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(Object.entries(seen).filter(([, count]) => count < 10)).toEqual([]);
    // Nobody has reviewed a decision here, and nobody has logged in to speak for another.
    const never = (Object.keys(TOLD) as HappeningKind[]).filter((what) => !times.has(what));
    expect(never.filter((what) => what !== 'disclosure-reviewed' && what !== 'spoken')).toEqual([]);
  });

  test('is new to each reader exactly once, when others did it after they looked, and nothing else is', async () => {
    const wrong: string[] = [];
    let [news, own, late] = [0, 0, 0];
    const since = NOW.add({ seconds: LOOKED });
    const authors = await authorsOf(new Set(acting().flatMap(tried)));
    for (const one of acting()) {
      for (const plan of tried(one)) {
        await as(one, async (tx) => {
          const all = await listHappenings(tx, plan.id, {});
          const by = authors.get(plan.id) ?? new Map<string, string | null>();
          const told = latestOfEach(await listHappenings(tx, plan.id, { since, butBy: one.account }));
          const isNew = (row: HappeningRow) => Temporal.Instant.compare(row.at, since) > 0 && by.get(keyOf(row)) !== one.account;
          const things = new Set(all.filter(isNew).map(thing));
          const named = told.map(thing);
          if (new Set(named).size !== named.length || things.size !== named.length || named.some((each) => !things.has(each)))
            wrong.push(`${JSON.stringify(one.actor)} ${plan.id}: ${named.length} not ${things.size}`);
          for (const row of told) if (Temporal.Instant.compare(row.at, since) <= 0) late += 1;
          news += named.length;
          own += all.filter((row) => by.get(keyOf(row)) === one.account && Temporal.Instant.compare(row.at, since) > 0).length;
        });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect([news > 100, own > 2, late]).toEqual([true, true, 0]);
  });

  test('comes page by page with nothing left out or said again', async () => {
    const [one, plan] = acting()
      .flatMap((each) => plans.map((of) => [each, of] as const))
      .find(([each, of]) => readableBy(world, each, of).length === dataKinds.length && of.parties.length > 2) as [WorldActor, WorldPlan];
    await as(one, async (tx) => {
      const all = await listHappenings(tx, plan.id, {});
      const paged: HappeningRow[] = [];
      for (let last: HappeningRow | undefined; ; last = paged.at(-1)) {
        const page = await listHappenings(tx, plan.id, { before: last, most: 7 });
        paged.push(...page);
        if (page.length < 7) break;
      }
      expect(all.length).toBeGreaterThan(15);
      expect(paged.map(({ key }) => key)).toEqual(all.map(({ key }) => key));
    });
  });
});

const thing = ({ what, ref }: { what: string; ref: string }) => `${what} ${ref}`;
/** A version is told of by its number, for those who may not read what it says. */
const keyOf = ({ key, what, ref }: HappeningRow) => (what === 'version' ? `version.${ref}` : key);
const versioned = (key: string, told: readonly HappeningRow[]) => told.find((row) => keyOf(row) === key)?.key ?? key;

describe('every table of plans', () => {
  test('is told of in the history, or it is said here why not', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql<{ name: string }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname ~ '^(plan($|_)|consent|disclosure)' order by relname`.execute(tx),
    );
    const told = new Set([...question.matchAll(/(?:from|join) ((?:plan|consent|disclosure)[a-z_]*)/g)].map(([, name]) => name));
    const apart: Readonly<Record<string, string>> = {
      plan: 'what it is of',
      plan_act: 'codes',
      plan_act_after_closing: 'codes',
      plan_event: 'codes',
      plan_task_rule: 'codes',
      plan_version: 'told by plan_version_days',
      plan_overall: 'told as a duty, and as the answer to a hand-over',
      plan_calling: 'told as those who are called',
      plan_summons_text: 'told as those who are called',
      plan_summons_seen: 'stands beside the summons',
      plan_summons_reminder: 'stands beside the summons',
      plan_task_words: 'told as the task',
      plan_task_reason: 'told as the task',
      plan_task_state: 'told as the task',
      plan_closing_reason: 'told as the closing',
      plan_copy_document: 'told as the copy',
      plan_copy_thinning: 'stands beside the copy, at those who received it',
      plan_person_before: 'the record that it rests on, which the log tells of',
      plan_municipality_before: 'whose agreements it follows stands with the plan, and with each measure',
      plan_look: 'when somebody looked is for themselves and the log',
      plan_paper: 'the time of a step that is told of',
      consent_scope: 'told as the consent',
      consent_child: 'told as those who speak for the child',
      consent_speaker_login: 'how somebody who speaks for another logs in, not what they do in the plan',
    };
    expect(rows.map(({ name }) => name).filter((name) => !told.has(name) && !(name in apart))).toEqual([]);
  });
});
