import type { Group } from './query-plan.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * What is known of an entry that satisfies the query. `ranks`: how well it satisfies each alternative, 0–1, in the order
 * of the groups and their alternatives. `weight`: how much its kind of entry counts.
 */
export type Candidate = { readonly title: string; readonly weight: number; readonly ranks: readonly number[] };

/** How much a title that says just what was asked for adds. */
const TITLE_BONUS = 1;

/**
 * How well an entry answers the query, from 0. Each group counts by its best alternative and by how telling it is;
 * an entry that satisfies all groups is far ahead of one that satisfies some.
 */
export function score({ ranks, weight, title }: Candidate, groups: readonly Group[], hits: ReadonlySet<string>): number {
  let next = 0;
  let sum = 0;
  let satisfied = 0;
  let sought = 0;
  for (const { alternatives, rarity } of groups) {
    let best = 0;
    for (const { factor } of alternatives) best = Math.max(best, factor * (ranks[next++] ?? 0));
    sum += rarity * best;
    sought += rarity;
    if (best > 0) satisfied += rarity;
  }
  if (sought === 0) return 0;
  const coverage = satisfied / sought;
  return weight * (sum / sought) * coverage * coverage * (1 + TITLE_BONUS * titleFit(wordsOf(title), groups.length, hits));
}

/** How much of the title is the query, and the other way round: 1 when they are the same, 0 when they share nothing. */
function titleFit(title: readonly Word[], sought: number, hits: ReadonlySet<string>): number {
  const shared = title.filter(({ word }) => hits.has(word)).length;
  return shared === 0 ? 0 : Math.min(1, (2 * shared) / (title.length + Math.max(sought, shared)));
}
