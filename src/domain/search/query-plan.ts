import type { PhraseBook } from './phrase-book.ts';

/** A word or several, as they are shown and as they are compared. */
export type Phrase = { readonly text: string; readonly lexemes: readonly string[] };

/**
 * One way to satisfy a part of the query: all the lexemes, in one text of an entry. `factor`: how much it counts beside the very
 * words that were typed; `apart`: how much when they stand in different texts (default: not at all). `wide`: only tried when little else is found.
 */
export type Alternative = {
  readonly lexemes: readonly string[];
  readonly factor: number;
  readonly apart?: number;
  readonly wide?: boolean;
};

/** One part of the query: words that belong together, and the ways to satisfy it. `rarity` is how telling it is, above 0. */
export type Group = { readonly typed: string; readonly alternatives: readonly Alternative[]; readonly rarity: number };

/** What was done with the query, for the reader to see. */
export type Note =
  | { readonly kind: 'synonyms'; readonly typed: string; readonly also: readonly string[] }
  | { readonly kind: 'corrected'; readonly typed: string; readonly to: string; readonly others: readonly string[] }
  | { readonly kind: 'unknown'; readonly typed: string }
  | { readonly kind: 'place'; readonly typed: string; readonly counties: readonly string[] }
  | { readonly kind: 'law'; readonly typed: string; readonly also: readonly string[] }
  | { readonly kind: 'widened' }
  | { readonly kind: 'only-common-words' };

export type QueryPlan = { readonly groups: readonly Group[]; readonly notes: readonly Note[] };

/** What the index knows of a word. No `stem`: a common word, not searched for. `instead`: known words it may be a slip for, best first. */
export type WordFacts = {
  readonly stem?: string;
  readonly known: boolean;
  readonly instead: readonly { readonly word: string; readonly stem: string }[];
};

/** What queries are read with: words for the same thing, places, parts of compounds, and how common each lexeme is. */
export type Language = {
  readonly synonyms: PhraseBook<readonly Phrase[]>;
  /** County codes by name of county, region or municipality. */
  readonly places: PhraseBook<readonly string[]>;
  readonly compounds: ReadonlySet<string>;
  /** In how many entries a lexeme stands; absent = none. */
  readonly entriesWith: ReadonlyMap<string, number>;
  readonly entries: number;
};

/** A law citation found in the query, with the lexemes that find it, those of its present counterparts, and the act as a whole. */
export type CitedInQuery = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lexemes: readonly string[];
  readonly counterparts: readonly { readonly text: string; readonly lexeme: string }[];
  /** Empty when the citation is of the act as a whole. */
  readonly acts: readonly string[];
};
