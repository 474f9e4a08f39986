import type { Alternative, Group } from './query-plan.ts';
import { wordsOf } from './words.ts';

/** Something whose presence in an entry can be measured: a lexeme, or several as a phrase. */
export type Measure = { readonly lexemes: readonly string[]; readonly gaps?: readonly number[] };

/** What is known of an entry: how present each measure is in it (0–1, in their order), and how much its kind counts. */
export type Candidate = { readonly title: string; readonly weight: number; readonly ranks: readonly number[] };

/** How much a title that says just what was asked for adds. */
const TITLE_BONUS = 1;

function keyOf({ lexemes, gaps }: Measure): string {
  return gaps ? `${lexemes.join(' ')} <${gaps.join(' ')}>` : lexemes.join(' ');
}

/** A phrase is measured as a whole; lexemes that may stand apart one by one. */
function measuredBy({ lexemes, gaps }: Alternative): Measure[] {
  return gaps ? [{ lexemes, gaps }] : lexemes.map((lexeme) => ({ lexemes: [lexeme] }));
}

/** What must be measured to score entries for these groups, each once. */
export function measuresOf(groups: readonly Group[]): Measure[] {
  const all = groups.flatMap(({ alternatives }) => alternatives.flatMap(measuredBy));
  return [...new Map(all.map((measure) => [keyOf(measure), measure])).values()];
}

/**
 * How well an entry answers the query, from 0. Each group counts by its best alternative and by how telling it is;
 * an entry that satisfies all groups is far ahead of one that satisfies some. `worthOf`: how much a word in a title counts, 0–1.
 */
export function scorer(groups: readonly Group[], worthOf: (word: string) => number): (candidate: Candidate) => number {
  const places = new Map(measuresOf(groups).map((measure, index) => [keyOf(measure), index]));
  const ways = groups.map(({ alternatives, rarity }) => ({
    rarity,
    alternatives: alternatives.map((alternative) => ({
      factor: alternative.factor,
      measures: measuredBy(alternative).map((measure) => places.get(keyOf(measure)) ?? -1),
    })),
  }));
  const sought = groups.reduce((sum, { rarity }) => sum + rarity, 0);
  return ({ ranks, weight, title }) => {
    let sum = 0;
    let satisfied = 0;
    for (const { rarity, alternatives } of ways) {
      const best = Math.max(0, ...alternatives.map(({ factor, measures }) => factor * together(measures, ranks)));
      sum += rarity * best;
      if (best > 0) satisfied += rarity;
    }
    if (sum === 0) return 0;
    const coverage = satisfied / sought;
    return weight * (sum / sought) * coverage * coverage * (1 + TITLE_BONUS * titleFit(title, groups.length, worthOf));
  };
}

/** Lexemes that must all be there: the geometric mean, 0 when one is missing. */
function together(measures: readonly number[], ranks: readonly number[]): number {
  const product = measures.reduce((sofar, measure) => sofar * (ranks[measure] ?? 0), 1);
  return measures.length === 1 ? product : product ** (1 / measures.length);
}

/** How much of the title is the query, and the other way round: 1 when they are the same, 0 when they share nothing. */
function titleFit(title: string, sought: number, worthOf: (word: string) => number): number {
  const words = wordsOf(title);
  const shared = words.reduce((sum, { word }) => sum + worthOf(word), 0);
  return shared === 0 ? 0 : Math.min(1, (2 * shared) / (words.length + Math.max(sought, shared)));
}
