import { sql } from 'kysely';
import type { DataKind } from '../../domain/consents/kinds.ts';
import type { Voice } from '../../domain/plans/parts.ts';
import type { Initiator, PlanKind } from '../../domain/plans/plan-kinds.ts';
import type { Tx } from '../../platform/index.ts';

export type NewPlan = {
  readonly id: string;
  readonly kind: PlanKind;
  readonly person: string;
  readonly organisation: string;
  readonly unit: string;
  readonly county: string;
  readonly municipality: string;
  readonly account: string;
};

/** Opens a plan, with the unit that it is opened by as the first that takes part. Answers false when a plan has the id. */
export async function insertPlan(tx: Tx, plan: NewPlan, party: string, now: Temporal.Instant): Promise<boolean> {
  const { id, kind, person, organisation, unit, county, municipality, account } = plan;
  const { numAffectedRows } =
    await sql`insert into plan (id, kind, person_id, organisation_id, unit_id, county_code, municipality_code, opened_by, opened_at)
    values (${id}, ${kind}, ${person}, ${organisation}, ${unit}, ${county}, ${municipality}, ${account}, ${now}) on conflict do nothing`.execute(
      tx,
    );
  if (numAffectedRows !== 1n) return false;
  await insertParty(tx, { id: party, plan: id, organisation, unit, standing: 'opener', account }, now);
  return true;
}

export type NewParty = {
  readonly id: string;
  readonly plan: string;
  readonly organisation: string;
  readonly unit: string;
  readonly standing: 'opener' | 'asked';
  readonly account: string;
};

