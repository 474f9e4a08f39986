import { sql } from 'kysely';
import type { OrganisationKind, Role } from '../../domain/access/roles.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';

export type StaffRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly hsa_id: string | null;
  readonly organisation_id: string;
  readonly organisation_kind: OrganisationKind;
  readonly county_code: string;
  readonly deactivated_at: Temporal.Instant | null;
};

/** The organisation of an account is the one that its own has gone up into by today, or that it came to when its own was divided. */
const STAFF = sql`select a.id, a.name, a.email, a.hsa_id, o.id as organisation_id, o.kind as organisation_kind, o.county_code, a.deactivated_at
  from account a join organisation o on o.id = organisation_of_account(a.id, acting_today())`;

/** The staff accounts that an organisation administers, by name. */
export async function listStaff(tx: Tx, organisation: string): Promise<StaffRow[]> {
  const { rows } =
    await sql<StaffRow>`${STAFF} where a.id in (select accounts_of_organisation(${organisation}, acting_today())) order by a.name collate "sv-x-icu", a.id`.execute(
      tx,
    );
  return rows;
}

/** The staff accounts of a county, by name: whom a seat or a role in a joint body can be given to. */
export async function listStaffOfCounty(tx: Tx, county: string): Promise<StaffRow[]> {
  const { rows } = await sql<StaffRow>`${STAFF} where o.county_code = ${county} and a.deactivated_at is null
    order by a.name collate "sv-x-icu", a.id`.execute(tx);
  return rows;
}

/** Those of a county who act as something at an organisation of theirs on the day, by name: who a seat in a joint body can be connected to. */
export async function listActingOfCounty(tx: Tx, county: string, on: Temporal.PlainDate): Promise<StaffRow[]> {
  const { rows } = await sql<StaffRow>`${STAFF} where o.county_code = ${county} and a.deactivated_at is null
    and exists (select from assignment m where m.account_id = a.id and m.organisation_id = o.id and m.valid @> ${on}::date)
    order by a.name collate "sv-x-icu", a.id`.execute(tx);
  return rows;
}

/** Does the account act as something at the organisation on the day? One that has been deactivated does not. */
export async function isActingAt(tx: Tx, account: string, organisation: string, on: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await sql`select from assignment m join account a on a.id = m.account_id and a.deactivated_at is null
    where m.account_id = ${account} and m.organisation_id = ${organisation} and m.valid @> ${on}::date limit 1`.execute(tx);
  return rows.length > 0;
}

/** A staff account, held until the transaction is done: what is decided of it is decided one at a time. */
export async function findStaffForChange(tx: Tx, id: string): Promise<StaffRow | undefined> {
  await lockSubject(tx, 'account', id);
  return findStaff(tx, id);
}

export async function findStaff(tx: Tx, id: string): Promise<StaffRow | undefined> {
  const { rows } = await sql<StaffRow>`${STAFF} where a.id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertStaff(
  tx: Tx,
  account: { id: string; name: string; email: string | undefined; hsaId: string; organisation: string; county: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into account (id, kind, name, email, hsa_id, organisation_id, county_code, created_at)
    values (${account.id}, 'staff', ${account.name}, ${account.email ?? null}, ${account.hsaId}, ${account.organisation}, ${account.county}, ${now})`.execute(
    tx,
  );
}

/** Deactivates an account and ends all its sessions. Answers false when somebody was before us. */
export async function deactivate(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`update account set deactivated_at = ${now} where id = ${id} and deactivated_at is null`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await sql`select end_sessions_of_deactivated(${id}, ${now})`.execute(tx);
  return true;
}

export type GivenAssignment = {
  readonly id: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly role: Role;
  readonly organisation_id: string;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly body: string | null;
  readonly county_code: string;
  readonly deputy_for: string | null;
  readonly deputy_for_name: string | null;
  readonly from_day: Temporal.PlainDate;
  readonly to_day: Temporal.PlainDate | null;
};

type WhichAssignments =
  | { readonly organisation: string }
  | { readonly bodiesOf: string }
  | { readonly account: string }
  | { readonly id: string };

