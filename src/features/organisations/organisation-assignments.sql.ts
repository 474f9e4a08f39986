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
