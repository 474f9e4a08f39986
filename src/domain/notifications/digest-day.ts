import { isWorkday } from '../calendar/workdays.ts';

/** How often e-mail reminds someone of a kind of notice. */
export const rhythms = ['none', 'daily', 'weekly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** What holds until someone chooses. Staff are reminded; an individual has first to ask for it. */
export const DEFAULT_RHYTHM = { staff: 'daily', individual: 'none' } as const satisfies Record<string, Rhythm>;

/** From this hour, Swedish time, digests are sent. */
export const DIGEST_HOUR = 7;

const ZONE = 'Europe/Stockholm';

/**
 * The digests that are due at a moment: those of the day's working morning, or none before the hour or on a day off, when what waits goes to the
 * next working day. `weekly`: it is the first working day of its week, so that those who want one a week get theirs too.
 */
export function digestDue(now: Temporal.Instant): { readonly day: Temporal.PlainDate; readonly weekly: boolean } | undefined {
  const here = now.toZonedDateTimeISO(ZONE);
  const day = here.toPlainDate();
  if (here.hour < DIGEST_HOUR || !isWorkday(day)) return undefined;
  return { day, weekly: isFirstWorkdayOfWeek(day) };
}

function isFirstWorkdayOfWeek(day: Temporal.PlainDate): boolean {
  for (let before = 1; before < day.dayOfWeek; before++) if (isWorkday(day.subtract({ days: before }))) return false;
  return true;
}
