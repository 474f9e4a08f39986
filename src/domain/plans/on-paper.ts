import { type Refusal, refuse } from '../refusal.ts';

/** The steps of a plan that may have been taken on paper while the service could not be reached. */
export const PAPER_STEPS = ['initiative', 'summons-answer', 'meeting', 'established'] as const;
export type PaperStep = (typeof PAPER_STEPS)[number];

/** The furthest back that something is said to have happened. */
export const FURTHEST_BACK = { months: 24 };

/**
 * What is wrong with the time that a step is said to have happened at: it has not been, it was more than two years ago, or it is after the step was written down,
 * which nothing can be.
 */
export function paperFault(
  happened: Temporal.Instant,
  recorded: Temporal.Instant,
  now: Temporal.Instant,
): Refusal<'happened-later' | 'happened-long-ago'> | undefined {
  const earliest = now.toZonedDateTimeISO('Europe/Stockholm').subtract(FURTHEST_BACK).toInstant();
  if (Temporal.Instant.compare(happened, now) > 0 || Temporal.Instant.compare(happened, recorded) > 0) return refuse('happened-later');
  return Temporal.Instant.compare(happened, earliest) < 0 ? refuse('happened-long-ago') : undefined;
}
