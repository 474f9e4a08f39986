import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** A unit whose contacts somebody confirmed on a day, or never. */
export type UnitToConfirm = { readonly id: string; readonly name: string; readonly confirmed_on: Temporal.PlainDate | null };

/** The unit as it is on the day; undefined when it is none then. */
export async function findUnitToConfirm(tx: Tx, unit: string, today: Temporal.PlainDate): Promise<UnitToConfirm | undefined> {
  const { rows } = await sql<UnitToConfirm>`select unit_id as id, name, confirmed_on from unit_version
    where unit_id = ${unit} and valid @> ${today}::date`.execute(tx);
  return rows[0];
}

/** An assignment that ends: `last` is its last day. */
export type EndingAssignment = {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly role: string;
  readonly last: Temporal.PlainDate;
};

/**
 * Assignments at an organisation that hold today, end on `until` or before, and have no successor: the same person in the same role from the day after.
 * The nearest end first.
 */
export async function listEndingAssignments(
  tx: Tx,
  organisation: string,
  { today, until }: { today: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<EndingAssignment[]> {
  const { rows } = await sql<EndingAssignment>`
    select m.id, m.account_id, a.name, m.role, (upper(m.valid) - 1) as last
    from assignment m join account a on a.id = m.account_id and a.deactivated_at is null
    where m.organisation_id = ${organisation} and m.valid @> ${today}::date and upper(m.valid) <= ${until}::date + 1
      and not exists (
        select from assignment next where next.account_id = m.account_id and next.role = m.role and next.organisation_id = m.organisation_id
          and next.unit_id is not distinct from m.unit_id and next.body is not distinct from m.body and next.valid @> upper(m.valid)
      )
    order by last, a.name collate "sv-x-icu", m.id`.execute(tx);
  return rows;
}
