import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** Every word with what it is found by (its stem first), how many entries hold each lexeme, and how many entries there are. */
export async function readVocabulary(
  tx: Tx,
): Promise<{ words: Map<string, readonly string[]>; entriesWith: Map<string, number>; entries: number }> {
  const [words, terms, last] = await Promise.all([
    sql<{ word: string; lexemes: string[] }>`select word, lexemes from search_word`.execute(tx),
    sql<{ lexeme: string; entries: number }>`select lexeme, entries from search_term`.execute(tx),
    sql<{ entries: number | null }>`select max(id) as entries from search_entry`.execute(tx),
  ]);
  return {
    words: new Map(words.rows.map(({ word, lexemes }) => [word, lexemes])),
    entriesWith: new Map(terms.rows.map(({ lexeme, entries }) => [lexeme, entries])),
    entries: last.rows[0]?.entries ?? 0,
  };
}

/** A known word that resembles another. */
export type Resemblance = { readonly word: string; readonly folded: string; readonly stem: string };

/**
 * Known words that each of the words resembles (both without marks over letters): the same letters, the beginning of a
 * longer word, or many of the same runs of three letters. `words` hold letters and digits only.
 */
export async function listResemblances(tx: Tx, words: readonly string[]): Promise<Map<string, Resemblance[]>> {
  const { rows } = await sql<Resemblance & { typed: string }>`
    select typed, r.* from unnest(${words}::text[]) as typed cross join lateral (
      (select word, folded, stem from search_word where folded = typed order by word limit 3)
      union
      (select word, folded, stem from search_word where length(typed) >= 4 and folded like typed || '%' order by length(folded), word limit 5)
      union
      (select word, folded, stem from search_word where folded % typed order by similarity(folded, typed) desc, word limit 20)
    ) r`.execute(tx);
  return Map.groupBy(rows, ({ typed }) => typed);
}
