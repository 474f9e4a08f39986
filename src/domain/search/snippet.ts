import type { Mark } from './marks.ts';
import { wordsOf } from './words.ts';

/** A piece of a snippet, in order; `hit` is to be marked. Plain text: whoever shows it escapes it. */
export type SnippetPiece = { readonly text: string; readonly hit: boolean };

const LONGEST = 240;

/** At most some 240 characters of a text around its marks, cut between words, with `…` where something was left out. */
export function snippetOf(text: string, marks: readonly Mark[]): SnippetPiece[] {
  const [from, to] = windowOf(text, marks);
  const pieces: SnippetPiece[] = [];
  const add = (piece: string, hit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, hit });
  };
  let at = from;
  for (const { start, end } of marks) {
    if (start < at || end > to) continue;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to), false);
  if (from > 0) pieces.unshift({ text: '… ', hit: false });
  if (to < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

function windowOf(text: string, marks: readonly Mark[]): [number, number] {
  if (text.length <= LONGEST) return [0, text.length];
  const first = marks[0]?.start ?? 0;
  const from = first < LONGEST / 2 ? 0 : wordFrom(text, first - LONGEST / 4, first);
  return [from, text.length - from <= LONGEST ? text.length : wordUntil(text, from, from + LONGEST)];
}

/** Where the first word begins, from `at` but not after `last`. */
function wordFrom(text: string, at: number, last: number): number {
  const found = wordsOf(text.slice(at - 1, last + 1)).find(({ start }) => start > 0);
  return found ? at - 1 + found.start : last;
}

/** Where the last whole word after `from` ends, at most at `until`. */
function wordUntil(text: string, from: number, until: number): number {
  const found = wordsOf(text.slice(from, until + 1)).findLast(({ end }) => end <= until - from);
  return found ? from + found.end : until;
}
