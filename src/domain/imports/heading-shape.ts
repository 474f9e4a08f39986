import { OF_SENTENCES, UNFINISHED } from './structure-words.ts';

const LONGEST = 110;
const MOST_WORDS = 14;

/** What tells of a source, an address, a day or a telephone number, and never stands in a heading that nothing but its look shows. */
const OTHER = /:\s|https?:|www\.|@|\d{4}\/\d{2}:|^\d{4}-\d{2}-\d{2}$|^\d{1,2} [a-zåäö]+ \d{4}$|\bsidan? \d|\d{2,4}[- ]\d{2,3} ?\d{2}/;

/** A number before a heading: `3`, `3.`, `3.1`. */
export const HEADING_NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=\p{Lu})/u;

/** Could this be a heading by its look: short, begins with a capital letter, no full stop, and nothing of a whole sentence? */
export function looksLikeHeading(text: string): boolean {
  const words = text.replace(HEADING_NUMBER, '').split(/\s+/);
  const lower = words.map((word) => word.toLowerCase().replaceAll(/[^\p{L}-]/gu, ''));
  if (text.length > LONGEST || words.length > MOST_WORDS || words.join('').length < 2) return false;
  if (!/^[\p{Lu}”"]/u.test(words[0] ?? '') || /[.,;:!?…”"]$/.test(text) || /\t/.test(text) || OTHER.test(text)) return false;
  return !lower.some((word) => OF_SENTENCES.has(word)) && !UNFINISHED.has(lower.at(-1) ?? '');
}

/** The number that a heading begins with, without its last full stop, and where its words begin. */
export function headingNumber(text: string): { readonly number: string | null; readonly length: number } {
  const found = HEADING_NUMBER.exec(text);
  return { number: found?.[1] ?? null, length: found?.[0].length ?? 0 };
}
