import { sql } from 'kysely';
import type { ClosingReason } from '../../../domain/plans/closing.ts';
import type { Outcome, Result } from '../../../domain/plans/follow-up.ts';
import type { Voice } from '../../../domain/plans/parts.ts';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

/** How who acts stands to what comes after a plan is established, and the day by which it is to be followed up, where that is for them. */
export type FollowingStanding = {
  readonly coordinates: boolean;
  readonly closes: boolean;
  readonly due: Temporal.PlainDate | null;
  /** The accounts of the coordinator and the substitute, where who acts may read who they are. */
  readonly coordinator: string | null;
  readonly substitute: string | null;
};

/** How who acts stands to the following up of a plan. */
export async function findFollowingStanding(tx: Tx, plan: string): Promise<FollowingStanding> {
  const { rows } = await sql<FollowingStanding>`select coordinates_plan(${plan}::uuid) as coordinates, closes_plan(${plan}::uuid) as closes,
      plan_follow_up_day(${plan}::uuid) as due, d.account_id as coordinator, d.substitute_id as substitute
    from (select) one left join lateral (
      select account_id, substitute_id from plan_duty where plan_id = ${plan} and sort = 'coordinator' order by at desc, id desc limit 1
    ) d on true`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a question about one plan has one answer');
  return row;
}

/** When each version was established, the first first; empty where nothing of the plan is open to who acts. */
export async function listVersionDays(tx: Tx, plan: string): Promise<{ number: number; established_at: Temporal.Instant }[]> {
  const { rows } = await sql<{
    number: number;
    established_at: Temporal.Instant;
  }>`select number, established_at from plan_version_days(${plan}::uuid) order by number`.execute(tx);
  return rows;
}

/** The units that take part in a plan today, for whoever may close it: those who are told that it is. */
export async function listUnitsToTell(tx: Tx, plan: string): Promise<string[]> {
  const { rows } = await sql<{ unit: string }>`select unit from plan_units_to_tell(${plan}::uuid) as t(unit) order by unit`.execute(tx);
  return rows.map(({ unit }) => unit);
}

export type FollowUpRow = {
  readonly id: string;
  readonly number: number;
  readonly on: Temporal.PlainDate;
  readonly outcome: Outcome;
  readonly next: Temporal.PlainDate | null;
  readonly took_part: boolean;
  readonly words_cipher: Buffer;
  readonly unit_name: string;
  readonly written_by: string;
  readonly at: Temporal.Instant;
};

/** The follow-ups of a plan that are for who acts to read, the first first. */
export async function listFollowUps(tx: Tx, plan: string): Promise<FollowUpRow[]> {
  const { rows } =
    await sql<FollowUpRow>`select f.id, f.number, f.on_day as "on", f.outcome, f.next_on as next, f.took_part, f.words_cipher,
      coalesce(u.name, '') as unit_name, f.written_by, f.at
    from plan_follow_up f
    left join lateral (select v.name from unit_version v where v.unit_id = f.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where f.plan_id = ${plan} order by f.number`.execute(tx);
  return rows;
}

export type NewFollowUp = Pick<FollowUpRow, 'id' | 'number' | 'on' | 'outcome' | 'next' | 'took_part' | 'words_cipher'>;

/** Writes a follow-up down. */
export async function insertFollowUp(tx: Tx, plan: string, one: NewFollowUp, by: WrittenBy, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_follow_up (id, plan_id, number, on_day, outcome, next_on, took_part, words_cipher, organisation_id, unit_id, written_by, at)
    values (${one.id}, ${plan}, ${one.number}, ${one.on}, ${one.outcome}, ${one.next}, ${one.took_part}, ${one.words_cipher}, ${by.organisation}, ${by.unit},
      ${by.account}, ${now})`.execute(tx);
}

export type EvaluationRow = {
  readonly id: string;
  readonly follow_up: string | null;
  readonly about: 'goal' | 'measure';
  readonly about_id: string;
  readonly voice: Voice;
  readonly result: Result;
  readonly words_cipher: Buffer | null;
  readonly at: Temporal.Instant;
};

/** How it went, as far as it is for who acts to read, the oldest first. */
export async function listEvaluations(tx: Tx, plan: string): Promise<EvaluationRow[]> {
  const { rows } = await sql<EvaluationRow>`select id, follow_up_id as follow_up, about, about_id, voice, result, words_cipher, at
    from plan_evaluation where plan_id = ${plan} order by at, id`.execute(tx);
  return rows;
}

/** Who evaluates: `organisation` and `unit` are null of the individual. */
type EvaluatedBy = { readonly account: string; readonly organisation: string | null; readonly unit: string | null };

/** Writes down how it went with a goal or a measure. */
export async function insertEvaluation(
  tx: Tx,
  plan: string,
  one: Omit<EvaluationRow, 'at'>,
  by: EvaluatedBy,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_evaluation (id, plan_id, follow_up_id, about, about_id, voice, result, words_cipher, organisation_id, unit_id, written_by, at)
    values (${one.id}, ${plan}, ${one.follow_up}, ${one.about}, ${one.about_id}, ${one.voice}, ${one.result}, ${one.words_cipher}, ${by.organisation}, ${by.unit},
      ${by.account}, ${now})`.execute(tx);
}

