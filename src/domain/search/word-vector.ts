/** The words of a text with its weight: A the title, B the text, D what stands around it. */
export type Weighted = { readonly words: readonly string[]; readonly weight: 'A' | 'B' | 'D' };

/** What a word is found by: its stem (none when it is a common word) and the stems of the parts it is made of. */
export type Found = { readonly stem?: string; readonly parts: readonly string[] };

/** A lexeme at a place in an entry. */
export type Occurrence = { readonly lexeme: string; readonly position: number; readonly weight: 'A' | 'B' | 'C' | 'D' };

/** Between two texts, so that no phrase runs from one into the next. */
const GAP = 10;

/** PostgreSQL keeps no place beyond this. */
const LAST_POSITION = 16_000;

/** Every lexeme of the texts with its place. A common word is left out but keeps its place. Parts of a compound weigh C. */
export function occurrencesIn(texts: readonly Weighted[], foundBy: (word: string) => Found | undefined): Occurrence[] {
  const occurrences: Occurrence[] = [];
  let position = 0;
  for (const { words, weight } of texts) {
    for (const word of words) {
      if (position < LAST_POSITION) position++;
      const found = foundBy(word);
      if (!found) continue;
      if (found.stem !== undefined) occurrences.push({ lexeme: found.stem, position, weight });
      for (const part of found.parts) occurrences.push({ lexeme: part, position, weight: weight === 'D' ? 'D' : 'C' });
    }
    position = Math.min(LAST_POSITION, position + GAP);
  }
  return occurrences;
}
