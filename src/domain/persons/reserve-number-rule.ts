import { z } from 'zod';
import { Basis, Certainty, CountyCode, Slug, Text } from '../counties/ids.ts';
import { endsWithLuhn } from './luhn.ts';

const Letters = z.record(z.string().regex(/^[A-Z]$/), z.int().min(0).max(9));

/**
 * How the last character is checked. `luhn`: by the Luhn method over the characters from position `from` (1 is the first), letters
 * counted as `letters` says. `none`: the format has no check digit. `unknown`: it has one, or may have, and how is not documented.
 */
export const ReserveCheckDigit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('luhn'), from: z.int().min(1).max(11), letters: Letters.default({}) }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/**
 * The format of the reserve numbers of one issuer. Regions have different ones, so they
 * are data. `pattern` is a regular expression for all 12 characters, in capitals and without sign; `date`: the first eight are a day
 * that a calendar has.
 */
export const ReserveNumberRule = z.strictObject({
  id: Slug,
  /** Whose numbers they are; absent = national. */
  county: CountyCode.optional(),
  oid: z
    .string()
    .regex(/^[0-2](\.\d+)+$/)
    .optional(),
  pattern: z.string().min(1).max(200).refine(isPattern),
  date: z.boolean(),
  'check-digit': ReserveCheckDigit,
  basis: Basis,
  source: Text,
  certainty: Certainty,
});
export type ReserveNumberRule = z.infer<typeof ReserveNumberRule>;

/** Every rule that is known, each id once. */
export const ReserveNumbersFile = z.strictObject({
  note: Text.optional(),
  rules: z.array(ReserveNumberRule).refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length),
});
export type ReserveNumbersFile = z.infer<typeof ReserveNumbersFile>;

/** Does the number, 12 characters, have the format of the rule? Its check digit is another question. */
export function hasFormat(rule: ReserveNumberRule, number: string): boolean {
  return new RegExp(`^(?:${rule.pattern})$`).test(number) && (!rule.date || isCalendarDay(number.slice(0, 8)));
}

/** Is the check digit of the number right? Undefined when the rule has none or it is not known how it is made. */
export function checkDigitHolds(rule: ReserveNumberRule, number: string): boolean | undefined {
  const check = rule['check-digit'];
  return check.kind === 'luhn' ? endsWithLuhn(number.slice(check.from - 1), check.letters) : undefined;
}

function isCalendarDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [number, number, number];
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
