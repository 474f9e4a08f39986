import { Period } from '../counties/ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { wholeNumber } from './typed-numbers.ts';

/** In what something that recurs is counted, and the letter that a period has for it (ISO 8601). */
const LETTERS = { months: 'M', years: 'Y', weeks: 'W', days: 'D' } as const;
export type RecurrenceUnit = keyof typeof LETTERS;
export const recurrenceUnits = Object.keys(LETTERS) as [RecurrenceUnit, ...RecurrenceUnit[]];

/** How often something recurs, as a form has it: a number as typed, and what is counted. */
export type TypedPeriod = { readonly count: string; readonly unit: RecurrenceUnit };

/** Rarer than once in a human life is a slip of the pen. */
const MOST: Readonly<Record<RecurrenceUnit, number>> = { months: 999, years: 80, weeks: 999, days: 999 };

/** A period as a form shows it. Years with months are months; one that no single unit can say has no number, and has to be said anew. */
export function typedPeriod(period: string): TypedPeriod {
  const { years, months, weeks, days } = Temporal.Duration.from(period);
  const said = Object.entries({ years, months, weeks, days }).filter(([, count]) => count > 0) as [RecurrenceUnit, number][];
  const [only] = said;
  if (only && said.length === 1) return { unit: only[0], count: String(only[1]) };
  return { unit: 'months', count: weeks + days === 0 && said.length > 0 ? String(years * 12 + months) : '' };
}

/**
 * The period that was typed. One that says the same as `before` stays as it was written. Refuses `period-invalid` (params: most) when it is no whole number from
 * 1 to the most that its unit has.
 */
export function periodFrom({ count, unit }: TypedPeriod, before?: string): string | Refusal<'period-invalid'> {
  const number = wholeNumber(count);
  const most = MOST[unit];
  if (number === undefined || number < 1 || number > most) return refuse('period-invalid', { most });
  const same = before === undefined ? undefined : typedPeriod(before);
  if (before !== undefined && same?.unit === unit && Number(same.count) === number) return before;
  return Period.parse(`P${number}${LETTERS[unit]}`);
}
