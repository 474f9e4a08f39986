import { sql } from 'kysely';
import type { Calling } from '../../../domain/plans/calling.ts';
import type { Presence, SummonsAnswer } from '../../../domain/plans/summons.ts';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

/** What a unit is called today, or was last. */
const nameOf = (unit: string) =>
  sql`(select v.name from unit_version v where v.unit_id = ${sql.ref(unit)} and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1)`;

/** What everybody who is called at one time is told. */
export type NewCalling = {
  readonly id: string;
  readonly plan: string;
  readonly purpose: Buffer;
  readonly goal: Buffer | null;
  readonly questions: Buffer;
};

/** Answers false when a calling has the id. */
export async function insertCalling(
  tx: Tx,
  { id, plan, purpose, goal, questions }: NewCalling,
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into plan_calling (id, plan_id, purpose_cipher, goal_cipher, questions_cipher, organisation_id, unit_id, sent_by, sent_at)
    values (${id}, ${plan}, ${purpose}, ${goal}, ${questions}, ${by.organisation}, ${by.unit}, ${by.account}, ${now}) on conflict do nothing`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}

export type NewSummons = {
  readonly id: string;
  readonly calling: string;
  readonly plan: string;
  readonly act: string;
  readonly calledAs: Calling['as'];
  readonly ground: 'law' | 'equal-party' | null;
  /** Null of somebody from outside. */
  readonly unit: string | null;
  readonly organisation: string | null;
  readonly replyBy: Temporal.PlainDate;
  readonly forwardedFrom: string | null;
};

export async function insertSummons(tx: Tx, one: NewSummons, by: WrittenBy, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_summons (id, calling_id, plan_id, act_id, kind, ground, organisation_id, unit_id, reply_by, forwarded_from,
      from_organisation_id, from_unit_id, sent_by, sent_at)
    values (${one.id}, ${one.calling}, ${one.plan}, ${one.act}, ${one.calledAs}, ${one.ground}, ${one.organisation}, ${one.unit}, ${one.replyBy},
      ${one.forwardedFrom}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(tx);
}

/** What is told of one that is called: who it is, of somebody from outside, and what they are asked to bring. */
export async function insertSummonsText(
  tx: Tx,
  one: { readonly summons: string; readonly plan: string; readonly name: Buffer | null; readonly contribution: Buffer | null },
): Promise<void> {
  await sql`insert into plan_summons_text (summons_id, plan_id, name_cipher, contribution_cipher)
    values (${one.summons}, ${one.plan}, ${one.name}, ${one.contribution})`.execute(tx);
}

export type NewAnswer = {
  readonly id: string;
  readonly summons: string;
  readonly plan: string;
  readonly answer: SummonsAnswer;
  readonly rightUnit: string | null;
  readonly text: Buffer | null;
};

export async function insertAnswer(tx: Tx, one: NewAnswer, by: WrittenBy, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_summons_answer (id, summons_id, plan_id, answer, right_unit_id, text_cipher, organisation_id, unit_id, written_by, at)
    values (${one.id}, ${one.summons}, ${one.plan}, ${one.answer}, ${one.rightUnit}, ${one.text}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(
    tx,
  );
}

/** Notes that a unit has opened the plan it is called to, once. */
export async function insertSeen(tx: Tx, summons: string, account: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_summons_seen (summons_id, seen_by, seen_at) values (${summons}, ${account}, ${now}) on conflict do nothing`.execute(
    tx,
  );
}

export type CallingRow = {
  readonly id: string;
  readonly purpose_cipher: Buffer;
  readonly goal_cipher: Buffer | null;
  readonly questions_cipher: Buffer;
  readonly sent_at: Temporal.Instant;
};

/** What has been told to those called, the latest first; empty where the meeting is shut to who acts. */
export async function listCallings(tx: Tx, plan: string): Promise<CallingRow[]> {
  const { rows } = await sql<CallingRow>`select id, purpose_cipher, goal_cipher, questions_cipher, sent_at
    from plan_calling where plan_id = ${plan} order by sent_at desc, id desc`.execute(tx);
  return rows;
}

export type SummonsRow = {
  readonly id: string;
  readonly calling: string;
  readonly calledAs: Calling['as'];
  readonly ground: 'law' | 'equal-party' | null;
  readonly unit: string | null;
  readonly unit_name: string | null;
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  readonly organisation_kind: string | null;
  readonly municipality: string | null;
  readonly from_unit: string;
  readonly from_unit_name: string;
  readonly from_organisation: string;
  readonly from_organisation_name: string;
  readonly reply_by: Temporal.PlainDate;
  readonly forwarded_from: string | null;
  readonly sent_at: Temporal.Instant;
  readonly seen: boolean;
  readonly answer: SummonsAnswer | null;
  readonly answer_id: string | null;
  readonly answer_cipher: Buffer | null;
  readonly answered_at: Temporal.Instant | null;
  readonly right_unit_name: string | null;
  readonly name_cipher: Buffer | null;
  readonly contribution_cipher: Buffer | null;
  readonly presence: Presence | null;
  readonly attendance: string | null;
  readonly absent_cipher: Buffer | null;
};

