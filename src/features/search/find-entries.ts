import type { Postings } from '../../domain/search/postings.ts';
import type { Group } from '../../domain/search/query-plan.ts';
import type { Ranked } from '../../domain/search/rank-entries.ts';
import type { Tx } from '../../platform/index.ts';
import { allowedEntries, type Filter } from './allowed-entries.ts';
import type { SearchLanguage } from './language.ts';
import { postingsFor } from './term-cache.ts';

/** What was found, the best first. `total` is how many entries in all; `widened` when some satisfy only part of the query. */
export type Found = {
  readonly ranked: readonly Ranked[];
  readonly total: number;
  readonly widened: boolean;
  readonly postings: (lexeme: string) => Postings;
};

/** Which part of the order: at most `most` entries, from the first or `after` another. */
export type Stretch = { readonly most: number; readonly after?: Ranked | undefined };

/** With fewer than this, entries that satisfy only part of the query are looked for too. */
const FEW = 10;

/** Such an entry is left out when it is this much worse than the best. */
const TOO_FAR = 0.03;

/** Entries that satisfy all groups and pass the filter on a day; when they are few, those that satisfy some, after the others. */
export async function findEntries(
  tx: Tx,
  groups: readonly Group[],
  filter: Filter,
  today: string,
  language: SearchLanguage,
  stretch: Stretch,
): Promise<Found> {
  const sought = groups.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes));
  const [postings, allowed] = await Promise.all([postingsFor(tx, sought), allowedEntries(tx, filter, today, language)]);
  const question = { groups, postings, allowed, ...stretch };
  const exact = language.ranker.rank(question);
  if (exact.total >= FEW || !canWiden(groups)) return { ...exact, widened: false, postings };
  const wide = language.ranker.rank({ ...question, widened: { least: TOO_FAR } });
  return wide.total > exact.total ? { ...wide, widened: true, postings } : { ...exact, widened: false, postings };
}

function canWiden(groups: readonly Group[]): boolean {
  return groups.length > 1 || groups.some(({ alternatives }) => alternatives.some(({ wide }) => wide));
}
