import { MAYBE_LAST, NEVER_LAST } from './structure-words.ts';

/** The end of a sentence and the white space after it; what comes next decides whether it was one. */
const END = /[.!?…]+[”"'’»)\]]*\s+/g;
/** Longer words are no abbreviations. */
const LONGEST_WORD = 60;
const OPENING = /^[”"'’»([–-]*\s?/;

/**
 * Where each sentence of a text begins. Never within an abbreviation or a citation (`5 kap. 9 a § SoL`, `t.ex. Region`), nor where the next word
 * has a small letter. `breaks`: places where one begins whatever stands there.
 */
export function sentenceStarts(text: string, breaks: ReadonlySet<number> = new Set()): number[] {
  const starts = new Set([0, ...breaks]);
  for (const { 0: end, index } of text.matchAll(END)) {
    const next = index + end.length;
    const close = index + end.trimEnd().length;
    const before = text.slice(Math.max(0, close - LONGEST_WORD), close);
    if (next < text.length && endsHere(before, close > LONGEST_WORD, text.slice(next, next + 40))) starts.add(next);
  }
  return [...starts].filter((start) => start < text.length).sort((a, b) => a - b);
}

/** `cut`: there is more text before. */
function endsHere(before: string, cut: boolean, after: string): boolean {
  const word = /\S+$/.exec(before)?.[0] ?? '';
  const token = word.toLowerCase().replace(/^[^\p{L}\p{N}.]+/u, '');
  const first = after.replace(OPENING, '')[0] ?? '';
  if (!/[\p{Lu}\p{N}]/u.test(first)) return false;
  if (/^[.…]+$/.test(token)) return false;
  if (NEVER_LAST.has(token)) return false;
  if (MAYBE_LAST.has(token)) return /^\p{Lu}/u.test(after);
  if (/^\p{L}\.$/u.test(token) || /^(\p{L}\.){2,}$/u.test(token)) return false;
  return !(/^\d{1,2}\.$/.test(token) && !cut && before.trim() === word);
}
