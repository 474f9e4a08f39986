import { sql } from 'kysely';
import { normalForm } from '../../domain/search/normal-form.ts';
import type { Tx } from '../../platform/index.ts';

/** The stem of each word (lower case). A common word, such as "och", has none and is left out. */
export async function stemsOf(tx: Tx, words: readonly string[]): Promise<Map<string, string>> {
  if (words.length === 0) return new Map();
  const { rows } = await sql<{ word: string; stem: string }>`
    select word, (ts_lexize('swedish_stem', normal))[1] as stem from unnest(${words}::text[], ${words.map(normalForm)}::text[]) as w (word, normal)
    where ts_lexize('swedish_stem', word) <> '{}' and ts_lexize('swedish_stem', normal) <> '{}'`.execute(tx);
  return new Map(rows.map(({ word, stem }) => [word, stem]));
}
