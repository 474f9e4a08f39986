import type { AreasFile, LawFile, SynonymsFile } from '../../domain/counties/national-files.ts';
import { compoundParts } from '../../domain/search/compounds.ts';
import { occurrencesIn, type Weighted, wordsToStem } from '../../domain/search/word-vector.ts';
import { foldWord, wordsOf } from '../../domain/search/words.ts';
import type { Tx } from '../../platform/index.ts';
import { agreementEntries } from './agreement-entries.ts';
import { type Entry, KIND_WEIGHT } from './entry.ts';
import { countyEntries, knowledgeEntry, lawEntries } from './other-entries.ts';
import {
  analyzeIndex,
  type EntryRow,
  emptyIndex,
  insertEntries,
  insertWords,
  readCountiesToIndex,
  readKnowledgeToIndex,
  readNationalToIndex,
  readVersionsToIndex,
} from './rebuild.sql.ts';
import { stemsOf } from './stems.sql.ts';
import { kindWords } from './texts.ts';
import { quoteLexeme } from './tsquery.ts';

/** Versions read at a time: some ten thousand sentences, so that memory does not grow with the register. */
const VERSIONS_AT_A_TIME = 40;

/**
 * Makes the whole search index anew from what is loaded, in the caller's transaction: readers see the old one until it commits.
 * Runs as the owner, after a load that changed something.
 */
export async function rebuildSearch(tx: Tx): Promise<void> {
  const [counties, knowledge, law, areas, synonyms] = await Promise.all([
    readCountiesToIndex(tx),
    readKnowledgeToIndex(tx),
    readNationalToIndex<LawFile>(tx, 'law'),
    readNationalToIndex<AreasFile>(tx, 'areas'),
    readNationalToIndex<SynonymsFile>(tx, 'synonyms'),
  ]);
  // A register without national data, as a test may have, is searched without law, synonyms and compounds.
  const lawOrNone: LawFile = law ?? { note: '', 'as-of': '', statutes: [], other: [], successors: [] };
  const index = new IndexWriter(tx, new Set(synonyms?.compounds.map((part) => part.toLowerCase())));
  await emptyIndex(tx);
  await index.add([...counties.flatMap(countyEntries), ...knowledge.map((page) => knowledgeEntry(page, areas ?? { areas: [] }))]);
  const cited = new Set<string>();
  for (let read = 0; ; read += VERSIONS_AT_A_TIME) {
    const versions = await readVersionsToIndex(tx, read, VERSIONS_AT_A_TIME);
    if (versions.length === 0) break;
    await index.add(
      versions.flatMap(({ content, first, until }) =>
        agreementEntries(
          content,
          { ...(first ? {} : { from: content.version.from }), ...(until ? { until } : {}) },
          { law: lawOrNone, cited },
        ),
      ),
    );
  }
  await index.add(lawEntries(lawOrNone, cited));
  await index.finish(synonyms?.groups.flatMap(({ from }) => from) ?? []);
}

/** Writes entries in the order they come, and remembers which words and lexemes they hold. */
class IndexWriter {
  readonly #tx: Tx;
  readonly #compounds: ReadonlySet<string>;
  readonly #parts = new Map<string, readonly string[]>();
  readonly #stems = new Map<string, string>();
  readonly #seen = new Set<string>();
  readonly #entriesWith = new Map<string, number>();
  #entries = 0;

  constructor(tx: Tx, compounds: ReadonlySet<string>) {
    this.#tx = tx;
    this.#compounds = compounds;
  }

  async add(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const texts = entries.map(textsOf);
    await this.#learn(texts.flat().map(({ text }) => text));
    await insertEntries(
      this.#tx,
      entries.map((entry, index) => this.#row(entry, texts[index] ?? [])),
    );
  }

  /** `alsoKnown`: words that readers use and no entry holds; they are known when spelled, and lead on to others. */
  async finish(alsoKnown: readonly string[]): Promise<void> {
    const single = alsoKnown.filter((words) => wordsOf(words).length === 1);
    await this.#learn(single);
    const words = [...this.#seen].flatMap((word) => {
      const stem = this.#stems.get(word);
      if (stem === undefined) return [];
      const inside = this.#partsOf(word).flatMap((part) => this.#stems.get(part) ?? []);
      const lexemes = [...new Set([stem, ...inside])];
      return [{ word, folded: foldWord(word), stem, lexemes, entries: this.#entriesWith.get(stem) ?? 0 }];
    });
    await insertWords(this.#tx, words);
    await analyzeIndex(this.#tx);
  }

  async #learn(texts: readonly string[]): Promise<void> {
    for (const text of texts) for (const { word } of wordsOf(text)) this.#seen.add(word);
    const unknown = [...wordsToStem(texts, this.#compounds)].filter((word) => !this.#stems.has(word));
    for (const [word, stem] of await stemsOf(this.#tx, unknown)) this.#stems.set(word, stem);
  }

  #partsOf(word: string): readonly string[] {
    let parts = this.#parts.get(word);
    if (!parts) {
      parts = compoundParts(word, this.#compounds);
      this.#parts.set(word, parts);
    }
    return parts;
  }

  #row(entry: Entry, texts: readonly Weighted[]): EntryRow {
    const occurrences = occurrencesIn(texts, this.#stems, (word) => this.#partsOf(word));
    const around = [...new Set([...(entry.cites ?? []), ...(entry.county ? [`place:${entry.county}`] : [])])];
    for (const lexeme of new Set([...occurrences.map(({ lexeme }) => lexeme), ...around])) {
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
        ...around.map((lexeme) => `${quoteLexeme(lexeme)}:1${lexeme.startsWith('place:') ? 'D' : 'B'}`),
      ].join(' '),
    };
  }
}

function textsOf(entry: Entry): Weighted[] {
  return [
    { text: entry.title, weight: 'A' },
    ...entry.parts.map(({ text }): Weighted => ({ text, weight: 'B' })),
    { text: kindWords[entry.kind], weight: 'A' },
    ...[entry.place, ...(entry.around ?? [])].map((text): Weighted => ({ text, weight: 'D' })),
  ];
}
