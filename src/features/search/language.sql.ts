import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** How many entries hold each stem, and how many entries there are. */
export async function readVocabulary(tx: Tx): Promise<{ entriesWith: Map<string, number>; entries: number }> {
  const [stems, total] = await Promise.all([
    sql<{
      stem: string;
      entries: number;
    }>`select stem, max(entries) as entries from search_word group by stem having max(entries) > 0`.execute(tx),
    sql<{ entries: number }>`select count(*) as entries from search_entry`.execute(tx),
  ]);
  return { entriesWith: new Map(stems.rows.map(({ stem, entries }) => [stem, entries])), entries: total.rows[0]?.entries ?? 0 };
}

/** A known word that resembles another: how, and how common it is. */
export type Resemblance = { readonly word: string; readonly folded: string; readonly stem: string; readonly entries: number };

/**
 * Known words that each of the words resembles (both without marks over letters): the same letters, the beginning of a
 * longer word, or many of the same runs of three letters. `words` hold letters and digits only.
 */
export async function listResemblances(tx: Tx, words: readonly string[]): Promise<Map<string, Resemblance[]>> {
  const { rows } = await sql<Resemblance & { typed: string }>`
    select typed, r.* from unnest(${words}::text[]) as typed cross join lateral (
      (select word, folded, stem, entries from search_word where folded = typed order by entries desc limit 3)
      union
      (select word, folded, stem, entries from search_word where length(typed) >= 4 and folded like typed || '%' order by length(folded), entries desc limit 5)
      union
      (select word, folded, stem, entries from search_word where folded % typed order by similarity(folded, typed) desc, entries desc limit 20)
    ) r`.execute(tx);
  return Map.groupBy(rows, ({ typed }) => typed);
}
