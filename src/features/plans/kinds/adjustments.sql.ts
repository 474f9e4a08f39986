import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

export type AdjustmentRow = {
  readonly id: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly hash: Buffer;
  readonly written_by: string;
  readonly at: Temporal.Instant;
};

/** Which units have adjusted a plan, and what they stood by, the first first. */
export async function listAdjustments(tx: Tx, plan: string): Promise<AdjustmentRow[]> {
  const { rows } =
    await sql<AdjustmentRow>`select a.id, a.unit_id as unit, coalesce(u.name, '') as unit_name, a.content_hash as hash, a.written_by, a.at
    from plan_adjustment a
    left join lateral (select v.name from unit_version v where v.unit_id = a.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where a.plan_id = ${plan} order by a.at, a.id`.execute(tx);
  return rows;
}

/** Notes that a unit has adjusted a plan. Answers false when it has, for the same wordings. */
export async function insertAdjustment(
  tx: Tx,
  { id, plan, hash }: { readonly id: string; readonly plan: string; readonly hash: Buffer },
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into plan_adjustment (id, plan_id, content_hash, organisation_id, unit_id, written_by, at)
    values (${id}, ${plan}, ${hash}, ${by.organisation}, ${by.unit}, ${by.account}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
