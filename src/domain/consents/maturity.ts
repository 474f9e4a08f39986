import { z } from 'zod';
import { isBefore, Moment } from './period.ts';

/**
 * Who disposes of a child's secrecy, by age and maturity (OSL 12 kap. 3 §): the guardians, the child together with them, or the child alone. The law has no age
 * for it, so it is judged for each child and written down.
 */
export const deciders = ['guardians', 'together', 'child'] as const;
export type Decider = (typeof deciders)[number];

/** A judgement of a child's maturity as it is written down. `evidence`: where the reasons are documented. */
export const NewMaturity = z.strictObject({
  decides: z.enum(deciders),
  assessedAt: Moment,
  evidence: z.string().trim().min(1).max(200),
});

/** A judgement as kept, by when it was made. */
export type Maturity = { readonly decides: Decider; readonly assessedAt: Temporal.Instant };

/** The judgement that holds at a moment: the latest made by then; of two at once, the one that asks more people. Undefined when none has been made. */
export function decidesAt(maturities: readonly Maturity[], at: Temporal.Instant): Decider | undefined {
  const made = maturities.filter(({ assessedAt }) => !isBefore(at, assessedAt));
  const latest = made.reduce<Temporal.Instant | undefined>(
    (last, { assessedAt }) => (last && !isBefore(last, assessedAt) ? last : assessedAt),
    undefined,
  );
  const held = made.filter(({ assessedAt }) => latest?.equals(assessedAt)).map(({ decides }) => decides);
  return new Set(held).size > 1 ? 'together' : held[0];
}

const ZONE = 'Europe/Stockholm';
const ADULT_YEARS = 18;

/**
 * The moment somebody comes of age (FB 9 kap. 1 §): the Swedish day they turn 18 begins. Whoever is born on 29 February turns 18 on the 28th, as lag (1930:173)
 * counts years; that reading is ours.
 */
export function comesOfAge(born: Temporal.PlainDate): Temporal.Instant {
  return born.add({ years: ADULT_YEARS }).toZonedDateTime(ZONE).toInstant();
}

/** Full years of age on the Swedish day of a moment. */
export function ageAt(born: Temporal.PlainDate, at: Temporal.Instant): number {
  const today = at.toZonedDateTimeISO(ZONE).toPlainDate();
  const years = today.year - born.year;
  return Temporal.PlainDate.compare(today, born.add({ years })) < 0 ? years - 1 : years;
}
