import { sql } from 'kysely';
import type { Role } from '../../domain/access/roles.ts';
import type { Tx } from '../../platform/index.ts';

/** A member of staff who works with persons, and their authorisation for those with protected identity, where they have one today. */
export type StaffAccessRow = {
  readonly account: string;
  readonly name: string;
  readonly unit_name: string;
  readonly access: string | null;
  readonly until: Temporal.PlainDate | null;
};

/** Those who hold one of the roles in a unit of the organisation on the day, by name. `until` is the last day of the authorisation. */
export async function listStaffAccess(
  tx: Tx,
  organisation: string,
  held: readonly Role[],
  today: Temporal.PlainDate,
): Promise<StaffAccessRow[]> {
  const { rows } = await sql<StaffAccessRow>`
    select a.id as account, a.name, string_agg(distinct u.name, ', ') as unit_name, g.id as access, (upper(g.valid) - 1) as until
    from assignment m
    join account a on a.id = m.account_id and a.deactivated_at is null
    join unit_version u on u.unit_id = m.unit_id and u.valid @> ${today}::date
    left join protected_access g on g.account_id = a.id and g.organisation_id = m.organisation_id and g.valid @> ${today}::date
    where m.organisation_id = ${organisation} and m.valid @> ${today}::date and m.role = any(${[...held]})
    group by a.id, a.name, g.id, g.valid
    order by a.name collate "sv-x-icu", a.id`.execute(tx);
  return rows;
}

export type NewAccess = { readonly id: string; readonly organisation: string; readonly account: string; readonly by: string };

/** Authorises from today; `until` is the last day, or undefined for until it is taken back. */
export async function insertAccess(
  tx: Tx,
  access: NewAccess,
  period: { today: Temporal.PlainDate; until: string | undefined },
  now: Temporal.Instant,
) {
  await sql`insert into protected_access (id, organisation_id, account_id, valid, given_by, given_at)
    values (${access.id}, ${access.organisation}, ${access.account},
      daterange(${period.today}::date, ${period.until ?? null}::date, '[]'), ${access.by}, ${now})`.execute(tx);
}

/** Takes an authorisation back at once. Answers whose it was, or undefined when there is none in force. */
export async function endAccess(tx: Tx, id: string, today: Temporal.PlainDate): Promise<string | undefined> {
  const { rows } = await sql<{ account: string }>`update protected_access set valid = daterange(lower(valid), ${today}::date)
    where id = ${id} and valid @> ${today}::date returning account_id as account`.execute(tx);
  return rows[0]?.account;
}
