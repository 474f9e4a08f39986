import type { Group } from '../../domain/search/query-plan.ts';
import { alternativesOf, score } from '../../domain/search/score.ts';
import type { Tx } from '../../platform/index.ts';
import { type Filter, listHits } from './search.sql.ts';
import { alternativeQuery, queryOf } from './tsquery.ts';

export type Ranked = { readonly id: number; readonly score: number };

/** What was found, the best first. `total` is how many entries in all; `widened` when some satisfy only part of the query. */
export type Found = { readonly ranked: readonly Ranked[]; readonly total: number; readonly widened: boolean };

/** With fewer than this, entries that satisfy only part of the query are looked for too. */
const FEW = 10;

/** Such an entry is left out when it is this much worse than the best. */
const TOO_FAR = 0.03;

/** Entries that satisfy all groups; when they are few, those that satisfy some, after the others. `worthOf`: see `score`. */
export async function findEntries(
  tx: Tx,
  groups: readonly Group[],
  worthOf: (word: string) => number,
  filter: Filter,
  today: Temporal.PlainDate,
): Promise<Found> {
  const find = async (widened: boolean): Promise<Found> => {
    const match = queryOf(groups, widened);
    if (match === undefined) return { ranked: [], total: 0, widened };
    const hits = await listHits(tx, match, alternativesOf(groups).map(alternativeQuery), filter, today);
    const all = hits.map((hit) => ({ id: hit.id, score: score(hit, groups, worthOf) })).sort((a, b) => b.score - a.score || a.id - b.id);
    if (!widened) return { ranked: all, total: hits[0]?.found ?? 0, widened };
    const near = all.filter((one) => one.score >= (all[0]?.score ?? 0) * TOO_FAR);
    return { ranked: near, total: near.length, widened };
  };
  const exact = await find(false);
  if (exact.total >= FEW || !canWiden(groups)) return exact;
  const wide = await find(true);
  return wide.total > exact.total ? wide : exact;
}

function canWiden(groups: readonly Group[]): boolean {
  return groups.length > 1 || groups.some(({ alternatives }) => alternatives.some(({ wide }) => wide));
}
