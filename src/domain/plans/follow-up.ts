import type { PlanningWatch } from '../counties/planning.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Watcher } from './clock.ts';
import type { Stage } from './stage.ts';

/** What comes of a follow-up: the plan goes on as it is, is made anew, or is closed. */
export const OUTCOMES = ['continue', 'revise', 'close'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How it went with a goal or a measure. Never a grade of the person. */
export const RESULTS = ['reached', 'partly', 'not-reached', 'too-early'] as const;
export type Result = (typeof RESULTS)[number];

/** A follow-up as somebody wants to write it down. */
export type FollowUpToWrite = {
  readonly stage: Stage;
  readonly on: Temporal.PlainDate;
  /** The day of the first version. */
  readonly established: Temporal.PlainDate | undefined;
  readonly outcome: Outcome;
  /** The day by which it is to be followed up again. */
  readonly next: Temporal.PlainDate | undefined;
  /** Goals and measures that hold and that the writer may read, and those of them that are evaluated. */
  readonly holding: readonly string[];
  readonly evaluated: readonly string[];
};

export type FollowUpFault = Refusal<
  | 'plan-not-established'
  | 'plan-closed'
  | 'plan-to-close'
  | 'follow-up-in-future'
  | 'follow-up-before-plan'
  | 'evaluation-missing'
  | 'next-follow-up-missing'
  | 'next-follow-up-not-later'
>;

/**
 * What speaks against a follow-up. A plan always goes on with a new day, and every goal and measure that holds is evaluated. When the person has taken back
 * their yes to the plan it can only be closed. The law names no follow-up; that there always is one is the routine of the counties, and our own rule.
 */
export function followUpFault(written: FollowUpToWrite, today: Temporal.PlainDate): FollowUpFault | undefined {
  const { stage, on, established, outcome, next, holding, evaluated } = written;
  if (stage === 'closed') return refuse('plan-closed');
  if (!established) return refuse('plan-not-established');
  if (stage === 'to-close' && outcome !== 'close') return refuse('plan-to-close');
  if (isAfter(on, today)) return refuse('follow-up-in-future');
  if (isAfter(established, on)) return refuse('follow-up-before-plan');
  const left = holding.filter((id) => !evaluated.includes(id));
  if (left.length > 0) return refuse('evaluation-missing', { left });
  if (outcome === 'close') return undefined;
  if (!next) return refuse('next-follow-up-missing');
  return isAfter(next, today) ? undefined : refuse('next-follow-up-not-later');
}

/** How it stands with the day by which a plan is to be followed up: `later`, `soon` within two weeks, the day itself included, or `late`. */
export type FollowUpState = {
  readonly state: 'later' | 'soon' | 'late';
  readonly due: Temporal.PlainDate;
  /** Whole days after the day; 0 while there is time. */
  readonly daysLate: number;
  readonly seenBy: readonly Watcher[];
};

/** So many days before it is to be done it is shown: a meeting takes time to call. */
const SOON = 14;

/** Who is shown that a follow-up is soon, or late: the coordinator first, then the manager of the unit, by the days of the county. */
export function followUpState(
  due: Temporal.PlainDate,
  { manager }: Pick<PlanningWatch, 'manager'>,
  today: Temporal.PlainDate,
): FollowUpState {
  const daysLate = Math.max(0, due.until(today, { largestUnit: 'days' }).days);
  if (daysLate > 0) return { state: 'late', due, daysLate, seenBy: daysLate > manager ? ['coordinator', 'manager'] : ['coordinator'] };
  return { state: isAfter(due.subtract({ days: SOON }), today) ? 'later' : 'soon', due, daysLate, seenBy: [] };
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0;
