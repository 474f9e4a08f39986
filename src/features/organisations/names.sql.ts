import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** The name of every organisation on a day, and of every unit that has begun by then: the last that a closed one had. */
export async function listNames(tx: Tx, day: string): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select organisation_id as id, name from organisation_version where valid @> ${day}::date
    union all
    (select distinct on (unit_id) unit_id, name from unit_version where lower(valid) <= ${day}::date order by unit_id, lower(valid) desc)`.execute(
    tx,
  );
  return rows;
}
