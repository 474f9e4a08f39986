import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import { type JsonParts, type PlanParts, partsOf, sheetsOf } from './plan-parts.ts';
import type { StandingRow } from './standing.sql.ts';

/** A plan with the standing of who acts, and what it says. */
export type WholePlan = { readonly row: StandingRow; readonly parts: PlanParts };

type WholeRow = StandingRow & { readonly parts: JsonParts };

/** One plan with all that is open of it, in one question; undefined when it does not exist for who acts. `acting_plan_whole` says what the policies of the tables say. */
export async function findWholePlan(tx: Tx, plan: string): Promise<WholePlan | undefined> {
  const { rows } = await sql<WholeRow>`select w.*, plan_lead(w.id, acting_now()) as lead from acting_plan_whole(${plan}::uuid) w`.execute(
    tx,
  );
  return rows[0] && wholeOf(rows[0]);
}

function wholeOf({ parts, ...row }: WholeRow): WholePlan {
  return { row, parts: { ...partsOf(parts), sheets: sheetsOf(parts.sheets) } };
}
