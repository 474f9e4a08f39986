import type { ReserveNumberRule } from './reserve-number-rule.ts';

/** The formats of reserve numbers that are documented well enough to be checked. None so far: a number that cannot be checked is not taken. */
export const RESERVE_NUMBER_RULES: readonly ReserveNumberRule[] = [];
