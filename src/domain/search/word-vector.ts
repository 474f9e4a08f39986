import { compoundParts } from './compounds.ts';
import { wordsOf } from './words.ts';

/** A text with its weight: A the title, B the text, D what stands around it. */
export type Weighted = { readonly text: string; readonly weight: 'A' | 'B' | 'D' };

/** A lexeme at a place in an entry. */
export type Occurrence = { readonly lexeme: string; readonly position: number; readonly weight: 'A' | 'B' | 'C' | 'D' };

/** Between two texts, so that no phrase runs from one into the next. */
const GAP = 10;

/** PostgreSQL keeps no place beyond this. */
const LAST_POSITION = 16_000;

/** The words of texts that need a stem: as they stand, and the parts of compounds. */
export function wordsToStem(texts: readonly string[], compounds: ReadonlySet<string>): Set<string> {
  const words = new Set(texts.flatMap((text) => wordsOf(text).map(({ word }) => word)));
  for (const word of [...words]) for (const part of compoundParts(word, compounds)) words.add(part);
  return words;
}

/** Every lexeme of the texts with its place. `stems`: word → stem; a word without one is common and left out, but keeps its place. */
export function occurrencesIn(
  texts: readonly Weighted[],
  stems: ReadonlyMap<string, string>,
  partsOf: (word: string) => readonly string[],
): Occurrence[] {
  const found: Occurrence[] = [];
  let position = 0;
  for (const { text, weight } of texts) {
    for (const { word } of wordsOf(text)) {
      if (position < LAST_POSITION) position++;
      const stem = stems.get(word);
      if (stem !== undefined) found.push({ lexeme: stem, position, weight });
      for (const part of partsOf(word)) {
        const inside = stems.get(part);
        if (inside !== undefined && inside !== stem) found.push({ lexeme: inside, position, weight: weight === 'D' ? 'D' : 'C' });
      }
    }
    position = Math.min(LAST_POSITION, position + GAP);
  }
  return found;
}
