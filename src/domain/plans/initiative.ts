import { type Refusal, refuse } from '../refusal.ts';

/** The longest that somebody's need may have been known before it is written down. Earlier days are slips. */
const LONGEST = { years: 2 };

/** Can somebody have pointed out the need on this day? Not in the future, as the time runs from it, and not years ago. */
export function initiativeFault(
  on: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Refusal<'initiative-in-future' | 'initiative-too-old'> | undefined {
  if (Temporal.PlainDate.compare(on, today) > 0) return refuse('initiative-in-future');
  if (Temporal.PlainDate.compare(on, today.subtract(LONGEST)) < 0) return refuse('initiative-too-old');
  return undefined;
}
