import { runsOut } from '../calendar/workdays.ts';
import type { PlanningCase, PlanningNorm, PlanningStep, PlanningWatch } from '../counties/planning.ts';
import { planningSteps, type StepNorm } from './norms.ts';
import type { PlanKind } from './plan-kinds.ts';

type Day = Temporal.PlainDate;

/** What has happened, by day. `ended`: the plan was closed or the duty fell away (no consent, no need). */
export type ClockFacts = {
  readonly initiative: Day;
  readonly dischargeReady?: Day | undefined;
  readonly taken: { readonly [Step in PlanningStep]?: Day | undefined };
  readonly ended?: Day | undefined;
};

/**
 * Where a step is. `done` it was taken, or a later one was; `due` there is time; `soon` little is left, the last day included; `late`;
 * `waiting` its clock has not begun (nobody is ready for discharge yet); `no-norm` nobody has given a number; `ended` the plan ended before it.
 */
export const stepStates = ['done', 'due', 'soon', 'late', 'waiting', 'no-norm', 'ended'] as const;
export type StepState = (typeof stepStates)[number];

/** Who is shown that a step is late. */
export type Watcher = 'coordinator' | 'manager';

export type ClockStep = {
  readonly step: PlanningStep;
  readonly state: StepState;
  /** The last day by the words of the norm. */
  readonly due?: Day;
  /**
   * The last day when a time limit of law ends on a holiday: the next working day (lag 1930:173 2 §). Only where it differs from `due`. That the
   * law on time limits holds for this one is general knowledge, not confirmed.
   */
  readonly moved?: Day;
  /** The day it was taken, or a later step was. */
  readonly on?: Day;
  /** Whole days after the last day, when it was taken, when the plan ended, or today. 0 = in time. */
  readonly daysLate: number;
  readonly seenBy: readonly Watcher[];
  readonly norm: StepNorm;
};

/** The clock of a plan today, step by step in order. A county's norms come from `normOf`; days are calendar days. */
export function clockOf(
  facts: ClockFacts,
  norms: Readonly<Record<PlanningStep, StepNorm>>,
  watch: Pick<PlanningWatch, 'soon' | 'manager'>,
  today: Day,
): ClockStep[] {
  return planningSteps.map((step) => stepOf(step, facts, norms[step], watch, today));
}

function stepOf(
  step: PlanningStep,
  facts: ClockFacts,
  norm: StepNorm,
  watch: Pick<PlanningWatch, 'soon' | 'manager'>,
  today: Day,
): ClockStep {
  const on = takenOn(step, facts);
  const ended = on === undefined ? facts.ended : undefined;
  const last = norm.limit && lastDays(norm.limit, facts);
  const until = on ?? ended ?? today;
  const daysLate = last ? Math.max(0, last.day.until(until, { largestUnit: 'days' }).days) : 0;
  const state = on ? 'done' : ended ? 'ended' : openState(norm.limit, last?.day, watch.soon, today);
  return {
    step,
    state,
    ...(last ? { due: last.due } : {}),
    ...(last && !last.day.equals(last.due) ? { moved: last.day } : {}),
    ...(on ? { on } : {}),
    daysLate,
    seenBy: state === 'late' ? (daysLate > watch.manager ? ['coordinator', 'manager'] : ['coordinator']) : [],
    norm,
  };
}

/** A step that nobody has written down was taken at the latest when a later one was: whoever has met has been summoned. */
function takenOn(step: PlanningStep, { taken }: ClockFacts): Day | undefined {
  const later = planningSteps.slice(planningSteps.indexOf(step) + 1).flatMap((one) => taken[one] ?? []);
  return taken[step] ?? later.sort(Temporal.PlainDate.compare)[0];
}

/** The last day as the norm says it, and as it is counted: only a time limit of law moves past a holiday. */
function lastDays({ from, days = 0, basis }: PlanningNorm, facts: ClockFacts): { due: Day; day: Day } | undefined {
  const start = from === 'initiative' ? facts.initiative : facts.dischargeReady;
  if (!start) return undefined;
  const due = start.add({ days });
  return { due, day: basis === 'law' || basis === 'regulation' ? runsOut(due) : due };
}

function openState(limit: PlanningNorm | undefined, day: Day | undefined, soon: number, today: Day): StepState {
  if (!limit) return 'no-norm';
  if (!day) return 'waiting';
  if (Temporal.PlainDate.compare(today, day) > 0) return 'late';
  return Temporal.PlainDate.compare(today, day.subtract({ days: soon })) >= 0 ? 'soon' : 'due';
}

/** Which norms a plan follows: after discharge those of discharge, else the person's age on the day of the initiative; 18 = adult. */
export function planningCaseOf(kind: PlanKind, ageAtInitiative: number | undefined): PlanningCase {
  if (kind === 'discharge') return 'discharge';
  return ageAtInitiative !== undefined && ageAtInitiative < 18 ? 'child' : 'adult';
}
