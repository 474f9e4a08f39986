import { sql } from 'kysely';
import type { Role } from '../../domain/access/roles.ts';
import type { Tx } from '../../platform/index.ts';

/** What someone may act as, as they choose among it. */
export type AssignmentRow = {
  readonly id: string;
  readonly role: Role;
  readonly organisation_name: string;
  readonly unit_name: string | null;
  readonly body: string | null;
  readonly county_code: string;
  readonly until: Temporal.PlainDate | null;
};

/** The ids of those assignments for somebody who is logging in, and whom no session speaks for yet. */
export async function listAssignmentsForLogin(tx: Tx, account: string, today: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from assignments_for_login(${account}, ${today}::date) id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The assignments of an account that hold on the Swedish day. `until` is the last day, or null. */
export async function listAssignments(tx: Tx, account: string, today: Temporal.PlainDate): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`
    select m.id, m.role, ov.name as organisation_name, uv.name as unit_name, m.body, m.county_code, (upper(m.valid) - 1) as until
    from assignment m
    join organisation_version ov on ov.organisation_id = m.organisation_id and ov.valid @> ${today}::date
    left join unit_version uv on uv.unit_id = m.unit_id and uv.valid @> ${today}::date
    where m.account_id = ${account} and m.valid @> ${today}::date
    order by ov.name, uv.name, m.role, m.id`.execute(tx);
  return rows;
}
