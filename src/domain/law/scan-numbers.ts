import { at, isGlued, near, type Scan } from './scan.ts';

/** A section number with its letter: `9`, `9 a`. */
export type SectionNumber = { number: number; letter: string; next: number };

/** Sections in the order written, ranges expanded, and where the list ends. */
export type SectionList = { sections: string[]; next: number };

const MAX_WIDTH = 60;
const SEPARATORS = new Set([',', 'och', 'eller', '/']);
const ALL_SEPARATORS = new Set([...SEPARATORS, 'samt', 'respektive', 'resp']);
const LETTER = /^[a-z]$/;

/** A number that can be that of a chapter, section, paragraph or item: one to three digits, not the start of `2:7` or `2.1`. */
export function smallNumber(scan: Scan, index: number): number | undefined {
  const token = near(scan, index);
  if (token?.kind !== 'number' || token.key.length > 3) return undefined;
  return Number(token.key) || undefined;
}

/** True when a number at `index` begins `2:7` rather than standing alone. */
export function startsColon(scan: Scan, index: number): boolean {
  return isGlued(scan, index + 1, ':') && at(scan, index + 2)?.kind === 'number' && scan.tokens[index + 2]?.gap === 'glued';
}

/**
 * `9`, `9 a` or `9a`. The word "i" is also a letter of the alphabet (`15 i §`): with a space before it, it is a letter
 * only where `wordI` says that a sign must follow anyway.
 */
export function sectionNumber(scan: Scan, index: number, wordI: boolean): SectionNumber | undefined {
  const number = smallNumber(scan, index);
  if (number === undefined) return undefined;
  const token = near(scan, index + 1);
  const isLetter = token?.kind === 'word' && LETTER.test(token.key) && (wordI || token.gap === 'glued' || token.key !== 'i');
  return isLetter ? { number, letter: token.key, next: index + 2 } : { number, letter: '', next: index + 1 };
}

export function sectionText({ number, letter }: { number: number; letter: string }): string {
  return letter === '' ? String(number) : `${number} ${letter}`;
}

/** From one section to another. Plain numbers and letters of one number are counted up; anything else keeps its two ends. */
export function expandRange(from: SectionNumber, to: SectionNumber): string[] {
  if (from.letter === '' && to.letter === '' && to.number > from.number && to.number - from.number <= MAX_WIDTH) {
    return Array.from({ length: to.number - from.number + 1 }, (_, i) => String(from.number + i));
  }
  if (from.number === to.number && from.letter !== '' && to.letter > from.letter) {
    const first = from.letter.charCodeAt(0);
    return Array.from({ length: to.letter.charCodeAt(0) - first + 1 }, (_, i) => `${from.number} ${String.fromCharCode(first + i)}`);
  }
  return [sectionText(from), sectionText(to)];
}

/** The end of a range: a section, or a letter alone that keeps the number (`9 a–c`). */
function rangeEnd(scan: Scan, index: number, from: SectionNumber, wordI: boolean): SectionNumber | undefined {
  if (at(scan, index)?.kind !== 'dash' || !near(scan, index)) return undefined;
  const letter = near(scan, index + 1);
  if (from.letter !== '' && letter?.kind === 'word' && LETTER.test(letter.key)) {
    return { number: from.number, letter: letter.key, next: index + 2 };
  }
  return startsColon(scan, index + 1) ? undefined : sectionNumber(scan, index + 1, wordI);
}

/**
 * How a list is read: whether the letter i may follow a space, whether its numbers may be those of chapters, and whether
 * "samt" joins them (it does not after items: `9 § 1 och 2 samt 10 §`).
 */
export type ListForm = { wordI: boolean; chapters: boolean; samt: boolean };

const SECTIONS: ListForm = { wordI: true, chapters: false, samt: true };

/** After a separator: where the next number stands, unless it begins `2:7` or, among sections, a chapter of its own. */
function afterSeparator(scan: Scan, index: number, { chapters, samt }: ListForm): number | undefined {
  const separators = samt ? ALL_SEPARATORS : SEPARATORS;
  let next = index;
  while (next < index + 2 && separators.has(near(scan, next)?.lower ?? '')) next += 1;
  if (next === index || smallNumber(scan, next) === undefined || startsColon(scan, next)) return undefined;
  const after = sectionNumber(scan, next, true)?.next ?? next;
  return !chapters && at(scan, after)?.lower.startsWith('kap') ? undefined : next;
}

/** `1`, `6–7`, `1, 3 och 5 a`: sections from `index` on. What must follow (§, kap.) is for the caller to ask. */
export function sectionList(scan: Scan, index: number, form: ListForm = SECTIONS): SectionList | undefined {
  const sections: string[] = [];
  let start: number | undefined = index;
  let next = index;
  while (start !== undefined) {
    const from = sectionNumber(scan, start, form.wordI);
    if (!from) break;
    const to = rangeEnd(scan, from.next, from, form.wordI);
    sections.push(...(to ? expandRange(from, to) : [sectionText(from)]));
    next = (to ?? from).next;
    start = afterSeparator(scan, next, form);
  }
  return sections.length > 0 ? { sections, next } : undefined;
}
