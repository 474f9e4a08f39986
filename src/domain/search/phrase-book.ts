/** Things known by one or more words in a row. Keys are the words as they are compared: stems, or common words as they stand. */
export type PhraseBook<T> = { readonly longest: number; readonly phrases: ReadonlyMap<string, T> };

/** A run of words that was recognised: `first` is the index of its first word, `length` how many they are. */
export type FoundPhrase<T> = { readonly first: number; readonly length: number; readonly value: T };

/** A book of phrases; `join` decides when two entries have the same words. */
export function phraseBook<T>(entries: Iterable<readonly [readonly string[], T]>, join: (a: T, b: T) => T): PhraseBook<T> {
  const phrases = new Map<string, T>();
  let longest = 0;
  for (const [keys, value] of entries) {
    if (keys.length === 0) continue;
    const key = keys.join(' ');
    const known = phrases.get(key);
    phrases.set(key, known === undefined ? value : join(known, value));
    longest = Math.max(longest, keys.length);
  }
  return { longest, phrases };
}

/** The phrases in a row of words, the longest first at each place and none overlapping. `undefined` in the row matches nothing. */
export function findPhrases<T>(row: readonly (string | undefined)[], book: PhraseBook<T>): FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = [];
  for (let first = 0; first < row.length; first++) {
    for (let length = Math.min(book.longest, row.length - first); length > 0; length--) {
      const run = row.slice(first, first + length);
      const value = run.includes(undefined) ? undefined : book.phrases.get(run.join(' '));
      if (value !== undefined) {
        found.push({ first, length, value });
        first += length - 1;
        break;
      }
    }
  }
  return found;
}
