import { endsWithLuhn } from './luhn.ts';
import { type NumberText, readNumberText } from './number-text.ts';
import { dateInDigits, fullYear } from './number-year.ts';
import { checkDigitHolds, hasFormat, type ReserveNumberRule } from './reserve-number-rule.ts';

/**
 * A number that identifies a person. `number` is always 12 characters in capitals without sign, the form that is stored and compared.
 * `dateInNumber` is the day that the number carries: not always the day of birth (the numbers of a day run out), and undefined in a
 * samordningsnummer whose month or day is unknown. What gender a person has cannot be taken from a number, and is not.
 */
export type PersonalNumber =
  | { readonly kind: 'personnummer'; readonly number: string; readonly dateInNumber: Temporal.PlainDate }
  | { readonly kind: 'samordningsnummer'; readonly number: string; readonly dateInNumber: Temporal.PlainDate | undefined }
  | {
      readonly kind: 'reservnummer';
      readonly number: string;
      /** Ids of the rules that the number fits, in their order: two regions may use the same format. */
      readonly rules: readonly [string, ...string[]];
      /** Whether a check digit was checked; false when the format has none or its method is not documented. */
      readonly checked: boolean;
    };

/**
 * Why a text is no number. `number-malformed`: not the shape of any; `number-date-impossible`: no calendar has its day;
 * `number-date-future`: a day after today; `number-sign-wrong`: `+` although the year is less than 100 years ago;
 * `number-check-digit`: some digit is wrong; `number-serial-impossible`: the birth number is 000.
 */
export type NumberFault =
  | 'number-malformed'
  | 'number-date-impossible'
  | 'number-date-future'
  | 'number-sign-wrong'
  | 'number-check-digit'
  | 'number-serial-impossible';

export type ReadNumber = PersonalNumber | { readonly fault: NumberFault };

type Options = { readonly today: Temporal.PlainDate; readonly reserveRules?: readonly ReserveNumberRule[] };

/**
 * Reads a personnummer, a samordningsnummer (day + 60) or a reserve number that fits one of `reserveRules`, as people write them.
 * Two digits for the year mean one of the last 100 years by `today`, or, with `+`, one of the 100 before. A text that could be a
 * personnummer or a samordningsnummer with a wrong digit is never taken for a reserve number. What is wrong is answered as a fault,
 * which carries nothing of the text: the feature that asks has the sentence.
 * Sources: folkbokföringslagen (1991:481) 18 and 18 a §§; Skatteverket SKV 704 and SKVM 2010:3.
 */
export function parsePersonalNumber(text: string, { today, reserveRules = [] }: Options): ReadNumber {
  const written = readNumberText(text);
  if (!written) return { fault: 'number-malformed' };
  if (!/^\d+$/.test(written.characters)) return readReserve(written, reserveRules) ?? { fault: 'number-malformed' };
  const official = readOfficial(written, today);
  if (!('fault' in official) || official.fault !== 'number-date-impossible') return official;
  return readReserve(written, reserveRules) ?? official;
}

function readOfficial({ characters, sign }: NumberText, today: Temporal.PlainDate): ReadNumber {
  const year = fullYear(characters, sign, today);
  if (year === undefined) return { fault: 'number-date-impossible' };
  const number = `${year}${characters.slice(-8)}`;
  const read = dateInDigits(number);
  if (!read) return { fault: 'number-date-impossible' };
  if (Temporal.PlainDate.compare(read.earliest, today) > 0) return { fault: 'number-date-future' };
  if (sign === '+' && year > today.year - 100) return { fault: 'number-sign-wrong' };
  if (!endsWithLuhn(number.slice(2))) return { fault: 'number-check-digit' };
  if (number.slice(8, 11) === '000') return { fault: 'number-serial-impossible' };
  if (read.kind === 'personnummer') return { kind: read.kind, number, dateInNumber: read.earliest };
  return { kind: read.kind, number, dateInNumber: read.known ? read.earliest : undefined };
}

function readReserve({ characters, sign }: NumberText, rules: readonly ReserveNumberRule[]): ReadNumber | undefined {
  if (characters.length !== 12 || sign === '+') return undefined;
  const shaped = rules.filter((rule) => hasFormat(rule, characters));
  const fitting = shaped.filter((rule) => checkDigitHolds(rule, characters) !== false);
  const [first, ...rest] = fitting.map(({ id }) => id);
  if (first === undefined) return shaped.length > 0 ? { fault: 'number-check-digit' } : undefined;
  const checked = fitting.every((rule) => checkDigitHolds(rule, characters) === true);
  return { kind: 'reservnummer', number: characters, rules: [first, ...rest], checked };
}
