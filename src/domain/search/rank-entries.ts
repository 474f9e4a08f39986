import type { Postings } from './postings.ts';
import type { Alternative, Group } from './query-plan.ts';

export type Ranked = { readonly id: number; readonly score: number };

/** `postings`: of every lexeme of the groups. `entries`: the highest id. `allowed`: 1 at the id of each entry that may be found. */
export type RankingInput = {
  readonly groups: readonly Group[];
  readonly postings: (lexeme: string) => Postings;
  readonly entries: number;
  readonly allowed?: Uint8Array | undefined;
};

/**
 * The entries that satisfy all groups (`widened`: any group, in any way), the best first, at most `most` of them, and how many there
 * are in all. Each group counts by its best alternative and by how telling it is. Pure: the same index gives the same answer.
 */
export function rankEntries(
  { groups, postings, entries, allowed }: RankingInput,
  widened: boolean,
  most: number,
): { ranked: Ranked[]; total: number } {
  const sums = new Float32Array(entries + 1);
  const satisfied = new Float32Array(entries + 1);
  const met = new Uint8Array(entries + 1);
  const best = new Float32Array(entries + 1);
  const sought = groups.reduce((sum, { rarity }) => sum + rarity, 0);
  const ever: number[] = [];
  for (const { alternatives, rarity } of groups) {
    const touched: number[] = [];
    for (const alternative of alternatives) {
      if (!alternative.wide || widened) raise(alternative, postings, best, touched);
    }
    for (const id of touched) {
      if (met[id] === 0) ever.push(id);
      met[id] = (met[id] ?? 0) + 1;
      sums[id] = (sums[id] ?? 0) + rarity * (best[id] ?? 0);
      satisfied[id] = (satisfied[id] ?? 0) + rarity;
      best[id] = 0;
    }
  }
  const needed = widened ? 1 : groups.length;
  const matching = ever.filter((id) => (met[id] ?? 0) >= needed && allowed?.[id] !== 0);
  // An entry that satisfies everything is ahead of one that satisfies some of it just as well.
  for (const id of matching) sums[id] = ((sums[id] ?? 0) / sought) * ((satisfied[id] ?? 0) / sought);
  return { ranked: firstOf(matching, sums, most), total: matching.length };
}

/** Raises `best` to what an alternative is worth where it is satisfied. `touched` collects the entries that get a first worth. */
function raise(
  { lexemes, factor, apart = 0 }: Alternative,
  postings: (lexeme: string) => Postings,
  best: Float32Array,
  touched: number[],
): void {
  const put = (id: number, worth: number) => {
    const before = best[id] ?? 0;
    if (worth <= before) return;
    if (before === 0) touched.push(id);
    best[id] = worth;
  };
  const lists = lexemes.map(postings).sort((a, b) => a.ids.length - b.ids.length);
  const [first, ...others] = lists;
  if (!first) return;
  const at = others.map(() => 0);
  for (let index = 0; index < first.ids.length; index++) {
    const id = first.ids[index] ?? 0;
    let strength = first.strengths[index] ?? 0;
    let places = first.places[index] ?? 0;
    let all = true;
    for (const [which, { ids, strengths, places: where }] of others.entries()) {
      let place = at[which] ?? 0;
      while (place < ids.length && (ids[place] ?? 0) < id) place++;
      at[which] = place;
      if (ids[place] !== id) {
        all = false;
        break;
      }
      strength *= strengths[place] ?? 0;
      places &= where[place] ?? 0;
    }
    if (!all) continue;
    const together = others.length === 0 || places !== 0;
    const mean = others.length === 0 ? strength : strength ** (1 / lexemes.length);
    put(id, ((together ? factor : apart) * mean) / 255);
  }
}

/** The entries with the highest scores, best first; the lower id first of equals. */
function firstOf(ids: readonly number[], scores: Float32Array, most: number): Ranked[] {
  let kept = ids;
  if (ids.length > most) {
    const sorted = Float32Array.from(ids, (id) => scores[id] ?? 0).sort();
    const least = sorted[sorted.length - most] ?? 0;
    kept = ids.filter((id) => (scores[id] ?? 0) >= least);
  }
  return kept
    .map((id) => ({ id, score: scores[id] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, most);
}
