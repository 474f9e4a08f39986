import { ExtensionTerm, type Terms } from '../counties/terms.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { wholeNumber } from './typed-numbers.ts';

type Extension = NonNullable<Terms['extension']>;

/** An extension as a form has it: both numbers as typed. */
export type TypedExtension = {
  readonly months: string;
  readonly times: string;
  readonly requires: readonly Extension['requires'][number][];
};

/**
 * How an agreement is extended by itself, each condition once and in the order of the rule. Refuses `number-out-of-range` (params: field, min, max) when the months or the
 * times are no whole numbers within the limits of the term.
 */
export function extensionFrom({ requires, ...typed }: TypedExtension): Omit<Extension, 'cites'> | Refusal<'number-out-of-range'> {
  const months = numberFor('months', typed.months);
  if (typeof months !== 'number') return months;
  const times = numberFor('times', typed.times);
  if (typeof times !== 'number') return times;
  return { months, times, requires: [...new Set(requires)] };
}

function numberFor(field: 'months' | 'times', typed: string): number | Refusal<'number-out-of-range'> {
  const schema = ExtensionTerm.shape[field];
  const number = wholeNumber(typed);
  if (number !== undefined && schema.safeParse(number).success) return number;
  return refuse('number-out-of-range', { field, min: schema.minValue, max: schema.maxValue });
}
