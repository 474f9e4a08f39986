import { wordsOf } from './words.ts';

/** A piece of a snippet, in order; `hit` is to be marked. Plain text: whoever shows it escapes it. */
export type SnippetPiece = { readonly text: string; readonly hit: boolean };

/** Places in a text (`slice(start, end)`) that the query is about, each with the groups it satisfies. */
export type Hit = { readonly start: number; readonly end: number; readonly groups: readonly number[] };

const LONGEST = 240;

/** The hits in a text: words whose lower-case form is known to satisfy a group. `surfaces`: word → indexes of groups. */
export function hitsIn(text: string, surfaces: ReadonlyMap<string, readonly number[]>): Hit[] {
  return wordsOf(text).flatMap(({ word, start, end }) => {
    const groups = surfaces.get(word);
    return groups ? [{ start, end, groups }] : [];
  });
}

/** The index of the text that satisfies the most telling groups; the first of equals, 0 when there are no hits at all. */
export function bestText(hitsOfTexts: readonly (readonly Hit[])[], rarities: readonly number[]): number {
  let best = 0;
  let most = 0;
  for (const [index, hits] of hitsOfTexts.entries()) {
    const groups = new Set(hits.flatMap((hit) => hit.groups));
    const worth = [...groups].reduce((sum, group) => sum + (rarities[group] ?? 0), 0) + Math.min(hits.length, 9) / 100;
    if (worth > most) [best, most] = [index, worth];
  }
  return best;
}

/** At most some 240 characters of a text around its hits, cut between words, with `…` where something was left out. */
export function snippetOf(text: string, hits: readonly Hit[]): SnippetPiece[] {
  const [from, to] = windowOf(text, hits);
  const pieces: SnippetPiece[] = [];
  const add = (piece: string, hit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, hit });
  };
  let at = from;
  for (const { start, end } of hits) {
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

function windowOf(text: string, hits: readonly Hit[]): [number, number] {
  if (text.length <= LONGEST) return [0, text.length];
  const first = hits[0]?.start ?? 0;
  const words = wordsOf(text);
  const from = first < LONGEST / 2 ? 0 : (words.find(({ start }) => start >= first - LONGEST / 4)?.start ?? first);
  const to = text.length - from <= LONGEST ? text.length : (words.findLast(({ end }) => end <= from + LONGEST)?.end ?? from + LONGEST);
  return [from, to];
}
