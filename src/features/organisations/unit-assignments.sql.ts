import { sql } from 'kysely';
import type { Role } from '../../domain/access/roles.ts';
import type { Tx } from '../../platform/index.ts';

/** Who have assignments in these units that begin on the day or later: their names, and the first of the days. Accounts that are shut do not count. */
export async function listComing(
  tx: Tx,
  units: readonly string[],
  on: Temporal.PlainDate,
): Promise<{ name: string; from: Temporal.PlainDate }[]> {
  const { rows } = await sql<{ name: string; from: Temporal.PlainDate }>`
    select a.name, min(lower(m.valid)) as from from assignment m join account a on a.id = m.account_id
    where m.unit_id = any(${[...units]}::uuid[]) and lower(m.valid) >= ${on}::date and a.deactivated_at is null
    group by a.id, a.name order by a.name collate "sv-x-icu", a.id`.execute(tx);
  return rows;
}

/** Ends the assignments in these units the day before, those that would have gone on. Answers which, and whose. */
export async function endAssignmentsIn(
  tx: Tx,
  units: readonly string[],
  on: Temporal.PlainDate,
): Promise<{ id: string; account: string }[]> {
  const { rows } = await sql<{ id: string; account: string }>`update assignment set valid = daterange(lower(valid), ${on}::date)
    where unit_id = any(${[...units]}::uuid[]) and valid @> ${on}::date and lower(valid) < ${on}::date
    returning id, account_id as account`.execute(tx);
  return rows;
}

export type Carried = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly organisation: string;
  readonly to: Temporal.PlainDate | null;
  readonly deputyFor: string | null;
};

/**
 * Gives those who have an assignment in any of these units on the day and the day before the same in another unit, from the day for as long as the longest
 * of theirs; a deputy becomes the deputy of what the other one gets. To be done before theirs end.
 */
export async function insertCarried(
  tx: Tx,
  { units, into, on }: { units: readonly string[]; into: string; on: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<Carried[]> {
  const { rows } = await sql<Carried>`
    with carried as materialized (
      select uuidv7() as id, m.account_id, m.role, m.organisation_id, m.county_code, m.body,
        range_merge(range_agg(m.valid * daterange(${on}::date, null))) as valid, (array_agg(d.account_id order by d.id) filter (where d.id is not null))[1] as stands_for
      from assignment m left join assignment d on d.id = m.deputy_for
      where m.unit_id = any(${[...units]}::uuid[]) and m.valid @> ${on}::date and lower(m.valid) < ${on}::date
      group by m.account_id, m.role, m.organisation_id, m.county_code, m.body
    )
    insert into assignment (id, account_id, role, organisation_id, unit_id, county_code, body, deputy_for, valid, created_at)
    select c.id, c.account_id, c.role, c.organisation_id, ${into}, c.county_code, c.body, held.id, c.valid, ${now}
    from carried c left join carried held
      on held.account_id = c.stands_for and held.role = c.role and held.organisation_id = c.organisation_id and held.body is not distinct from c.body
    returning id, account_id as account, role, organisation_id as organisation, upper(valid) - 1 as to, deputy_for as "deputyFor"`.execute(
    tx,
  );
  return rows;
}