export type ClosingRow = {
  readonly id: string;
  readonly follow_up: string | null;
  readonly on: Temporal.PlainDate;
  readonly unit_name: string;
  readonly closed_by: string;
  readonly at: Temporal.Instant;
  /** Null where it is not for who acts to read why. */
  readonly reason: ClosingReason | null;
  readonly words_cipher: Buffer | null;
};

/** That a plan is closed, for all who take part; undefined when it is not. */
export async function findClosing(tx: Tx, plan: string): Promise<ClosingRow | undefined> {
  const { rows } =
    await sql<ClosingRow>`select c.id, c.follow_up_id as follow_up, c.closed_on as "on", coalesce(u.name, '') as unit_name, c.closed_by, c.at, r.reason,
      r.words_cipher
    from plan_closing c left join plan_closing_reason r on r.plan_id = c.plan_id
    left join lateral (select v.name from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where c.plan_id = ${plan}`.execute(tx);
  return rows[0];
}

export type NewClosing = {
  readonly id: string;
  readonly followUp: string | null;
  readonly on: Temporal.PlainDate;
  readonly reason: ClosingReason;
  readonly words_cipher: Buffer | null;
};

/** Closes a plan. */
export async function insertClosing(tx: Tx, plan: string, one: NewClosing, by: WrittenBy, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_closing (plan_id, id, follow_up_id, closed_on, organisation_id, unit_id, closed_by, at)
    values (${plan}, ${one.id}, ${one.followUp}, ${one.on}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(tx);
  await sql`insert into plan_closing_reason (plan_id, reason, words_cipher) values (${plan}, ${one.reason}, ${one.words_cipher})`.execute(
    tx,
  );
}

export type WishRow = { readonly id: string; readonly wants: boolean; readonly words_cipher: Buffer | null; readonly at: Temporal.Instant };

/** What the individual said last of whether the plan is to end; undefined when they have said nothing. */
export async function findWish(tx: Tx, plan: string): Promise<WishRow | undefined> {
  const { rows } =
    await sql<WishRow>`select id, wants, words_cipher, at from plan_closing_wish where plan_id = ${plan} order by at desc, id desc limit 1`.execute(
      tx,
    );
  return rows[0];
}

/** Notes what the individual wishes. */
export async function insertWish(
  tx: Tx,
  plan: string,
  { id, wants, words_cipher }: Omit<WishRow, 'at'>,
  account: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_closing_wish (id, plan_id, wants, words_cipher, written_by, at)
    values (${id}, ${plan}, ${wants}, ${words_cipher}, ${account}, ${now})`.execute(tx);
}

/** The plans that who acts coordinates or stands in for, with the day by which each is to be followed up. */
export async function listOwnFollowUps(
  tx: Tx,
): Promise<{ plan: string; county_code: string; due: Temporal.PlainDate; revises: boolean }[]> {
  const { rows } = await sql<{
    plan: string;
    county_code: string;
    due: Temporal.PlainDate;
    revises: boolean;
  }>`select plan, county_code, due, revises from acting_follow_ups() order by due, plan`.execute(tx);
  return rows;
}

/** By which days the plans that the unit of a manager opened are to be followed up: not which plans they are. Empty for everybody else. */
export async function listManagedFollowUps(tx: Tx): Promise<{ county_code: string; due: Temporal.PlainDate }[]> {
  const { rows } = await sql<{
    county_code: string;
    due: Temporal.PlainDate;
  }>`select county_code, due from follow_ups_of_managed_unit()`.execute(tx);
  return rows;
}
