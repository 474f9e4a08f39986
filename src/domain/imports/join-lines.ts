import type { Notation, Place } from './imported-text.ts';
import { AFTER_HYPHEN } from './structure-words.ts';

/** Broken lines as one text: where each of its signs stands in `raw`, and before which of them a sentence always begins. */
export type Joined = {
  readonly text: string;
  readonly at: readonly number[];
  readonly breaks: ReadonlySet<number>;
  /** Does a mark, and no word, stand here in `raw`? */
  readonly isMark: (at: number) => boolean;
};

const TAG = /<\/?(b|i|u|p|ul|ol|li|br|em|strong|span|div|sup|sub)(?:\s[^<>]*)?\/?>/gi;
const BLOCK_TAGS = new Set(['p', 'ul', 'ol', 'li', 'br', 'div']);
const BREAK = '\u2028';
const SOFT_HYPHEN = '\u00ad';

/** Which signs of a stretch of text are marks of emphasis or links, and no words: by place from the beginning of the stretch. */
export function marksIn(text: string, notation: Notation): { readonly marks: ReadonlySet<number>; readonly breaks: ReadonlySet<number> } {
  const marks = new Set<number>();
  const breaks = new Set<number>();
  const mask = (from: number, length: number) => {
    for (let index = from; index < from + length; index++) marks.add(index);
  };
  if (notation === 'styled') return { marks, breaks };
  for (const { 0: tag, 1: name = '', index } of text.matchAll(TAG)) {
    mask(index, tag.length);
    if (BLOCK_TAGS.has(name.toLowerCase())) breaks.add(index + tag.length);
  }
  if (notation === 'plain') return { marks, breaks };
  for (const { 0: whole, 1: label = '', index } of text.matchAll(/!?\[([^\]\n]*)\]\([^()\s]*\)/g)) {
    const start = whole.indexOf('[') + 1;
    mask(index, start);
    mask(index + start + label.length, whole.length - start - label.length);
  }
  for (const pattern of [/(\*{2,3})(?=[^\s*])([\s\S]*?[^\s*])\1/g, /(?<!\*)(\*)(?=[^\s*])([^*]*?[^\s*])\1(?!\*)/g]) {
    const left = text.replaceAll(/[\s\S]/g, (sign, index: number) => (marks.has(index) ? ' ' : sign));
    for (const { 0: whole, 1: sign = '', index } of left.matchAll(pattern)) {
      mask(index, sign.length);
      mask(index + whole.length - sign.length, sign.length);
    }
  }
  return { marks, breaks };
}

/**
 * Joins the lines of a paragraph. White space becomes one space; a word that was broken at the end of a line becomes whole again, while a hyphen
 * that was meant stays (`alkohol-,`, `vård- och`, `2017-2021`). `known` tells whether the text has a word elsewhere, in lower case.
 */
export function joinLines(raw: string, places: readonly Place[], notation: Notation, known: (word: string) => boolean): Joined {
  const start = places[0]?.from ?? 0;
  const { marks, breaks } = marksIn(raw.slice(start, places.at(-1)?.to), notation);
  const signs: string[] = [];
  const at: number[] = [];
  const starts = new Set<number>();
  let gap = -1;
  let mustBreak = false;
  for (const { from, to } of places) {
    if (signs.length > 0) gap = gap < 0 ? from - 1 : gap;
    for (let index = from; index < to; index++) {
      const sign = raw[index] ?? '';
      if (breaks.has(index - start) || sign === BREAK) mustBreak = true;
      if (marks.has(index - start) || sign === SOFT_HYPHEN) continue;
      if (/\s/.test(sign)) {
        if (signs.length > 0 && gap < 0) gap = index;
        continue;
      }
      if (gap >= 0 || (mustBreak && signs.length > 0)) {
        const lineEnd = gap >= 0 && (/[\n\v\r]/.test(raw.slice(gap, index)) || index === from);
        const seam = lineEnd ? seamOf(signs, raw.slice(index, index + 60), known) : 'space';
        if (seam === 'broken-word') {
          signs.pop();
          at.pop();
        }
        if (seam === 'space') {
          signs.push(' ');
          at.push(gap >= 0 ? gap : index);
        }
        if (mustBreak) starts.add(signs.length);
        gap = -1;
      }
      mustBreak = false;
      signs.push(sign);
      at.push(index);
    }
  }
  return { text: signs.join(''), at, breaks: starts, isMark: (place) => marks.has(place - start) };
}

/** What stands between two lines: a space, nothing, or nothing and the hyphen before it goes too. */
function seamOf(signs: readonly string[], rest: string, known: (word: string) => boolean): 'space' | 'none' | 'broken-word' {
  if (signs.at(-1) !== '-') return 'space';
  const before = /([\p{L}\p{N}-]+)-$/u.exec(signs.slice(-60).join(''))?.[1];
  const after = /^[\p{L}\p{N}]+/u.exec(rest)?.[0];
  if (!before || !after || AFTER_HYPHEN.has(after)) return 'space';
  if (/\d$/.test(before) || /^[\d\p{Lu}]/u.test(after)) return 'none';
  if (known((before + after).toLowerCase())) return 'broken-word';
  const isName = /^\p{Lu}+$/u.test(before) || (/^\p{Lu}/u.test(before) && after.length > 4 && known(before.toLowerCase()));
  const isMeant = known(`${before}-${after}`.toLowerCase()) || isName || before.includes('-');
  return isMeant ? 'none' : 'broken-word';
}