/** Assignments at an organisation, in the joint bodies of a county, of an account, or one; past and coming ones too, but none that were withdrawn. */
export async function listGivenAssignments(tx: Tx, which: WhichAssignments, today: Temporal.PlainDate): Promise<GivenAssignment[]> {
  const { rows } = await sql<GivenAssignment>`
    select m.id, m.account_id, a.name as account_name, m.role, m.organisation_id, m.unit_id, uv.name as unit_name, m.body, m.county_code, m.deputy_for,
      da.name as deputy_for_name, lower(m.valid) as from_day, upper(m.valid) - 1 as to_day
    from assignment m join account a on a.id = m.account_id
    left join lateral (
      select name from unit_version v where v.unit_id = m.unit_id order by v.valid @> ${today}::date desc, lower(v.valid) desc limit 1
    ) uv on true
    left join assignment d on d.id = m.deputy_for left join account da on da.id = d.account_id
    where m.withdrawn is null and ${chosen(which)} order by a.name collate "sv-x-icu", lower(m.valid), m.id`.execute(tx);
  return rows;
}

function chosen(which: WhichAssignments) {
  if ('organisation' in which) return sql`m.organisation_id = ${which.organisation}`;
  if ('bodiesOf' in which) return sql`m.county_code = ${which.bodiesOf} and m.body is not null`;
  if ('account' in which) return sql`m.account_id = ${which.account}`;
  return sql`m.id = ${which.id}`;
}

export async function insertAssignment(
  tx: Tx,
  one: {
    id: string;
    account: string;
    role: Role;
    organisation: string;
    unit: string | undefined;
    county: string;
    body: string | undefined;
    deputyFor: string | undefined;
    from: Temporal.PlainDate;
    to: Temporal.PlainDate | undefined;
  },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into assignment (id, account_id, role, organisation_id, unit_id, county_code, body, deputy_for, valid, created_at)
    values (${one.id}, ${one.account}, ${one.role}, ${one.organisation}, ${one.unit ?? null}, ${one.county}, ${one.body ?? null},
      ${one.deputyFor ?? null}, daterange(${one.from}::date, ${one.to ?? null}::date, '[]'), ${now})`.execute(tx);
}

/** Withdraws an assignment that begins after today. Answers false when it does not, or is withdrawn already. */
export async function withdrawComing(tx: Tx, id: string, today: Temporal.PlainDate): Promise<boolean> {
  const { numAffectedRows } = await sql`update assignment set withdrawn = valid, valid = 'empty'
    where id = ${id} and withdrawn is null and lower(valid) > ${today}::date`.execute(tx);
  return numAffectedRows === 1n;
}

/** Ends an assignment after its last day. Answers false when it ends by then already, or begins later. */
export async function endAssignmentAfter(tx: Tx, id: string, lastDay: Temporal.PlainDate): Promise<boolean> {
  const { numAffectedRows } = await sql`update assignment set valid = daterange(lower(valid), ${lastDay}::date, '[]')
    where id = ${id} and lower(valid) <= ${lastDay}::date and (upper_inf(valid) or upper(valid) > ${lastDay}::date + 1)`.execute(tx);
  return numAffectedRows === 1n;
}

/** An organisation as the policies ask of it; undefined when there is none. */
export async function findOwner(tx: Tx, id: string): Promise<{ id: string; kind: OrganisationKind; county: string } | undefined> {
  const { rows } = await sql<{ id: string; kind: OrganisationKind; county: string }>`
    select id, kind, county_code as county from organisation where id = ${id}`.execute(tx);
  return rows[0];
}

/**
 * How long a unit is the organisation's without a break, from a day: `last` is the last day, or null when none is decided. Undefined when it is not
 * that day. Nobody changes the unit before the transaction is done: the lock is the one that every change of a unit takes.
 */
export async function findUnitReach(
  tx: Tx,
  { organisation, unit }: { organisation: string; unit: string },
  day: Temporal.PlainDate,
): Promise<{ last: Temporal.PlainDate | null } | undefined> {
  await lockSubject(tx, 'register', unit);
  const { rows } = await sql<{ last: Temporal.PlainDate | null }>`select upper(open) - 1 as last
    from (select unnest(range_agg(valid)) as open from unit_version where unit_id = ${unit} and organisation_id = ${organisation}) held
    where open @> ${day}::date`.execute(tx);
  return rows[0];
}
