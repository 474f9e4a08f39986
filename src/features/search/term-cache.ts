import { NO_POSTINGS, type Postings, sizeOf } from '../../domain/search/postings.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { Recent } from './recent.ts';
import { readTerms } from './search.sql.ts';

/** How much memory the terms that were asked for last may take. */
const MOST_BYTES = 24_000_000;

const cacheOf = perRevision(async () => new Recent<string, Postings>(MOST_BYTES, sizeOf));

/** The entries that hold each lexeme. Those asked for last are remembered, as long as the data is the same. */
export async function postingsFor(tx: Tx, lexemes: readonly string[]): Promise<(lexeme: string) => Postings> {
  const cache = await cacheOf(tx);
  const found = new Map<string, Postings>();
  const missing: string[] = [];
  for (const lexeme of new Set(lexemes)) {
    const known = cache.find(lexeme);
    if (known) found.set(lexeme, known);
    else missing.push(lexeme);
  }
  for (const [lexeme, postings] of missing.length > 0 ? await readTerms(tx, missing) : []) {
    found.set(lexeme, postings);
    cache.keep(lexeme, postings);
  }
  return (lexeme) => found.get(lexeme) ?? NO_POSTINGS;
}
