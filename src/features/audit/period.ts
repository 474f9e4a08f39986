import { refuse } from '../../domain/refusal.ts';

/** The longest period of one question, and of one list of odd patterns. */
export const MOST_DAYS = 400;

/** The moments from the first day's beginning to the end of the last in Sweden. Refuses `period-order` and `period-long`. */
export function momentsOf({ from, to }: { readonly from: string; readonly to: string }, mostDays = MOST_DAYS) {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  if (Temporal.PlainDate.compare(last, first) < 0) return refuse('period-order');
  if (first.until(last).days >= mostDays) return refuse('period-long', { days: mostDays });
  return { from: startOf(first), until: startOf(last.add({ days: 1 })) };
}

/** When a day begins in Sweden. */
export function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime('Europe/Stockholm').toInstant();
}
