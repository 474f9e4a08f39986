import { IsoDate } from '../../counties/ids.ts';
import { MONTHS } from './vocabulary/time.ts';

/** A day, or a year as its first and last day, with where it is written. */
export type FoundDate = {
  readonly from: number;
  readonly to: number;
  readonly first: string;
  readonly last: string;
  readonly isYear: boolean;
};

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const WRITTEN = /(?<!\d)(\d{1,2}) (\p{L}{3,9})\.? (\d{4})(?!\d)/gu;
const YEARS = /(?<![\d:/-])((?:19|20)\d{2}) ?[-–—] ?((?:19|20)\d{2})(?![\d:-])/g;

function day(year: string, month: number, date: string): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return IsoDate.safeParse(iso).success ? iso : undefined;
}

function dated(match: RegExpMatchArray, iso: string | undefined): FoundDate[] {
  const from = match.index ?? 0;
  return iso === undefined ? [] : [{ from, to: from + match[0].length, first: iso, last: iso, isYear: false }];
}

/** The days written in a text (`2021-07-01`, `1 juli 2021`), in order. What no calendar has is left out. */
export function findDays(text: string): FoundDate[] {
  const iso = [...text.matchAll(ISO)].flatMap((match) => dated(match, day(match[1] ?? '', Number(match[2]), match[3] ?? '')));
  const written = [...text.matchAll(WRITTEN)].flatMap((match) => {
    const month = MONTHS[(match[2] ?? '').toLowerCase()];
    return dated(match, month === undefined ? undefined : day(match[3] ?? '', month, match[1] ?? ''));
  });
  return [...iso, ...written].sort((a, b) => a.from - b.from);
}

/** The spans of years written in a text (`2017–2021`), each as its first and last day. A hyphen at a broken line counts. */
export function findYears(text: string): FoundDate[] {
  return [...text.matchAll(YEARS)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    first: `${match[1]}-01-01`,
    last: `${match[2]}-12-31`,
    isYear: true,
  }));
}

/** The day after an ISO day. */
export function dayAfter(iso: string): string {
  return Temporal.PlainDate.from(iso).add({ days: 1 }).toString();
}