/** Those who are called to a plan, as far as that is for who acts to know, with the latest answer and how they were at the meeting; in the order called. */
export async function listSummonses(tx: Tx, plan: string): Promise<SummonsRow[]> {
  const { rows } =
    await sql<SummonsRow>`select s.id, s.calling_id as calling, s.kind as "calledAs", s.ground, s.unit_id as unit, ${nameOf('s.unit_id')} as unit_name,
      s.organisation_id as organisation, o.name as organisation_name, h.kind as organisation_kind, h.municipality_code as municipality,
      s.from_unit_id as from_unit, coalesce(${nameOf('s.from_unit_id')}, '') as from_unit_name, s.from_organisation_id as from_organisation,
      coalesce(f.name, '') as from_organisation_name, s.reply_by, s.forwarded_from, s.sent_at,
      exists (select from plan_summons_seen n where n.summons_id = s.id) as seen,
      a.answer, a.id as answer_id, a.text_cipher as answer_cipher, a.at as answered_at, ${nameOf('a.right_unit_id')} as right_unit_name,
      t.name_cipher, t.contribution_cipher, p.presence, p.id as attendance, p.reason_cipher as absent_cipher
    from plan_summons s
    left join organisation h on h.id = s.organisation_id
    left join organisation_version o on o.organisation_id = s.organisation_id and o.valid @> acting_today()
    left join organisation_version f on f.organisation_id = s.from_organisation_id and f.valid @> acting_today()
    left join plan_summons_text t on t.summons_id = s.id
    left join lateral (select * from plan_summons_answer a where a.summons_id = s.id order by a.at desc, a.id desc limit 1) a on true
    left join lateral (select * from plan_attendance p where p.summons_id = s.id order by p.at desc, p.id desc limit 1) p on true
    where s.plan_id = ${plan} order by s.sent_at, s.id`.execute(tx);
  return rows;
}

/** The one that a calling reached, by id. */
export async function findSummons(tx: Tx, plan: string, id: string): Promise<SummonsRow | undefined> {
  return (await listSummonses(tx, plan)).find((one) => one.id === id);
}

/** Has the person said yes to inviting somebody from outside, and not taken it back? */
export async function isOutsideAgreed(tx: Tx, plan: string): Promise<boolean> {
  const { rows } = await sql<{ agreed: boolean }>`select exists (
      select from consent c where c.plan_id = ${plan} and c.kind = 'invite-outside' and c.answer in ('given', 'partly')
        and c.given_at <= acting_now() and c.recorded_at <= acting_now()
        and not exists (select from consent_withdrawal w where w.consent_id = c.id and w.scope_id is null and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now())
        and not exists (select from consent n where n.plan_id = c.plan_id and n.kind = c.kind and n.answer = 'declined' and n.given_at >= c.given_at
          and n.given_at <= acting_now() and n.recorded_at <= acting_now())
    ) as agreed`.execute(tx);
  return rows[0]?.agreed ?? false;
}

export type CallableUnit = {
  readonly id: string;
  readonly name: string;
  /** What kind of unit it is: a performer of the national taxonomy. */
  readonly kind: string;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly organisation_kind: string;
  readonly municipality: string | null;
};

/** The units of a county's organisations that are open on the day, with whose they are; by organisation and name. */
export async function listCallableUnits(tx: Tx, county: string, today: Temporal.PlainDate): Promise<CallableUnit[]> {
  const { rows } =
    await sql<CallableUnit>`select v.unit_id as id, v.name, v.kind, v.organisation_id as organisation, coalesce(n.name, '') as organisation_name,
      o.kind as organisation_kind, o.municipality_code as municipality
    from unit_version v join organisation o on o.id = v.organisation_id
    left join organisation_version n on n.organisation_id = o.id and n.valid @> ${today}::date
    where v.valid @> ${today}::date and o.county_code = ${county} order by n.name collate "sv-x-icu", v.name collate "sv-x-icu"`.execute(
      tx,
    );
  return rows;
}

/** Those called that wait for an answer of the unit of who acts, the first to answer first. */
export async function listUnanswered(tx: Tx): Promise<{ plan: string; calledAs: Calling['as']; reply_by: Temporal.PlainDate }[]> {
  const { rows } = await sql<{ plan: string; calledAs: Calling['as']; reply_by: Temporal.PlainDate }>`
    select s.plan_id as plan, s.kind as "calledAs", s.reply_by from plan_summons s
    where s.unit_id = any ((select acting_case_units())::uuid[]) and not exists (select from plan_summons_answer a where a.summons_id = s.id)
    order by s.reply_by, s.id`.execute(tx);
  return rows;
}

/** Those who are to be reminded and have no job, the longest waiting first. */
export async function listDueSummonses(tx: Tx, on: Temporal.PlainDate, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select due_summons_reminders(${on}, ${most}) as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Reminds a unit that is called. Answers false when it is not due. */
export async function remindOfSummons(tx: Tx, id: string, on: Temporal.PlainDate, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select remind_of_summons(${id}, ${on}, ${at}) as done`.execute(tx);
  return rows[0]?.done ?? false;
}
