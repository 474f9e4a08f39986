import type { Group } from './query-plan.ts';

/** A run of characters (`slice(start, end)`) with the lexemes it is found by. */
export type Span = { readonly start: number; readonly end: number; readonly lexemes: readonly string[] };

/** A run to be marked. */
export type Mark = { readonly start: number; readonly end: number };

/** What in a text answers the query, in order, and how much it is worth. */
export type Marked = { readonly marks: readonly Mark[]; readonly worth: number };

/**
 * What to mark in a text. An alternative of several lexemes counts only where all of them are, so that half a phrase is not
 * marked. The worth of a text is that of its best alternative in each group.
 */
export function markText(spans: readonly Span[], groups: readonly Group[], widened: boolean): Marked {
  const present = new Set(spans.flatMap(({ lexemes }) => lexemes));
  const marked = new Set<string>();
  let worth = 0;
  for (const { alternatives, rarity } of groups) {
    const met = alternatives.filter(({ lexemes, wide }) => (widened || !wide) && lexemes.every((lexeme) => present.has(lexeme)));
    for (const { lexemes } of met) for (const lexeme of lexemes) marked.add(lexeme);
    worth += rarity * Math.max(0, ...met.map(({ factor }) => factor));
  }
  return { marks: spans.filter(({ lexemes }) => lexemes.some((lexeme) => marked.has(lexeme))), worth };
}

/** The index of the text that is worth most; the first of equals, 0 when there is nothing to mark in any. */
export function bestText(texts: readonly Marked[]): number {
  return texts.reduce((best, { worth }, index) => (worth > (texts[best]?.worth ?? 0) ? index : best), 0);
}
