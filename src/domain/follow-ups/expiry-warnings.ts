import type { StatusGround } from '../agreements/ground.ts';
import { statusOn } from '../agreements/status.ts';

/** So many months before its last day it is warned that an agreement ends. */
export const WARNING_MONTHS = [12, 6, 3, 1] as const;
export type WarningMonths = (typeof WARNING_MONTHS)[number];

/** Warnings of one end whose day has come. `nearest`: the one that says best how long is left. */
export type ExpiryWarnings = { readonly end: string; readonly months: readonly WarningMonths[]; readonly nearest: WarningMonths };

/**
 * The warnings whose day has come and whose end has not passed: also those whose day passed while nobody was there to give them. Undefined when there is
 * nothing to warn of: no end, not in force, or a year and more left.
 */
export function expiryWarnings(ground: StatusGround, today: Temporal.PlainDate): ExpiryWarnings | undefined {
  const { code, until } = statusOn(ground, today);
  if ((code !== 'in-force' && code !== 'extended') || until === undefined) return undefined;
  const end = Temporal.PlainDate.from(until);
  const months = WARNING_MONTHS.filter((step) => Temporal.PlainDate.compare(end.subtract({ months: step }), today) <= 0);
  const nearest = months.at(-1);
  return nearest === undefined ? undefined : { end: until, months, nearest };
}
