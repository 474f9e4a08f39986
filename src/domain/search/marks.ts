import type { Group } from './query-plan.ts';

/** A run of characters (`slice(start, end)`) with the lexemes it is found by. */
export type Span = { readonly start: number; readonly end: number; readonly lexemes: readonly string[] };

/** A run to be marked. */
export type Mark = { readonly start: number; readonly end: number };

/** What in a text answers the query, in order, and how much it is worth. */
export type Marked = { readonly marks: readonly Mark[]; readonly worth: number };

/**
 * What to mark in a text. Of an alternative that must stand together nothing is marked unless all of it is there; of one that
 * may stand apart, what is there. The worth of a text is that of its best alternative in each group.
 */
export function markText(spans: readonly Span[], groups: readonly Group[], widened: boolean): Marked {
  if (spans.length === 0) return { marks: [], worth: 0 };
  const present = new Set<string>();
  for (const { lexemes } of spans) for (const lexeme of lexemes) present.add(lexeme);
  const marked = new Set<string>();
  let worth = 0;
  for (const { alternatives, rarity } of groups) {
    let best = 0;
    for (const { lexemes, factor, apart = 0, wide } of alternatives) {
      if (wide && !widened) continue;
      const here = lexemes.filter((lexeme) => present.has(lexeme));
      if (here.length === 0 || (here.length < lexemes.length && apart === 0)) continue;
      for (const lexeme of here) marked.add(lexeme);
      best = Math.max(best, here.length === lexemes.length ? factor : (apart * here.length) / lexemes.length);
    }
    worth += rarity * best;
  }
  return { marks: spans.filter(({ lexemes }) => lexemes.some((lexeme) => marked.has(lexeme))), worth };
}

/** The index of the text that is worth most; the first of equals, 0 when there is nothing to mark in any. */
export function worthMost(texts: readonly Marked[]): number {
  return texts.reduce((best, { worth }, index) => (worth > (texts[best]?.worth ?? 0) ? index : best), 0);
}
