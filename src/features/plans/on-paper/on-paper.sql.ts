import { sql } from 'kysely';
import type { PaperStep } from '../../../domain/plans/on-paper.ts';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

export type StepRow = {
  readonly step: PaperStep;
  readonly id: string;
  /** What tells it from others of its sort: a unit, or the number of a version. */
  readonly what: string | null;
  readonly recorded_at: Temporal.Instant;
  readonly happened_at: Temporal.Instant | null;
  /** When the time that it happened was written down, which may be later than the step itself. */
  readonly noted_at: Temporal.Instant | null;
  /** May who acts say when it happened? */
  readonly own: boolean;
};

/** The steps of a plan that are for who acts to know of, with when they happened where that was on paper; in the order in which they were written down. */
export async function listSteps(tx: Tx, plan: string): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`select s.step, s.id, s.what, s.recorded_at, p.happened_at, p.recorded_at as noted_at,
      is_step_of_plan(${plan}::uuid, s.step, s.id) as own
    from (
      select 'initiative' as step, id, null as what, at as recorded_at from plan_initiative where plan_id = ${plan}
      union all
      select 'summons-answer', a.id, (select v.name from unit_version v where v.unit_id = a.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), a.at
      from plan_summons_answer a where a.plan_id = ${plan}
      union all
      select 'meeting', id, null, at from plan_meeting where plan_id = ${plan} and turn = 'held'
      union all
      select 'established', id, number::text, established_at from plan_version where plan_id = ${plan}
    ) s left join plan_paper p on p.step = s.step and p.of_id = s.id
    order by s.recorded_at, array_position(array['initiative', 'summons-answer', 'meeting', 'established'], s.step), s.id`.execute(tx);
  return rows;
}

/** Notes when a step was taken on paper. Answers false when that is noted already. */
export async function insertPaper(
  tx: Tx,
  one: {
    readonly id: string;
    readonly plan: string;
    readonly step: PaperStep;
    readonly of: string;
    readonly happenedAt: Temporal.Instant;
  },
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into plan_paper (id, plan_id, step, of_id, happened_at, organisation_id, unit_id, written_by, recorded_at)
    values (${one.id}, ${one.plan}, ${one.step}, ${one.of}, ${one.happenedAt}, ${by.organisation}, ${by.unit}, ${by.account}, ${now}) on conflict do nothing`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}
