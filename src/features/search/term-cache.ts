import { NO_POSTINGS, type Postings, sizeOf } from '../../domain/search/postings.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { readTerms } from './search.sql.ts';

/** How much memory the terms that were asked for last may take. */
const MOST_BYTES = 24_000_000;

type Cache = { readonly terms: Map<string, Postings>; bytes: number };

const cacheOf = perRevision(async (): Promise<Cache> => ({ terms: new Map(), bytes: 0 }));

/** The entries that hold each lexeme. Those asked for last are remembered, as long as the data is the same. */
export async function postingsFor(tx: Tx, lexemes: readonly string[]): Promise<(lexeme: string) => Postings> {
  const cache = await cacheOf(tx);
  const found = new Map<string, Postings>();
  const missing: string[] = [];
  for (const lexeme of new Set(lexemes)) {
    const known = cache.terms.get(lexeme);
    if (known) {
      cache.terms.delete(lexeme);
      cache.terms.set(lexeme, known);
      found.set(lexeme, known);
    } else missing.push(lexeme);
  }
  for (const [lexeme, postings] of missing.length > 0 ? await readTerms(tx, missing) : []) {
    found.set(lexeme, postings);
    if (!cache.terms.has(lexeme)) cache.bytes += sizeOf(postings);
    cache.terms.set(lexeme, postings);
  }
  for (const [lexeme, postings] of cache.terms) {
    if (cache.bytes <= MOST_BYTES) break;
    cache.terms.delete(lexeme);
    cache.bytes -= sizeOf(postings);
  }
  return (lexeme) => found.get(lexeme) ?? NO_POSTINGS;
}
