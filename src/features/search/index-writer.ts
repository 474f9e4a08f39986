import { compoundParts } from '../../domain/search/compounds.ts';
import { PostingsWriter } from '../../domain/search/postings.ts';
import { type EntryWords, type FoundBy, presences } from '../../domain/search/presence.ts';
import { foldWord, wordList } from '../../domain/search/words.ts';
import type { Tx } from '../../platform/index.ts';
import { CITED, type Entry, KIND_WEIGHT, marksOf } from './entry.ts';
import { type EntryRow, insertEntries, insertTerms, insertWords, settleIndex } from './rebuild.sql.ts';
import { stemsOf } from './stems.sql.ts';
import { kindWords } from './texts.ts';

/** Terms written at a time. */
const TERMS_AT_A_TIME = 2000;

/** Writes entries in the order they come, and last which of them hold each lexeme. */
export class IndexWriter {
  readonly #tx: Tx;
  readonly #compounds: ReadonlySet<string>;
  readonly #words = new Map<string, FoundBy>();
  readonly #terms = new Map<string, PostingsWriter>();
  #entries = 0;

  /** `compounds`: the parts that compounds are split into. */
  constructor(tx: Tx, compounds: ReadonlySet<string>) {
    this.#tx = tx;
    this.#compounds = compounds;
  }

  async add(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const words = entries.map(wordsOfEntry);
    await this.#learn(words.flatMap(({ names, kind, texts, around }) => [...names, kind, ...texts, ...around]));
    await insertEntries(
      this.#tx,
      entries.map((entry, index) => this.#put(entry, words[index])),
    );
  }

  /** `alsoKnown`: words that readers use and no entry may hold; they are known when spelled, and lead on to others. */
  async finish(alsoKnown: readonly string[]): Promise<void> {
    await this.#learn(alsoKnown.map(wordList).filter(({ length }) => length === 1));
    const words = [...this.#words].flatMap(([word, { stem, parts }]) =>
      stem === undefined ? [] : [{ word, folded: foldWord(word), stem, lexemes: [stem, ...parts] }],
    );
    await insertWords(this.#tx, words);
    const terms = [...this.#terms].map(([lexeme, writer]) => ({ lexeme, entries: writer.entries, postings: writer.packed() }));
    for (let first = 0; first < terms.length; first += TERMS_AT_A_TIME) {
      await insertTerms(this.#tx, terms.slice(first, first + TERMS_AT_A_TIME));
    }
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

  #put(entry: Entry, words: EntryWords | undefined): EntryRow {
    this.#entries++;
    const present = words ? presences(words, (word) => this.#words.get(word), KIND_WEIGHT[entry.kind]) : [];
    for (const [lexeme, { strength, places }] of present) this.#term(lexeme).add(this.#entries, strength, places);
    for (const [lexeme, places] of entry.cites ?? []) this.#term(lexeme).add(this.#entries, CITED, places);
    for (const lexeme of marksOf(entry)) this.#term(lexeme).add(this.#entries, 255, 0);
    const { kind, county, agreement, area, address, title, place, parts } = entry;
    const row = { kind, county: county ?? null, agreement: agreement ?? null, area: area ?? null, address, title, place };
    return { id: this.#entries, ...row, parts: JSON.stringify(parts) };
  }

  #term(lexeme: string): PostingsWriter {
    let writer = this.#terms.get(lexeme);
    if (!writer) {
      writer = new PostingsWriter();
      this.#terms.set(lexeme, writer);
    }
    return writer;
  }
}

function wordsOfEntry(entry: Entry): EntryWords {
  return {
    names: [entry.title, ...(entry.alsoCalled ?? [])].map(wordList),
    kind: wordList(kindWords[entry.kind]),
    texts: entry.parts.map(({ text }) => wordList(text)),
    around: [entry.place, ...(entry.around ?? [])].map(wordList),
  };
}
