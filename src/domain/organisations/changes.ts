import { type Refusal, refuse } from '../refusal.ts';
import { compareDays, lastOf, type Period } from './period.ts';

/** A history as it becomes: what is cut short, and what begins. Everything before stays as it was. */
export type Change<T extends Period> = {
  readonly ends: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
  readonly begins?: T;
};

export type ChangeRefusal = Refusal<'already-closed'> | Refusal<'change-not-after-last'>;

/**
 * A history in which something is different from a day on, which may lie ahead. Refuses `already-closed` when it has an end, and
 * `change-not-after-last` (params.last: ISO day) when the day is not after the day of the latest change: what has been decided is never rewritten.
 */
export function changeFrom<T extends Period>(
  history: readonly T[],
  day: Temporal.PlainDate,
  what: Partial<Omit<T, keyof Period>>,
): Change<T> | ChangeRefusal {
  const ended = endBefore(history, day);
  if ('refused' in ended) return ended;
  const last = lastOf(history);
  return last ? { ...ended, begins: { ...last, ...what, from: day, to: undefined } } : ended;
}

/** A history that ends: `lastDay` is the last day. Refuses as `changeFrom`. */
export function closeAfter<T extends Period>(history: readonly T[], lastDay: Temporal.PlainDate): Change<T> | ChangeRefusal {
  return endBefore(history, lastDay.add({ days: 1 }));
}

function endBefore(history: readonly Period[], day: Temporal.PlainDate): Change<never> | ChangeRefusal {
  const last = lastOf(history);
  if (!last || last.to !== undefined) return refuse('already-closed', { on: last?.to?.toString() });
  if (compareDays(day, last.from) <= 0) return refuse('change-not-after-last', { last: last.from.toString() });
  return { ends: { from: last.from, to: day.subtract({ days: 1 }) } };
}

/** The history after the change. */
export function afterChange<T extends Period>(history: readonly T[], { ends, begins }: Change<T>): T[] {
  const cut = history.map((one) => (one.from.equals(ends.from) ? { ...one, to: ends.to } : one));
  return begins ? [...cut, begins] : cut;
}
