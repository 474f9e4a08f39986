import { isHoliday } from '../calendar/holidays.ts';
import type { OddThresholds } from './odd-thresholds.ts';

const SATURDAY = 6;

/** Is the moment at night, or on a day when offices are closed? About the reader's own working hours nothing is known here. */
export function isAfterHours(at: Temporal.Instant, { from, until }: OddThresholds['night']): boolean {
  const local = at.toZonedDateTimeISO('Europe/Stockholm');
  if (isDayOff(local.toPlainDate())) return true;
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return from <= until ? time >= from && time < until : time >= from || time < until;
}

/** The Saturdays, Sundays and holidays from a day to a day, both included. */
export function daysOff(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) if (isDayOff(day)) days.push(day);
  return days;
}

function isDayOff(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek === SATURDAY || isHoliday(day);
}
