import { isHoliday } from './holidays.ts';

/** Is the day a working day: not Saturday, Sunday, public holiday, Midsummer, Christmas or New Year's Eve (lagen 1930:173 2 §)? */
export function isWorkday(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek !== 6 && !isHoliday(date);
}

/** The first working day after a day, which is itself never the answer. */
export function nextWorkday(date: Temporal.PlainDate): Temporal.PlainDate {
  return addWorkdays(date, 1);
}

/** The n-th working day after a day (before it when n is negative). Zero gives the day itself, working day or not. n is a whole number. */
export function addWorkdays(date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError('Working days are counted in whole numbers');
  const step = { days: Math.sign(n) };
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = day.add(step);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/**
 * The day a time limit set by law runs out when its last day is `date`: that day, or the next working day when it is none. Source:
 * lagen (1930:173) om beräkning av lagstadgad tid 2 §. Only for limits in law; some acts except themselves.
 */
export function runsOut(date: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkday(date) ? date : nextWorkday(date);
}

/**
 * The last day for what must be done within a time counted from `start` (weeks, months, years: the day of the same name or number, or
 * the last of the month; days: so many days later), moved by `runsOut`. Source: lagen (1930:173) 1–2 §§; 1 § says nothing of days.
 */
export function lastDayWithin(
  start: Temporal.PlainDate,
  time: { readonly days?: number; readonly weeks?: number; readonly months?: number; readonly years?: number },
): Temporal.PlainDate {
  return runsOut(start.add(time, { overflow: 'constrain' }));
}
