import type { StatusCode } from './status.ts';

/**
 * What the duties of an agreement are worth on the day. `holds`: they apply. `reserved`: it is not certain that they apply, or
 * they do not yet or no longer, but nothing else is known to have been agreed. `superseded`: something else applies.
 */
export type Standing = 'holds' | 'reserved' | 'superseded';

const STANDINGS: Record<StatusCode, Standing> = {
  'in-force': 'holds',
  extended: 'holds',
  expired: 'reserved',
  unknown: 'reserved',
  proposal: 'reserved',
  'not-yet': 'reserved',
  replaced: 'superseded',
  withdrawn: 'superseded',
};

/** The worth of an agreement's duties, from its status. */
export function standingOf(code: StatusCode): Standing {
  return STANDINGS[code];
}