/** Lets a unit take part. Answers false when it does already. */
export async function insertParty(
  tx: Tx,
  { id, plan, organisation, unit, standing, account }: NewParty,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into plan_party (id, plan_id, organisation_id, unit_id, standing, added_by, added_at)
    values (${id}, ${plan}, ${organisation}, ${unit}, ${standing}, ${account}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Who writes: an account, and the unit of whose staff it is. */
export type WrittenBy = { readonly account: string; readonly organisation: string; readonly unit: string };

export type NewInitiative = {
  readonly id: string;
  readonly plan: string;
  readonly madeBy: Initiator;
  readonly onDay: Temporal.PlainDate;
  readonly reason: Buffer;
};

/** Notes that somebody has pointed out the need. */
export async function insertInitiative(
  tx: Tx,
  { id, plan, madeBy, onDay, reason }: NewInitiative,
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_initiative (id, plan_id, made_by, on_day, organisation_id, unit_id, reason_cipher, written_by, at)
    values (${id}, ${plan}, ${madeBy}, ${onDay}, ${by.organisation}, ${by.unit}, ${reason}, ${by.account}, ${now})`.execute(tx);
}

export type NewAssessment = { readonly id: string; readonly plan: string; readonly needed: boolean; readonly reason: Buffer | null };

/** Notes what a huvudman finds. */
export async function insertAssessment(
  tx: Tx,
  { id, plan, needed, reason }: NewAssessment,
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_assessment (id, plan_id, organisation_id, unit_id, needed, reason_cipher, written_by, at)
    values (${id}, ${plan}, ${by.organisation}, ${by.unit}, ${needed}, ${reason}, ${by.account}, ${now})`.execute(tx);
}

export type NewText = {
  readonly id: string;
  readonly plan: string;
  readonly part: string;
  readonly dataKind: DataKind;
  readonly voice: Voice;
  readonly text: Buffer;
};

/** Writes a part of a plan. What stood there stays beneath. */
export async function insertText(
  tx: Tx,
  { id, plan, part, dataKind, voice, text }: NewText,
  by: { readonly account: string; readonly organisation: string | null; readonly unit: string | null },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_text (id, plan_id, part, data_kind, voice, organisation_id, unit_id, text_cipher, written_by, at)
    values (${id}, ${plan}, ${part}, ${dataKind}, ${voice}, ${by.organisation}, ${by.unit}, ${text}, ${by.account}, ${now})`.execute(tx);
}

export type PartyRow = {
  readonly unit: string;
  readonly unit_name: string;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly standing: 'opener' | 'asked';
  readonly added_at: Temporal.Instant;
};

/** The units in a plan and for whom they take part today, as far as they are for who acts to know; in the order in which they came. */
export async function listParties(tx: Tx, plan: string): Promise<PartyRow[]> {
  const { rows } = await sql<PartyRow>`select t.unit_id as unit, coalesce(u.name, '') as unit_name, w.organisation,
      coalesce(o.name, '') as organisation_name, t.standing, t.added_at
    from plan_party t
    left join lateral (select v.name from unit_version v where v.unit_id = t.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    cross join lateral (select coalesce(unit_owner_now(t.unit_id, t.organisation_id, gone_organisations(acting_today())), t.organisation_id) as organisation) w
    left join organisation_version o on o.organisation_id = w.organisation and o.valid @> acting_today()
    where t.plan_id = ${plan} and not exists (
      select from unit_version v where v.unit_id = t.unit_id and v.valid @> acting_today() and v.organisation_id <> w.organisation
    ) order by t.added_at, t.id`.execute(tx);
  return rows;
}

export type InitiativeRow = {
  readonly id: string;
  readonly made_by: Initiator;
  readonly on_day: Temporal.PlainDate;
  readonly unit: string;
  readonly reason_cipher: Buffer;
  readonly at: Temporal.Instant;
};

/** Who pointed out the need, the first first. */
export async function listInitiatives(tx: Tx, plan: string): Promise<InitiativeRow[]> {
  const { rows } = await sql<InitiativeRow>`select id, made_by, on_day, unit_id as unit, reason_cipher, at
    from plan_initiative where plan_id = ${plan} order by on_day, at, id`.execute(tx);
  return rows;
}

export type AssessmentRow = {
  readonly id: string;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly unit: string;
  readonly needed: boolean;
  readonly reason_cipher: Buffer | null;
  readonly at: Temporal.Instant;
};

/** What the huvudmen have found, the first first. */
export async function listAssessments(tx: Tx, plan: string): Promise<AssessmentRow[]> {
  const { rows } =
    await sql<AssessmentRow>`select a.id, a.organisation_id as organisation, coalesce(o.name, '') as organisation_name, a.unit_id as unit,
      a.needed, a.reason_cipher, a.at
    from plan_assessment a left join organisation_version o on o.organisation_id = a.organisation_id and o.valid @> acting_today()
    where a.plan_id = ${plan} order by a.at, a.id`.execute(tx);
  return rows;
}

export type TextRow = {
  readonly id: string;
  readonly part: string;
  readonly dataKind: DataKind;
  readonly voice: Voice;
  readonly unit: string | null;
  readonly unit_name: string | null;
  readonly cipher: Buffer;
  readonly at: Temporal.Instant;
};

/** All that has been written in a plan and is for who acts to read, the oldest first. */
export async function listTexts(tx: Tx, plan: string): Promise<TextRow[]> {
  const { rows } =
    await sql<TextRow>`select t.id, t.part, t.data_kind as "dataKind", t.voice, t.unit_id as unit, u.name as unit_name, t.text_cipher as cipher, t.at
    from plan_text t
    left join lateral (select v.name from unit_version v where v.unit_id = t.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where t.plan_id = ${plan} order by t.at, t.id`.execute(tx);
  return rows;
}

/** A unit that may be asked to take part: open on the day, of an organisation of the county. */
export async function findAskedUnit(
  tx: Tx,
  unit: string,
  { county, today }: { readonly county: string; readonly today: Temporal.PlainDate },
): Promise<{ id: string; organisation: string } | undefined> {
  const { rows } = await sql<{ id: string; organisation: string }>`select v.unit_id as id, v.organisation_id as organisation
    from unit_version v join organisation o on o.id = v.organisation_id
    where v.unit_id = ${unit} and v.valid @> ${today}::date and o.county_code = ${county}`.execute(tx);
  return rows[0];
}

/** The units of a county's organisations that are open on the day, by organisation and name. */
export async function listUnitsToAsk(
  tx: Tx,
  { county, today }: { readonly county: string; readonly today: Temporal.PlainDate },
): Promise<{ id: string; name: string; organisation: string; organisation_name: string }[]> {
  const { rows } = await sql<{ id: string; name: string; organisation: string; organisation_name: string }>`
    select v.unit_id as id, v.name, v.organisation_id as organisation, coalesce(n.name, '') as organisation_name
    from unit_version v join organisation o on o.id = v.organisation_id
    left join organisation_version n on n.organisation_id = o.id and n.valid @> ${today}::date
    where v.valid @> ${today}::date and o.county_code = ${county} order by n.name collate "sv-x-icu", v.name collate "sv-x-icu"`.execute(
    tx,
  );
  return rows;
}

export type ContactUnit = {
  readonly contact: string;
  readonly person: string;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly county: string;
  /** The municipality that the unit belongs to; null of a region's. */
  readonly municipality: string | null;
};

/** The units that work today with the individual who acts, by organisation and name. */
export async function listContactUnits(tx: Tx): Promise<ContactUnit[]> {
  const { rows } =
    await sql<ContactUnit>`select c.id as contact, c.person_id as person, o.id as organisation, coalesce(n.name, '') as organisation_name,
      c.unit_id as unit, v.name as unit_name, o.county_code as county, o.municipality_code as municipality
    from case_contact c
    join organisation o on o.id = owner_now(c.person_id, c.organisation_id, (select gone_organisations(acting_today())))
    join unit_version v on v.unit_id = c.unit_id and v.organisation_id = o.id and v.valid @> acting_today()
    left join organisation_version n on n.organisation_id = o.id and n.valid @> acting_today()
    where c.person_id in (select acting_own_persons()) and c.valid @> acting_today()
    order by n.name collate "sv-x-icu", v.name collate "sv-x-icu"`.execute(tx);
  return rows;
}

/** One of them, by its contact. */
export async function findContactUnit(tx: Tx, contact: string): Promise<ContactUnit | undefined> {
  return (await listContactUnits(tx)).find((one) => one.contact === contact);
}

/** Lets a plan rest on the record of the right person, or answers why not. */
export async function setPlanPerson(tx: Tx, plan: string, person: string): Promise<SetPersonAnswer> {
  const { rows } = await sql<{ answer: SetPersonAnswer }>`select set_plan_person(${plan}::uuid, ${person}::uuid) as answer`.execute(tx);
  return rows[0]?.answer ?? 'person-not-found';
}

/** What the database answers to setting right whose a plan is. */
export type SetPersonAnswer = 'done' | 'person-not-found' | 'join-came-along' | 'join-protected' | 'plan-person-settled';
