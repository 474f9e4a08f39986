import type { AgreementFile } from '../counties/agreement-file.ts';

type Cadence = AgreementFile['terms']['cadences'][number];

export type CadenceState = 'due' | 'soon' | 'overdue' | 'ended';

/** When something recurring should have been done and should be done next. Dates are ISO days. */
export type CadenceDates = {
  readonly id: string;
  readonly state: CadenceState;
  /** The latest day that has passed without a recorded act, when there is one. */
  readonly missed?: string;
  /** The next day it falls due, while the agreement may still be valid. */
  readonly next?: string;
};

const DONE: Record<Cadence['kind'], ReadonlySet<string>> = {
  'follow-up': new Set(['followed-up']),
  evaluation: new Set(['evaluated']),
  revision: new Set(['revised']),
};

const SOON = { days: 90 };

/**
 * The dates that follow from one cadence, on a day. A due day counts as met when an act of its kind falls in the period
 * that ends with it. Past due days with no such act are overdue: the register says that nothing is recorded, not that nothing was done.
 * `lastDay`: the last day the agreement can be valid; due days after it are not expected.
 */
export function cadenceDates(cadence: Cadence, acts: AgreementFile['acts'], on: Temporal.PlainDate, lastDay?: string): CadenceDates {
  const every = Temporal.Duration.from(cadence.every);
  const start = Temporal.PlainDate.from(cadence.starts);
  const done = acts.filter((act) => DONE[cadence.kind].has(act.kind)).map((act) => act.on);
  const today = on.toString();
  let previous = start.toString();
  let missed: string | undefined;
  for (let round = 1; ; round++) {
    const due = addTimes(start, every, round).toString();
    if (lastDay && due > lastDay) return { id: cadence.id, state: missed ? 'overdue' : 'ended', ...(missed ? { missed } : {}) };
    if (due >= today)
      return { id: cadence.id, next: due, ...(missed ? { missed, state: 'overdue' } : { state: isSoon(on, due) ? 'soon' : 'due' }) };
    const from = previous;
    missed = done.some((day) => day > from && day <= due) ? undefined : due;
    previous = due;
  }
}

function addTimes(start: Temporal.PlainDate, every: Temporal.Duration, times: number): Temporal.PlainDate {
  return start.add({ years: every.years * times, months: every.months * times, weeks: every.weeks * times, days: every.days * times });
}

function isSoon(on: Temporal.PlainDate, due: string): boolean {
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(due), on.add(SOON)) <= 0;
}
