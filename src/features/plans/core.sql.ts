import { sql } from 'kysely';
import { type AskedBy, loneQuestion, type Tx } from '../../platform/index.ts';
import type { CoreParts, JsonParts } from './plan-parts.ts';
import type { StandingRow } from './standing.sql.ts';
import type { JsonSteps } from './steps.sql.ts';

/** A plan that the unit of who acts takes part in, with what is open of it as the database works it out, and no names of units. Moments within JSON are as JSON has them. */
export type CoreRow = Pick<
  StandingRow,
  | ('id' | 'kind' | 'person_id' | 'owner' | 'unit_id' | 'county_code' | 'municipality_code' | 'established' | 'units' | 'lead')
  | ('name' | 'number_cipher' | 'protection' | 'interpreter_language')
> & {
  /** The catalogue's, which the names of units and organisations go by. */
  readonly revision: string;
  readonly party: boolean;
  readonly keeps: boolean;
  /** Each kind of data that is open with what opens it, as the log says it. */
  readonly grounds: readonly string[];
  /** What has been answered to a plan being made; null where the need is shut, in a list. */
  readonly agreeing: StandingRow['consents'] | null;
  readonly speakers: StandingRow['speakers'] | null;
};

/** What it says, without the names of units and organisations. */
type Nameless<Row> = Row extends readonly (infer One)[] ? readonly Omit<One, 'unit_name' | 'organisation_name'>[] : Row;
export type NamelessParts = { readonly [Name in keyof CoreParts]: Nameless<JsonParts[Name]> };

type WholeCore = CoreRow & { readonly parts: NamelessParts };

/**
 * One plan with what it says, as far as it is open; undefined when the unit of who acts takes no part in it. `acting_plan_core` in the migrations says what the
 * policies of the tables say. Each is asked for in a statement of its own, without a transaction around it.
 */
export const findPlanCore: (tx: Tx, plan: string) => Promise<WholeCore | undefined> = loneQuestion({
  one: async (tx, plan) => {
    const { rows } = await sql<WholeCore>`select * from acting_plan_core(${plan}::uuid)`.execute(tx);
    return rows[0];
  },
  alone: async (tx, { secret, now, of }: AskedBy<string>) => {
    const { rows } = await sql<WholeCore>`select * from acting_plan_core_of(${secret}, ${now}::timestamptz, ${of}::uuid)`.execute(tx);
    return rows[0];
  },
});

/** What a list says of a plan besides. Null where the need is shut; `steps`: of one that is not established. */
export type ListedCore = CoreRow & {
  readonly since: Temporal.PlainDate | null;
  readonly assessments: readonly { readonly organisation: string; readonly needed: boolean; readonly at: string }[] | null;
  readonly steps: JsonSteps | null;
  readonly closed: boolean;
};

/** The plans that the units of who acts take part in: the latest first, `most` of them, before the one that is named. */
export async function listUnitPlans(tx: Tx, { before, most }: { before?: string | undefined; most: number }): Promise<ListedCore[]> {
  const { rows } = await sql<ListedCore>`select * from acting_unit_plans(${before ?? null}::uuid, ${most}::int)`.execute(tx);
  return rows;
}
