import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** What staff accounts, units and organisations among these ids are called on the day. Individuals are never named here. */
export async function findNames(tx: Tx, ids: readonly string[], today: Temporal.PlainDate): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where kind = 'staff' and id = any(${ids}::uuid[])
    union all
    select unit_id, name from unit_version where unit_id = any(${ids}::uuid[]) and valid @> ${today}::date
    union all
    select organisation_id, name from organisation_version where organisation_id = any(${ids}::uuid[]) and valid @> ${today}::date`.execute(
    tx,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
