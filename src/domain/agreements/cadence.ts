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

/** How something recurring stands if the agreement's last day is `lastDay`. */
export type CadenceOutcome = Omit<CadenceDates, 'id'> & { readonly lastDay: string };

/**
 * As `CadenceDates`, for an agreement whose last day may not be known. `outcomes`: how it stands with each possible last day, when
 * that makes a difference; what they differ in is then left out, and a state that they differ in is `unknown`.
 */
export type CadenceReading = Omit<CadenceDates, 'state'> & {
  readonly state: CadenceState | 'unknown';
  readonly outcomes: readonly CadenceOutcome[];
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
 * `lastDay`: the last day the agreement can be valid; due days after it are not expected. `today`: due days from then on cannot have
 * been missed, when `on` is a day that has not come.
 */
export function cadenceDates(
  cadence: Cadence,
  acts: AgreementFile['acts'],
  on: Temporal.PlainDate,
  lastDay?: string,
  today: Temporal.PlainDate = on,
): CadenceDates {
  const every = Temporal.Duration.from(cadence.every);
  const start = Temporal.PlainDate.from(cadence.starts);
  const done = acts.filter((act) => DONE[cadence.kind].has(act.kind)).map((act) => act.on);
  const day = on.toString();
  const known = today.toString();
  let previous = start.toString();
  let missed: string | undefined;
  for (let round = 1; ; round++) {
    const due = addTimes(start, every, round).toString();
    if (lastDay && due > lastDay) return { id: cadence.id, state: missed ? 'overdue' : 'ended', ...(missed ? { missed } : {}) };
    if (due >= day)
      return { id: cadence.id, next: due, ...(missed ? { missed, state: 'overdue' } : { state: isSoon(on, due) ? 'soon' : 'due' }) };
    const from = previous;
    if (due < known) missed = done.some((act) => act > from && act <= due) ? undefined : due;
    previous = due;
  }
}

/**
 * How something recurring stands on a day when the agreement may end on any of `lastDays` (none: it has no end). Never guesses
 * between them: a duty that is overdue only if the agreement was extended is neither overdue nor not.
 */
export function cadenceReading(
  cadence: Cadence,
  acts: AgreementFile['acts'],
  { on, today, lastDays }: { on: Temporal.PlainDate; today: Temporal.PlainDate; lastDays: readonly string[] },
): CadenceReading {
  const outcomes = lastDays.map((lastDay) => ({ lastDay, dates: cadenceDates(cadence, acts, on, lastDay, today) }));
  const { id, state, missed, next } = outcomes[0]?.dates ?? cadenceDates(cadence, acts, on, undefined, today);
  const agree = (same: (dates: CadenceDates) => boolean) => outcomes.every(({ dates }) => same(dates));
  const [sameState, sameMissed, sameNext] = [
    agree((dates) => dates.state === state),
    agree((dates) => dates.missed === missed),
    agree((dates) => dates.next === next),
  ];
  return {
    id,
    state: sameState ? state : 'unknown',
    ...(sameMissed && missed ? { missed } : {}),
    ...(sameNext && next ? { next } : {}),
    outcomes: sameState && sameMissed && sameNext ? [] : outcomes.map(({ lastDay, dates: { id: _, ...rest } }) => ({ lastDay, ...rest })),
  };
}

function addTimes(start: Temporal.PlainDate, every: Temporal.Duration, times: number): Temporal.PlainDate {
  return start.add({ years: every.years * times, months: every.months * times, weeks: every.weeks * times, days: every.days * times });
}

function isSoon(on: Temporal.PlainDate, due: string): boolean {
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(due), on.add(SOON)) <= 0;
}
