import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { SynonymsFile } from '../../domain/counties/national-files.ts';
import { phraseBook } from '../../domain/search/phrase-book.ts';
import type { Language, Phrase } from '../../domain/search/query-plan.ts';
import { Ranker } from '../../domain/search/rank-entries.ts';
import { wordList } from '../../domain/search/words.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { allCounties, nationalFile } from '../counties/index.ts';
import { marks } from './entry.ts';
import { readVocabulary } from './language.sql.ts';
import { stemsOf } from './stems.sql.ts';

/** `words`: what each known word is found by, its stem first. `days`: the marks of first and last days that entries have. */
export type SearchLanguage = Language & {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly inSynonyms: ReadonlySet<string>;
  readonly days: readonly string[];
  readonly ranker: Ranker;
};

/** What queries are read with, from the data: synonyms, places, compounds and how common words are. */
export const searchLanguage: (tx: Tx) => Promise<SearchLanguage> = perRevision(async (tx) => {
  const [synonyms, counties, vocabulary] = await Promise.all([nationalFile(tx, 'synonyms'), allCounties(tx), readVocabulary(tx)]);
  const places = counties.flatMap(placeNames);
  const phrases = [...synonyms.groups.flatMap(({ from, to }) => [...from, ...to]), ...places.map(({ name }) => name)];
  const stems = await stemsOf(tx, [...new Set(phrases.flatMap((phrase) => wordList(phrase)))]);
  const keysOf = (phrase: string) => wordList(phrase).map((word) => stems.get(word) ?? word);
  const days = [marks.from(''), marks.until('')];
  return {
    ...vocabulary,
    ranker: new Ranker(vocabulary.entries),
    days: [...vocabulary.entriesWith.keys()].filter((lexeme) => days.some((prefix) => lexeme.startsWith(prefix))),
    compounds: new Set(synonyms.compounds.map((part) => part.toLowerCase())),
    synonyms: phraseBook(
      synonymPairs(synonyms, keysOf, (phrase) => asPhrase(phrase, stems)),
      joinPhrases,
    ),
    places: phraseBook(
      places.map(({ name, county }): [string[], readonly string[]] => [keysOf(name), [county]]),
      (a, b) => [...new Set([...a, ...b])],
    ),
    inSynonyms: new Set(synonyms.groups.flatMap(({ from }) => from.flatMap(keysOf))),
  };
});

/** The names a county is known by: its own, its region's, its municipalities', with and without what kind of place it is. */
function placeNames(county: CountyFile): { name: string; county: string }[] {
  const names = [county.name, county.name.replace(/s? län$/, ''), county.region.name, county.region.name.replace(/^Region /, '')];
  const municipalities = county.municipalities.flatMap(({ name }) => [name, `${name} kommun`, `${name}s kommun`]);
  return [...new Set([...names, ...municipalities])].map((name) => ({ name, county: county.code }));
}

function synonymPairs(file: SynonymsFile, keysOf: (phrase: string) => string[], phraseOf: (phrase: string) => Phrase) {
  return file.groups.flatMap(({ from, to }) => {
    const phrases = to.map(phraseOf).filter(({ lexemes }) => lexemes.length > 0);
    return from.map((phrase) => [keysOf(phrase), phrases] as const);
  });
}

function asPhrase(text: string, stems: ReadonlyMap<string, string>): Phrase {
  return { text, lexemes: [...new Set(wordList(text).flatMap((word) => stems.get(word) ?? []))] };
}

/** A word may stand in several groups: it finds the words of all of them, each once. */
function joinPhrases(a: readonly Phrase[], b: readonly Phrase[]): readonly Phrase[] {
  const known = new Set(a.map(({ lexemes }) => lexemes.join(' ')));
  return [...a, ...b.filter(({ lexemes }) => !known.has(lexemes.join(' ')))];
}
