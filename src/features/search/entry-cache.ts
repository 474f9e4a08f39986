import type { Span } from '../../domain/search/marks.ts';
import { wordsOf } from '../../domain/search/words.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import type { Part } from './entry.ts';
import { Recent } from './recent.ts';
import { type EntryDetails, readEntries } from './search.sql.ts';

/** A part of an entry, and what can be marked in it once someone has asked: its words that are found by something, the laws it cites. */
export type ReadablePart = Part & { words?: readonly Span[]; citations?: readonly Span[] };

export type ReadableEntry = Omit<EntryDetails, 'parts'> & { readonly parts: readonly ReadablePart[] };

/** How much memory the entries that were shown last may take: all that three agreements need, and some thousand in a full register. */
const MOST_BYTES = 6_000_000;

const cacheOf = perRevision(async () => new Recent<number, ReadableEntry>(MOST_BYTES, sizeOf));

/** What is shown of entries, by id. Those shown last are remembered, as long as the data is the same. */
export async function entriesFor(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, ReadableEntry>> {
  const cache = await cacheOf(tx);
  const found = new Map<number, ReadableEntry>();
  const missing: number[] = [];
  for (const id of ids) {
    const known = cache.find(id);
    if (known) found.set(id, known);
    else missing.push(id);
  }
  for (const entry of missing.length > 0 ? await readEntries(tx, missing) : []) {
    found.set(entry.id, entry);
    cache.keep(entry.id, entry);
  }
  return found;
}

/** The words of a part that are found by something. `lexemesOf`: what each word is found by. */
export function wordsIn(part: ReadablePart, lexemesOf: ReadonlyMap<string, readonly string[]>): readonly Span[] {
  part.words ??= wordsOf(part.text).flatMap(({ word, start, end }) => {
    const lexemes = lexemesOf.get(word);
    return lexemes ? [{ start, end, lexemes }] : [];
  });
  return part.words;
}

/** At most: two bytes a character, and a span for each word of the texts. */
function sizeOf({ parts }: ReadableEntry): number {
  return 500 + parts.reduce((sum, { text }) => sum + 200 + 7 * text.length, 0);
}
