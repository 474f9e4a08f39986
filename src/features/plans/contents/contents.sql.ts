import { sql } from 'kysely';
import type { Voice } from '../../../domain/plans/parts.ts';
import type { OutsideReason } from '../../../domain/plans/trace.ts';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

export type GoalRow = {
  /** The goal; each of its wordings has an id of its own. */
  readonly id: string;
  readonly wording: string;
  readonly number: number;
  readonly voice: Voice;
  readonly horizon: 'short' | 'long';
  readonly dropped: boolean;
  readonly cipher: Buffer;
  readonly at: Temporal.Instant;
};

/** Every wording of every goal that is for who acts to read, the oldest first. */
export async function listGoals(tx: Tx, plan: string): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`select goal_id as id, id as wording, number, voice, horizon, dropped, goal_cipher as cipher, at
    from plan_goal where plan_id = ${plan} order by at, goal_id, number`.execute(tx);
  return rows;
}

/** Words a goal. `by.unit` is null of the individual. */
export async function insertGoal(
  tx: Tx,
  plan: string,
  { id, wording, number, voice, horizon, dropped, cipher }: Omit<GoalRow, 'at'>,
  by: { readonly account: string; readonly organisation: string | null; readonly unit: string | null },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_goal (id, goal_id, plan_id, number, voice, horizon, dropped, goal_cipher, organisation_id, unit_id, written_by, at)
    values (${wording}, ${id}, ${plan}, ${number}, ${voice}, ${horizon}, ${dropped}, ${cipher}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(
    tx,
  );
}

export type MeasureRow = {
  /** The measure; each of its wordings has an id of its own. */
  readonly id: string;
  readonly wording: string;
  readonly number: number;
  readonly doer: 'huvudman' | 'other';
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  readonly unit: string | null;
  readonly unit_name: string | null;
  readonly starts: Temporal.PlainDate;
  readonly target: Temporal.PlainDate;
  readonly agreement: string | null;
  readonly row: string | null;
  readonly outside: OutsideReason | null;
  readonly differs: boolean;
  readonly dropped: boolean;
  readonly cipher: Buffer;
  readonly at: Temporal.Instant;
};

/** Every wording of every measure that is for who acts to read, the oldest first. */
export async function listMeasures(tx: Tx, plan: string): Promise<MeasureRow[]> {
  const { rows } =
    await sql<MeasureRow>`select m.measure_id as id, m.id as wording, m.number, m.doer, m.organisation_id as organisation, o.name as organisation_name, m.unit_id as unit,
      u.name as unit_name, m.starts_on as starts, m.target_on as target, m.agreement, m.agreement_row as row, m.outside_reason as outside, m.differs, m.dropped,
      m.words_cipher as cipher, m.at
    from plan_measure m
    left join organisation_version o on o.organisation_id = m.organisation_id and o.valid @> acting_today()
    left join lateral (select v.name from unit_version v where v.unit_id = m.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where m.plan_id = ${plan} order by m.at, m.measure_id, m.number`.execute(tx);
  return rows;
}

/** Words a measure. */
export async function insertMeasure(
  tx: Tx,
  plan: string,
  measure: Omit<MeasureRow, 'at' | 'organisation_name' | 'unit_name'>,
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<void> {
  const { id, wording, number, doer, organisation, unit, starts, target, agreement, row, outside, differs, dropped, cipher } = measure;
  await sql`insert into plan_measure (id, measure_id, plan_id, number, doer, organisation_id, unit_id, starts_on, target_on, agreement, agreement_row, outside_reason, differs,
      dropped, words_cipher, written_by, writing_organisation_id, writing_unit_id, at)
    values (${wording}, ${id}, ${plan}, ${number}, ${doer}, ${organisation}, ${unit}, ${starts}, ${target}, ${agreement}, ${row}, ${outside}, ${differs},
      ${dropped}, ${cipher}, ${by.account}, ${by.organisation}, ${by.unit}, ${now})`.execute(tx);
}

export type DutySort = 'overall' | 'coordinator' | 'follow-up' | 'participation' | 'others-asked' | 'huvudman-none';

export type DutyRow = {
  readonly id: string;
  readonly sort: DutySort;
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  readonly account: string | null;
  readonly account_name: string | null;
  readonly substitute: string | null;
  readonly substitute_name: string | null;
  readonly day: Temporal.PlainDate | null;
  readonly took_part: boolean | null;
  readonly reason_cipher: Buffer | null;
  readonly at: Temporal.Instant;
};

/** All that has been said of who answers for what, the oldest first. */
export async function listDuties(tx: Tx, plan: string): Promise<DutyRow[]> {
  const { rows } =
    await sql<DutyRow>`select d.id, d.sort, d.organisation_id as organisation, o.name as organisation_name, d.account_id as account,
      plan_staff_name(d.plan_id, d.account_id) as account_name, d.substitute_id as substitute, plan_staff_name(d.plan_id, d.substitute_id) as substitute_name,
      d.on_day as day, d.took_part, d.reason_cipher, d.at
    from plan_duty d left join organisation_version o on o.organisation_id = d.organisation_id and o.valid @> acting_today()
    where d.plan_id = ${plan} order by d.at, d.id`.execute(tx);
  return rows;
}

export type NewDuty = {
  readonly id: string;
  readonly sort: DutySort;
  readonly organisation?: string | undefined;
  readonly account?: string | undefined;
  readonly substitute?: string | undefined;
  readonly day?: Temporal.PlainDate | undefined;
  readonly tookPart?: boolean | undefined;
  readonly reason?: Buffer | null | undefined;
};

/** Says who answers for something. */
export async function insertDuty(tx: Tx, plan: string, duty: NewDuty, account: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_duty (id, plan_id, sort, organisation_id, account_id, substitute_id, on_day, took_part, reason_cipher, written_by, at)
    values (${duty.id}, ${plan}, ${duty.sort}, ${duty.organisation ?? null}, ${duty.account ?? null}, ${duty.substitute ?? null}, ${duty.day ?? null},
      ${duty.tookPart ?? null}, ${duty.reason ?? null}, ${account}, ${now})`.execute(tx);
}

export type PlanStaff = { readonly account: string; readonly name: string; readonly unit_name: string };

/** Those who can coordinate a plan: staff who work with persons in the units that take part. */
export async function listPlanStaff(tx: Tx, plan: string): Promise<PlanStaff[]> {
  const { rows } =
    await sql<PlanStaff>`select account_id as account, name, unit_name from plan_staff(${plan}::uuid) order by unit_name, name`.execute(tx);
  return rows;
}

/** The kind of a unit, as a performer of the national taxonomy; undefined where it is not open on the day. */
export async function findUnitKind(
  tx: Tx,
  unit: string,
  today: Temporal.PlainDate,
): Promise<{ kind: string; organisation: string } | undefined> {
  const { rows } = await sql<{ kind: string; organisation: string }>`select kind, organisation_id as organisation from unit_version
    where unit_id = ${unit} and valid @> ${today}::date`.execute(tx);
  return rows[0];
}

export type VersionRow = {
  readonly id: string;
  readonly number: number;
  readonly established_at: Temporal.Instant;
  readonly content_cipher: Buffer;
  readonly content_hash: Buffer;
  readonly reason_cipher: Buffer | null;
  readonly follow_up_on: Temporal.PlainDate;
};

/** The versions that have been established, the first first. */
export async function listVersions(tx: Tx, plan: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`select id, number, established_at, content_cipher, content_hash, reason_cipher, follow_up_on
    from plan_version where plan_id = ${plan} order by number`.execute(tx);
  return rows;
}

type NewVersion = Omit<VersionRow, 'established_at'> & { readonly overall: string };
type EstablishedBy = { readonly account: string; readonly organisation: string };

/** Establishes a version, and lets a huvudman answer for the whole of the plan from it. Throws when who acts may not. */
export async function insertVersion(tx: Tx, plan: string, version: NewVersion, by: EstablishedBy, now: Temporal.Instant): Promise<void> {
  await insertVersionRow(tx, plan, version, by, now);
  const { number, overall } = version;
  const { rows } = await sql<{ done: boolean }>`select establish_plan(${plan}::uuid, ${number}, ${overall}::uuid) as done`.execute(tx);
  if (!rows[0]?.done) throw new Error('the version that was just established is not there');
}

/** The same of a fictional plan, by the owner of the database. */
export async function insertSeedVersion(tx: Tx, plan: string, version: NewVersion, by: EstablishedBy, at: Temporal.Instant): Promise<void> {
  await insertVersionRow(tx, plan, version, by, at);
  await sql`insert into plan_overall (plan_id, organisation_id, valid) values (${plan}, ${version.overall}, tstzrange(${at}::timestamptz, null))`.execute(
    tx,
  );
}

async function insertVersionRow(tx: Tx, plan: string, version: NewVersion, by: EstablishedBy, now: Temporal.Instant): Promise<void> {
  const { id, number, content_cipher, content_hash, reason_cipher, follow_up_on } = version;
  await sql`insert into plan_version (id, plan_id, number, established_at, established_by, organisation_id, reason_cipher, content_cipher, content_hash, follow_up_on)
    values (${id}, ${plan}, ${number}, ${now}, ${by.account}, ${by.organisation}, ${reason_cipher}, ${content_cipher}, ${content_hash}, ${follow_up_on})`.execute(
    tx,
  );
}
