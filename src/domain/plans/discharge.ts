import { runsOut } from '../calendar/workdays.ts';
import type { DeadlinesFile } from '../counties/national-files.ts';
import type { PlanningFile } from '../counties/planning.ts';

type Day = Temporal.PlainDate;
type Moment = Temporal.Instant;
type Deadline = DeadlinesFile['deadlines'][number];

/** What has happened in a stay at a hospital, by moment. */
export type DischargeEvents = {
  readonly admitted: Moment;
  /** That support is needed afterwards was seen only then: the day and night run from there (2017:612 2:3). */
  readonly needSeen?: Moment | undefined;
  readonly admissionNotice?: Moment | undefined;
  readonly fixedContact?: Moment | undefined;
  readonly dischargeReady?: Moment | undefined;
  readonly summons?: Moment | undefined;
  readonly discharged?: Moment | undefined;
  readonly transfer?: Moment | undefined;
};

/** What is to be done around a discharge. Source: lag (2017:612) 2:3, 2:5, 4:3, 3:2. */
export const dischargeSteps = ['admission-notice', 'fixed-contact', 'summons', 'transfer'] as const;
export type DischargeStepName = (typeof dischargeSteps)[number];

/**
 * Where a step is. `in-doubt`: it was taken after the last day by the words of the law, but before the next working day (lag 1930:173 2 §), and
 * whether that counts is not confirmed. `waiting`: nothing to count from yet.
 */
export type DischargeState = 'done' | 'done-late' | 'in-doubt' | 'due' | 'late' | 'waiting';

export type DischargeStep = {
  readonly step: DischargeStepName;
  readonly state: DischargeState;
  /** The moment it is to be done by, where law counts hours. */
  readonly dueAt?: Moment;
  /** The last day, where law counts days; and the working day after it when it is none. */
  readonly due?: Day;
  readonly moved?: Day;
  /** The time limit it follows; without, law gives none in days or hours. */
  readonly deadline?: Deadline;
};

/** The time limits by their ids. Throws when the data has none of this id or amount: it is checked when it is loaded. */
export type DischargeRules = { readonly [Step in 'admission-notice' | 'summons' | 'transfer']: Deadline & { amount: number } };

/** The time limits that planning.yaml names, out of the catalogue. */
export function dischargeRules({ discharge }: Pick<PlanningFile, 'discharge'>, { deadlines }: DeadlinesFile): DischargeRules {
  const of = (step: keyof DischargeRules) => {
    const found = deadlines.find(({ id }) => id === discharge[step]);
    if (found?.amount === undefined) throw new Error(`no amount of the time limit ${discharge[step]}`);
    return { ...found, amount: found.amount };
  };
  return { 'admission-notice': of('admission-notice'), summons: of('summons'), transfer: of('transfer') };
}

/** The time that law counts in. */
export const SWEDEN = 'Europe/Stockholm';

/** The day of a moment in Sweden. */
export function swedishDay(moment: Moment): Day {
  return moment.toZonedDateTimeISO(SWEDEN).toPlainDate();
}

/** Each step of a discharge at a moment, in order. */
export function dischargeStepsAt(events: DischargeEvents, rules: DischargeRules, now: Moment): DischargeStep[] {
  const { admitted, needSeen, admissionNotice, fixedContact, dischargeReady, summons, discharged, transfer } = events;
  return [
    withinHours(rules['admission-notice'], needSeen ?? admitted, admissionNotice, now),
    { step: 'fixed-contact', state: beforeDischarge(fixedContact, discharged) },
    withinDays('summons', rules.summons, dischargeReady, summons, now),
    withinDays('transfer', rules.transfer, discharged, transfer, now),
  ];
}

/** Hours are hours, also the night when the clocks are changed. */
function withinHours(deadline: DischargeRules['admission-notice'], from: Moment, done: Moment | undefined, now: Moment): DischargeStep {
  const dueAt = from.add({ hours: deadline.amount });
  const late = Temporal.Instant.compare(done ?? now, dueAt) > 0;
  return { step: 'admission-notice', state: done ? (late ? 'done-late' : 'done') : late ? 'late' : 'due', dueAt, deadline };
}

function beforeDischarge(done: Moment | undefined, discharged: Moment | undefined): DischargeState {
  if (!discharged) return done ? 'done' : 'due';
  if (!done) return 'late';
  return Temporal.Instant.compare(done, discharged) > 0 ? 'done-late' : 'done';
}

/** `from` = the moment that begins the count; its own day is not counted. A step with no days at all is to be taken that same day, whatever day it is. */
function withinDays(
  step: 'summons' | 'transfer',
  deadline: DischargeRules['summons'],
  from: Moment | undefined,
  done: Moment | undefined,
  now: Moment,
): DischargeStep {
  if (!from) return { step, state: done ? 'done' : 'waiting', deadline };
  const due = swedishDay(from).add({ days: deadline.amount });
  const moved = deadline.amount > 0 ? runsOut(due) : due;
  const on = swedishDay(done ?? now);
  const past = Temporal.PlainDate.compare(on, due) > 0;
  const pastMoved = Temporal.PlainDate.compare(on, moved) > 0;
  const state = done ? (pastMoved ? 'done-late' : past ? 'in-doubt' : 'done') : pastMoved ? 'late' : past ? 'in-doubt' : 'due';
  return { step, state, due, ...(moved.equals(due) ? {} : { moved }), deadline };
}
