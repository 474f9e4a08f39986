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
 * The dates that follow from one cadence, on a day. Due days lie a whole number of periods after the start. What is recorded settles the due days that have
 * passed without anything; where there are none, the one that comes next. `at-least` means that no more than a period may pass in between: there the
 * periods run from the last time it was done. A due day that nothing settles is overdue: the register says that nothing is recorded, not that nothing
 * was done. `lastDay`: the last day the agreement can be valid; due days after it are not expected. `today`: due days from then on cannot have been
 * missed, when `on` is a day that has not come.
 */
export function cadenceDates(
  cadence: Cadence,
  acts: AgreementFile['acts'],
  on: Temporal.PlainDate,
  lastDay?: string,
  today: Temporal.PlainDate = on,
): CadenceDates {
  const day = on.toString();
  const known = isBefore(today, on) ? today.toString() : day;
  const done = acts.filter((act) => isDoneBy(cadence, act) && act.on > cadence.starts && act.on <= day).map((act) => act.on);
  const last = done.toSorted().at(-1);
  const start = cadence.strength === 'at-least' && last !== undefined ? last : cadence.starts;
  const every = Temporal.Duration.from(cadence.every);
  const dueDay = (round: number) => addTimes(Temporal.PlainDate.from(start), every, round).toString();
  /** How many due days have passed before a day. */
  const passedOn = (limit: string): number => {
    let round = 0;
    while (dueDay(round + 1) < limit && (!lastDay || dueDay(round + 1) <= lastDay)) round++;
    return round;
  };
  let settled = 0;
  for (const act of done.toSorted())
    settled = Math.max(settled, passedOn(act) > settled ? passedOn(act) : act > start ? passedOn(act) + 1 : 0);
  const passed = passedOn(known);
  const missed = passed > settled ? dueDay(passed) : undefined;
  let coming = Math.max(settled, passed) + 1;
  while (dueDay(coming) < day) coming++;
  const next = dueDay(coming);
  if (lastDay && next > lastDay) return { id: cadence.id, state: missed ? 'overdue' : 'ended', ...(missed ? { missed } : {}) };
  return { id: cadence.id, next, ...(missed ? { missed, state: 'overdue' } : { state: isSoon(on, next) ? 'soon' : 'due' }) };
}

function isDoneBy(cadence: Cadence, act: AgreementFile['acts'][number]): boolean {
  return DONE[cadence.kind].has(act.kind) && (act.cadence === undefined || act.cadence === cadence.id);
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

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

function isSoon(on: Temporal.PlainDate, due: string): boolean {
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(due), on.add(SOON)) <= 0;
}
