import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { Carried } from './unit-assignments.sql.ts';

/** Who have assignments at the organisation that begin on the day or later: their names, and the first of the days. Accounts that are shut do not count. */
export async function listComingAt(
  tx: Tx,
  organisation: string,
  on: Temporal.PlainDate,
): Promise<{ name: string; from: Temporal.PlainDate }[]> {
  const { rows } = await sql<{ name: string; from: Temporal.PlainDate }>`
    select a.name, min(lower(m.valid)) as from from assignment m join account a on a.id = m.account_id
    where m.organisation_id = ${organisation} and lower(m.valid) >= ${on}::date and a.deactivated_at is null
    group by a.id, a.name order by a.name collate "sv-x-icu", a.id`.execute(tx);
  return rows;
}

export type CarriedTo = Carried & { readonly unit: string | null; readonly body: string | null };

/**
 * Gives those who have an assignment at the organisation on the day and the day before the same at another, in the same unit or body, from the day for as
 * long as theirs; a deputy becomes the deputy of what the other one gets. To be done before theirs end.
 */
export async function insertCarriedTo(
  tx: Tx,
  { organisation, into, on }: { organisation: string; into: string; on: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<CarriedTo[]> {
  const { rows } = await sql<CarriedTo>`
    with carried as materialized (
      select uuidv7() as id, m.id as was, m.account_id, m.role, m.unit_id, m.county_code, m.body, m.deputy_for, m.valid * daterange(${on}::date, null) as valid
      from assignment m where m.organisation_id = ${organisation} and m.valid @> ${on}::date and lower(m.valid) < ${on}::date
    )
    insert into assignment (id, account_id, role, organisation_id, unit_id, county_code, body, deputy_for, valid, created_at)
    select c.id, c.account_id, c.role, ${into}, c.unit_id, c.county_code, c.body, held.id, c.valid, ${now}
    from carried c left join carried held on held.was = c.deputy_for
    order by held.id nulls first
    returning id, account_id as account, role, organisation_id as organisation, unit_id as unit, body, upper(valid) - 1 as to, deputy_for as "deputyFor"`.execute(
    tx,
  );
  return rows;
}

/** Ends the assignments at the organisation the day before, those that would have gone on. Answers which, and whose. */
export async function endAssignmentsAt(tx: Tx, organisation: string, on: Temporal.PlainDate): Promise<{ id: string; account: string }[]> {
  const { rows } = await sql<{ id: string; account: string }>`update assignment set valid = daterange(lower(valid), ${on}::date)
    where organisation_id = ${organisation} and valid @> ${on}::date and lower(valid) < ${on}::date
    returning id, account_id as account`.execute(tx);
  return rows;
}

/** Does the organisation have cases with persons on the day or later? Answered to the county administrator alone. */
export async function hasCases(tx: Tx, organisation: string, on: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select has_cases(${organisation}, ${on}::date) as has`.execute(tx);
  return rows[0]?.has === true;
}

/** Which organisation each unit goes on in; all else in `rest`. */
type UnitPlaces = { readonly units: ReadonlyMap<string, string>; readonly rest: string };

/**
 * From the day the accounts of an organisation that is divided are each another's: the one that the units go to in which somebody has assignments that day, or
 * `rest` when they have none or the units go to different ones. Answers which went where.
 */
export async function moveAccounts(
  tx: Tx,
  { organisation, on, units, rest }: { organisation: string; on: Temporal.PlainDate } & UnitPlaces,
): Promise<{ account: string; to: string }[]> {
  const { rows } = await sql<{ account: string; to: string }>`
    select a.id as account, case when count(distinct p.part) = 1 then min(p.part::text)::uuid else ${rest}::uuid end as to
    from accounts_of_organisation(${organisation}, ${on}::date - 1) as a (id)
    left join assignment m on m.account_id = a.id and m.organisation_id = ${organisation} and m.valid @> ${on}::date
    left join ${placesOf(units)} on p.unit = m.unit_id
    group by a.id order by a.id`.execute(tx);
  await sql`insert into account_move (account_id, from_date, organisation_id)
    select m.account, ${on}::date, m.part from unnest(${rows.map(({ account }) => account)}::uuid[], ${rows.map(({ to }) => to)}::uuid[]) as m (account, part)`.execute(
    tx,
  );
  return rows;
}

/**
 * Gives those who have an assignment at an organisation that is divided, on the day and the day before, the same where its unit goes or, without one, where
 * their account goes. Who stands in for somebody follows only when both go to the same one. To be done after the accounts have moved and before theirs end.
 */
export async function insertDivided(
  tx: Tx,
  { organisation, on, units }: { organisation: string; on: Temporal.PlainDate; units: ReadonlyMap<string, string> },
  now: Temporal.Instant,
): Promise<CarriedTo[]> {
  const { rows } = await sql<CarriedTo>`
    with carried as materialized (
      select uuidv7() as id, m.id as was, m.account_id, m.role, m.unit_id, m.county_code, m.body, m.deputy_for, m.valid * daterange(${on}::date, null) as valid,
        case when m.unit_id is null then organisation_of_account(m.account_id, ${on}::date) else p.part end as part
      from assignment m left join ${placesOf(units)} on p.unit = m.unit_id
      where m.organisation_id = ${organisation} and m.valid @> ${on}::date and lower(m.valid) < ${on}::date
    )
    insert into assignment (id, account_id, role, organisation_id, unit_id, county_code, body, deputy_for, valid, created_at)
    select c.id, c.account_id, c.role, c.part, c.unit_id, c.county_code, c.body, held.id, c.valid, ${now}
    from carried c left join carried held on held.was = c.deputy_for and held.part = c.part
    where c.part is not null and (c.deputy_for is null or held.id is not null)
    order by held.id nulls first
    returning id, account_id as account, role, organisation_id as organisation, unit_id as unit, body, upper(valid) - 1 as to, deputy_for as "deputyFor"`.execute(
    tx,
  );
  return rows;
}

function placesOf(units: ReadonlyMap<string, string>) {
  return sql`unnest(${[...units.keys()]}::uuid[], ${[...units.values()]}::uuid[]) as p (unit, part)`;
}
