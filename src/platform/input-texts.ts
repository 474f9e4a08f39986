import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;
type IssueOf<Code extends z.core.$ZodIssue['code']> = z.core.$ZodRawIssue<Extract<z.core.$ZodIssue, { code: Code }>>;

const TYPES: Readonly<Record<string, string>> = {
  string: 'en text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista',
  object: 'ett objekt',
  record: 'ett objekt',
  null: 'null',
  nan: 'något annat än ett tal',
  infinite: 'för stort för att räkna med',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'ett datum som finns, skrivet ÅÅÅÅ-MM-DD, mellan åren 1800 och 2199',
  url: 'en webbadress',
  email: 'en e-postadress',
};

const UNITS: Readonly<Record<string, string>> = { string: ' tecken', array: ' värden', set: ' värden', object: ' fält' };

/** From now on every fault that zod finds is said in Swedish. For the start of the program and of tests. */
export function sayFaultsInSwedish(): void {
  z.config({ localeError: faultText });
}

/** One Swedish sentence on what is wrong with a value, without repeating the value. */
export function faultText(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue as IssueOf<'invalid_type'>);
    case 'invalid_value':
      return `Ska vara ${alternatives((issue as IssueOf<'invalid_value'>).values)}.`;
    case 'invalid_format':
      return wrongFormat(issue as IssueOf<'invalid_format'>);
    case 'too_big':
      return bound('högst', (issue as IssueOf<'too_big'>).maximum, issue as IssueOf<'too_big'>);
    case 'too_small':
      return bound('minst', (issue as IssueOf<'too_small'>).minimum, issue as IssueOf<'too_small'>);
    case 'not_multiple_of':
      return `Ska vara en multipel av ${(issue as IssueOf<'not_multiple_of'>).divisor}.`;
    case 'unrecognized_keys':
      return 'Finns inte. Ta bort det eller rätta namnet.';
    case 'invalid_key':
      return 'Namnet på fältet har fel form.';
    default:
      return 'Har inte någon av de former som tas emot.';
  }
}

function wrongType({ expected, input }: IssueOf<'invalid_type'>): string {
  const wanted = TYPES[expected] ?? expected;
  if (input === undefined) return `Saknas. Ska vara ${wanted}.`;
  if (Array.isArray(input) && expected !== 'object') return `Ska vara ${wanted}, angiven en gång.`;
  return `Ska vara ${wanted}, men är ${TYPES[typeOf(input)] ?? 'något annat'}.`;
}

function typeOf(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'array';
  if (typeof input !== 'number' || Number.isFinite(input)) return typeof input;
  return Number.isNaN(input) ? 'nan' : 'infinite';
}

function wrongFormat({ format, pattern }: IssueOf<'invalid_format'>): string {
  const named = FORMATS[format];
  if (named) return `Ska vara ${named}.`;
  return pattern ? `Ska följa mönstret ${pattern.replace(/^\/|\/[a-z]*$/g, '')}.` : 'Har fel form.';
}

function bound(word: 'högst' | 'minst', edge: number | bigint, { origin, inclusive }: { origin: string; inclusive?: boolean | undefined }) {
  const unit = UNITS[origin];
  const strictly = inclusive === false ? ', men inte just det' : '';
  return unit ? `Ska ha ${word} ${edge}${unit}${strictly}.` : `Ska vara ${word} ${edge}${strictly}.`;
}

function alternatives(values: readonly z.core.util.Primitive[]): string {
  const said = values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value)));
  return said.length < 2 ? (said[0] ?? 'ett annat värde') : `${said.slice(0, -1).join(', ')} eller ${said.at(-1)}`;
}
