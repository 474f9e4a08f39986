import { sql } from 'kysely';
import type { ConsentAnswer, Giver } from '../../domain/consents/kinds.ts';
import type { PlanKind } from '../../domain/plans/plan-kinds.ts';
import type { Tx } from '../../platform/index.ts';
import type { SpeakersRow } from './speakers-row.ts';

/** When the steps of a plan were taken. Moments within JSON are as JSON has them. */
export type StepsRow = {
  readonly initiative: Temporal.PlainDate | null;
  readonly asked: Temporal.Instant | null;
  readonly noted: Temporal.Instant | null;
  readonly summoned: Temporal.Instant | null;
  readonly met: Temporal.Instant | null;
  readonly assessments: readonly { readonly organisation: string; readonly needed: boolean; readonly at: string }[];
  /** What has been said to a plan being made, by each who may answer; and who may, where anybody but the person has been named. */
  readonly answers: {
    readonly said: readonly {
      readonly id: string;
      readonly answer: ConsentAnswer;
      readonly giver: Giver['as'];
      readonly giverId: string | null;
      readonly givenAt: string;
      readonly recordedAt: string;
      readonly withdrawals: readonly { readonly at: string; readonly recordedAt: string }[];
    }[];
    readonly speakers: SpeakersRow | null;
  };
};

/** The same as JSON has it. */
export type JsonSteps = Pick<StepsRow, 'assessments' | 'answers'> & {
  readonly [Step in 'initiative' | 'asked' | 'noted' | 'summoned' | 'met']: string | null;
};

/** The steps of plans whose need is open to who acts, each with its plan. */
export async function listSteps(tx: Tx, plans: readonly string[]): Promise<(StepsRow & { readonly plan: string })[]> {
  if (plans.length === 0) return [];
  const { rows } = await sql<StepsRow & { plan: string }>`select * from acting_steps(${[...plans]}::uuid[])`.execute(tx);
  return rows;
}

/** The steps of the plans that the unit of a manager opened: not which plans they are, nor of whom. Empty for everybody else. */
export async function listManagedSteps(tx: Tx): Promise<(StepsRow & { readonly kind: PlanKind; readonly county_code: string })[]> {
  const { rows } = await sql<StepsRow & { kind: PlanKind; county_code: string }>`select * from steps_of_managed_unit()`.execute(tx);
  return rows;
}

/** The plans that the unit of who acts leads and that are not established, the latest opened first. */
export async function listLedPlans(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from acting_led_plans(${most}::int) id`.execute(tx);
  return rows.map(({ id }) => id);
}
