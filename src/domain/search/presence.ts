/** What a word is found by: its stem (none when it is a common word) and the stems of the parts it is made of. */
export type FoundBy = { readonly stem?: string; readonly parts: readonly string[] };

/** The words of an entry: of its names, of the kind of thing it is, of each of its texts in order, and around it (said elsewhere, but it should be found by them). */
export type EntryWords = {
  readonly names: readonly (readonly string[])[];
  readonly kind: readonly string[];
  readonly texts: readonly (readonly string[])[];
  readonly around: readonly (readonly string[])[];
};

/** How present a lexeme is in an entry: see `Postings`. */
export type Presence = { readonly strength: number; readonly places: number };

const OF_ITS_KIND = 0.8;
const IN_TEXT = 0.5;
const IN_COMPOUND = 0.3;
const AROUND = 0.05;

/** Texts from here on share a bit. */
export const LAST_PLACE = 30;

/** The bit of a text of an entry, counted from 0. */
export function placeOf(text: number): number {
  return 1 << Math.min(text + 1, LAST_PLACE);
}

/** In a short name a word says more: 1 when it is alone, a good half in a long one. Common words and numbers are not counted. */
function inName(words: readonly string[], foundBy: (word: string) => FoundBy | undefined): number {
  const counted = words.filter((word) => foundBy(word)?.stem !== undefined && !/^\p{N}+$/u.test(word)).length;
  return 0.5 + 1 / (Math.max(1, counted) + 1);
}

/**
 * How present each lexeme is in an entry. The strongest place counts fully, the next a quarter, the third a ninth …, so
 * that saying a word often is worth little. `weight`: how much this kind of entry counts, at most 1.
 */
export function presences(entry: EntryWords, foundBy: (word: string) => FoundBy | undefined, weight: number): Map<string, Presence> {
  const found = new Map<string, { worths: number[]; places: number }>();
  const note = (lexeme: string, worth: number, place: number) => {
    const known = found.get(lexeme);
    if (known) {
      known.worths.push(worth);
      known.places |= place;
    } else found.set(lexeme, { worths: [worth], places: place });
  };
  const read = (words: readonly string[], worth: number, place: number) => {
    for (const word of words) {
      const by = foundBy(word);
      if (by?.stem !== undefined) note(by.stem, worth, place);
      if (by) for (const part of by.parts) note(part, worth * IN_COMPOUND, place);
    }
  };
  const named = new Map(entry.kind.map((word) => [word, OF_ITS_KIND]));
  for (const name of entry.names) {
    const worth = inName(name, foundBy);
    for (const word of name) named.set(word, Math.max(worth, named.get(word) ?? 0));
  }
  // A word that stands in several names of the same thing is said once.
  for (const [word, worth] of named) read([word], worth, 1);
  for (const [index, words] of entry.texts.entries()) read(words, IN_TEXT, placeOf(index));
  for (const words of entry.around) read(words, AROUND, 0);
  return new Map(Array.from(found, ([lexeme, { worths, places }]) => [lexeme, { strength: strengthOf(worths, weight), places }]));
}

function strengthOf(worths: number[], weight: number): number {
  if (worths.length > 1) worths.sort((a, b) => b - a);
  const sum = worths.reduce((sofar, worth, index) => sofar + worth / (index + 1) ** 2, 0);
  // The series of squares comes to π²/6, so that the sum stays below 1.
  return Math.max(1, Math.min(255, Math.round((sum * 6 * 255 * weight) / Math.PI ** 2)));
}
