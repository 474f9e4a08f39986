import { compoundParts } from '../../domain/search/compounds.ts';
import { type Found, occurrencesIn, type Weighted } from '../../domain/search/word-vector.ts';
import { foldWord, wordList } from '../../domain/search/words.ts';
import type { Tx } from '../../platform/index.ts';
import { type Entry, KIND_WEIGHT } from './entry.ts';
import { type EntryRow, insertEntries, insertWords, settleIndex } from './rebuild.sql.ts';
import { stemsOf } from './stems.sql.ts';
import { kindWords } from './texts.ts';
import { quoteLexeme } from './tsquery.ts';

/** Writes entries in the order they come, and remembers which words and lexemes they hold. */
export class IndexWriter {
  readonly #tx: Tx;
  readonly #compounds: ReadonlySet<string>;
  readonly #words = new Map<string, Found>();
  readonly #entriesWith = new Map<string, number>();
  #entries = 0;

  /** `compounds`: the parts that compounds are split into. */
  constructor(tx: Tx, compounds: ReadonlySet<string>) {
    this.#tx = tx;
    this.#compounds = compounds;
  }

  async add(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const texts = entries.map(textsOf);
    await this.#learn(texts.flat().map(({ words }) => words));
    await insertEntries(
      this.#tx,
      entries.map((entry, index) => this.#row(entry, texts[index] ?? [])),
    );
  }

  /** Writes the words last. `alsoKnown`: words that readers use and no entry may hold; they are known when spelled, and lead on to others. */
  async finish(alsoKnown: readonly string[]): Promise<void> {
    await this.#learn(alsoKnown.map(wordList).filter(({ length }) => length === 1));
    const rows = [...this.#words].flatMap(([word, { stem, parts }]) =>
      stem === undefined
        ? []
        : [{ word, folded: foldWord(word), stem, lexemes: [stem, ...parts], entries: this.#entriesWith.get(stem) ?? 0 }],
    );
    await insertWords(this.#tx, rows);
    await settleIndex(this.#tx);
  }

  async #learn(texts: readonly (readonly string[])[]): Promise<void> {
    const unknown = new Map<string, readonly string[]>();
    for (const words of texts) {
      for (const word of words) {
        if (!this.#words.has(word) && !unknown.has(word)) unknown.set(word, compoundParts(word, this.#compounds));
      }
    }
    const stems = await stemsOf(this.#tx, [...new Set([...unknown].flatMap(([word, parts]) => [word, ...parts]))]);
    for (const [word, parts] of unknown) {
      const stem = stems.get(word);
      const inside = new Set(parts.flatMap((part) => stems.get(part) ?? []));
      if (stem !== undefined) inside.delete(stem);
      this.#words.set(word, { ...(stem === undefined ? {} : { stem }), parts: [...inside] });
    }
  }

  #row(entry: Entry, texts: readonly Weighted[]): EntryRow {
    const occurrences = occurrencesIn(texts, (word) => this.#words.get(word));
    const around = new Set([...(entry.cites ?? []), ...(entry.county ? [`place:${entry.county}`] : [])]);
    for (const lexeme of new Set([...occurrences.map((one) => one.lexeme), ...around])) {
      this.#entriesWith.set(lexeme, (this.#entriesWith.get(lexeme) ?? 0) + 1);
    }
    this.#entries++;
    const { from, until } = entry.readable ?? {};
    return {
      id: this.#entries,
      kind: entry.kind,
      county: entry.county ?? null,
      agreement: entry.agreement ?? null,
      area: entry.area ?? null,
      readable: `[${from ?? ''},${until ?? ''})`,
      address: entry.address,
      title: entry.title,
      place: entry.place,
      parts: JSON.stringify(entry.parts),
      weight: KIND_WEIGHT[entry.kind],
      words: [
        ...occurrences.map(({ lexeme, position, weight }) => `${quoteLexeme(lexeme)}:${position}${weight}`),
        ...[...around].map((lexeme) => `${quoteLexeme(lexeme)}:1${lexeme.startsWith('place:') ? 'D' : 'B'}`),
      ].join(' '),
    };
  }
}

function textsOf(entry: Entry): Weighted[] {
  return [
    { words: wordList(entry.title), weight: 'A' },
    { words: wordList(kindWords[entry.kind]), weight: 'A' },
    ...entry.parts.map(({ text }): Weighted => ({ words: wordList(text), weight: 'B' })),
    ...[entry.place, ...(entry.around ?? [])].map((text): Weighted => ({ words: wordList(text), weight: 'D' })),
  ];
}
