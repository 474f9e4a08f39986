import type { Alternative, Group } from './query-plan.ts';
import { wordsOf } from './words.ts';

/** What is known of an entry: how present each alternative is in it (0–1, in the order of `alternativesOf`), and how much its kind counts. */
export type Candidate = { readonly title: string; readonly weight: number; readonly ranks: readonly number[] };

/** How much a title that says just what was asked for adds. */
const TITLE_BONUS = 1;

/** Several lexemes side by side are measured on a longer scale than one; this makes them the same. */
const SEVERAL = 0.62;

/** The alternatives of the groups, in order: what must be measured to score entries. */
export function alternativesOf(groups: readonly Group[]): Alternative[] {
  return groups.flatMap(({ alternatives }) => alternatives);
}

/**
 * How well an entry answers the query, from 0. Each group counts by its best alternative and by how telling it is;
 * an entry that satisfies all groups is far ahead of one that satisfies some. `worthOf`: how much a word in a title counts, 0–1.
 */
export function score({ ranks, weight, title }: Candidate, groups: readonly Group[], worthOf: (word: string) => number): number {
  let next = 0;
  let sum = 0;
  let satisfied = 0;
  let sought = 0;
  for (const { alternatives, rarity } of groups) {
    let best = 0;
    for (const { factor, lexemes } of alternatives) {
      best = Math.max(best, factor * (lexemes.length > 1 ? SEVERAL : 1) * (ranks[next++] ?? 0));
    }
    sum += rarity * best;
    sought += rarity;
    if (best > 0) satisfied += rarity;
  }
  if (sum === 0) return 0;
  const coverage = satisfied / sought;
  return weight * (sum / sought) * coverage * (1 + TITLE_BONUS * titleFit(title, groups.length, worthOf));
}

/** How much of the title is the query, and the other way round: 1 when they are the same, 0 when they share nothing. Numbers are not counted. */
function titleFit(title: string, sought: number, worthOf: (word: string) => number): number {
  const words = wordsOf(title).filter(({ word }) => !/^\p{N}+$/u.test(word) || worthOf(word) > 0);
  const shared = words.reduce((sum, { word }) => sum + worthOf(word), 0);
  return shared === 0 ? 0 : Math.min(1, (2 * shared) / (words.length + Math.max(sought, shared)));
}
