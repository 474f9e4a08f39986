import { IsoDate } from './ids.ts';

/** Why something that was written where a day belongs is none. */
export type DayFault = 'not-a-date' | 'no-such-day' | 'outside-years';

export type ReadDay = { readonly day: string } | { readonly fault: DayFault };

/**
 * A day as a person writes it, `2026-11-22`, as an ISO date of the years 1800–2199. What is no day is told apart: not written as one
 * (`not-a-date`), a day that no calendar has (`no-such-day`, 31 February), or of a year outside those (`outside-years`).
 */
export function readDay(text: string): ReadDay {
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!written) return { fault: 'not-a-date' };
  if (IsoDate.safeParse(text).success) return { day: text };
  const [, year, month, day] = written.map(Number);
  const isReal = isCalendarDay({ year: year ?? 0, month: month ?? 0, day: day ?? 0 });
  return { fault: isReal ? 'outside-years' : 'no-such-day' };
}

function isCalendarDay(parts: { year: number; month: number; day: number }): boolean {
  try {
    Temporal.PlainDate.from(parts, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
