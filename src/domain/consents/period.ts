import { z } from 'zod';

const MICROSECOND = 1000n;

/**
 * A moment as callers send it: ISO 8601 with an offset, no finer than the microsecond that the database keeps. What is finer is refused, as rounding
 * could move an end past a withdrawal.
 */
export const Moment = z.iso
  .datetime({ offset: true })
  .transform((text) => Temporal.Instant.from(text))
  .refine((at) => at.epochNanoseconds % MICROSECOND === 0n);

/** From `from` (included) to `until` (not included); without `until`, on and on. */
export type Period = { readonly from: Temporal.Instant; readonly until?: Temporal.Instant | undefined };

/** Does the period hold at this moment? Half open: it holds at its start and no longer at its end. */
export function holdsAt({ from, until }: Period, at: Temporal.Instant): boolean {
  return !isBefore(at, from) && (until === undefined || isBefore(at, until));
}

/** So many days or months later by the Swedish calendar, at the same time of day: summer time takes nothing away and adds nothing. */
export function laterBy(at: Temporal.Instant, length: { readonly months: number } | { readonly days: number }): Temporal.Instant {
  return at.toZonedDateTimeISO('Europe/Stockholm').add(length).toInstant();
}

/** Is one moment before another? */
export function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

/** When something that happened, and was written down, counts: the later of the two, so that a look back sees what was known then. */
export function countsAt(
  row: { readonly happenedAt: Temporal.Instant; readonly recordedAt: Temporal.Instant },
  at: Temporal.Instant,
): boolean {
  return !isBefore(at, row.happenedAt) && !isBefore(at, row.recordedAt);
}
