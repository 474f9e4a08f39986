import { describe, expect, test } from 'vitest';
import { phraseBook } from './phrase-book.ts';
import { planQuery, wordsToLookUp } from './plan-query.ts';
import type { CitedInQuery, Language, Phrase, WordFacts } from './query-plan.ts';
import { wordList } from './words.ts';

const phrase = (text: string): Phrase => ({ text, lexemes: wordList(text) });
const language: Language = {
  synonyms: phraseBook<readonly Phrase[]>(
    [
      [['alkoholproblem'], [phrase('riskbruk'), phrase('skadligt bruk'), phrase('finns inte')]],
      [['vem', 'ansvarar'], [phrase('ansvar')]],
    ],
    (a, b) => [...a, ...b],
  ),
  places: phraseBook([[['nässjö'], ['06']]], (a) => a),
  compounds: new Set(['missbruk', 'vård']),
  entriesWith: new Map([
    ['riskbruk', 5],
    ['skadligt', 9],
    ['bruk', 9],
    ['missbruk', 40],
    ['vård', 100],
    ['tvist', 2],
    ['ansvar', 50],
    ['nässjö', 2],
    ['law:1:2', 3],
    ['law:1:2:4', 1],
  ]),
  entries: 200,
};
const STOP = new Set(['och', 'vem', 'för']);

function plan(query: string, cited: CitedInQuery[] = [], instead: Record<string, string[]> = {}) {
  const facts = new Map(
    wordsToLookUp(query, language.compounds).map((word): [string, WordFacts] => [
      word,
      STOP.has(word)
        ? { known: true, instead: [] }
        : {
            stem: word,
            known: language.entriesWith.has(word) || word === 'alkoholproblem',
            instead: (instead[word] ?? []).map((other) => ({ word: other, stem: other })),
          },
    ]),
  );
  return planQuery(query, cited, facts, language);
}

const waysOf = (query: string, ...rest: [CitedInQuery[]?, Record<string, string[]>?]) =>
  plan(query, ...rest).groups.map(({ alternatives }) => alternatives.filter(({ wide }) => !wide).map(({ lexemes }) => lexemes.join(' ')));

describe('a query', () => {
  test('is satisfied by its words or words for the same thing, those only that occur, and says which', () => {
    expect(waysOf('alkoholproblem')).toEqual([['alkoholproblem', 'riskbruk', 'skadligt bruk']]);
    expect(plan('alkoholproblem').notes).toEqual([{ kind: 'synonyms', typed: 'alkoholproblem', also: ['riskbruk', 'skadligt bruk'] }]);
  });

  test('takes several words together when they are known together', () => {
    expect(waysOf('vem ansvarar för vård')).toEqual([['ansvarar', 'ansvar'], ['vård']]);
  });

  test('takes a compound apart', () => {
    expect(waysOf('missbruksvård')).toEqual([['missbruksvård', 'missbruk vård']]);
  });

  test('leaves out common words, and says so when there is nothing else', () => {
    expect(waysOf('tvist och')).toEqual([['tvist']]);
    expect(plan('och för')).toEqual({ groups: [], notes: [{ kind: 'only-common-words' }] });
  });

  test('reads an unknown word as the nearest known one, and says so', () => {
    expect(waysOf('tivst', [], { tivst: ['tvist', 'vård'] })).toEqual([['tvist']]);
    expect(plan('tivst', [], { tivst: ['tvist', 'vård'] }).notes).toEqual([
      { kind: 'corrected', typed: 'tivst', to: 'tvist', others: ['vård'] },
    ]);
  });

  test('never corrects a word that occurs', () => {
    expect(plan('tvist', [], { tvist: ['vård'] }).notes).toEqual([]);
  });

  test('leaves out a word that nothing can satisfy, and says so', () => {
    expect(plan('tvist xyz')).toMatchObject({ groups: [{ typed: 'tvist' }], notes: [{ kind: 'unknown', typed: 'xyz' }] });
  });

  test('takes a place as where it is, unless the place is all that is asked', () => {
    expect(waysOf('vård nässjö')).toEqual([['nässjö', 'place:06'], ['vård']]);
    expect(waysOf('nässjö')).toEqual([['nässjö']]);
  });

  test('counts a rare word as more telling than a common one', () => {
    const [tvist, vard] = plan('tvist vård').groups;
    expect(tvist?.rarity).toBeGreaterThan(vard?.rarity ?? 0);
  });

  const citation: CitedInQuery = {
    start: 0,
    end: 5,
    text: 'L 1:2',
    lexemes: ['law:1:2:4'],
    counterparts: [{ text: 'ny', lexeme: 'law:1:2' }],
    acts: ['law:9'],
  };

  test('with a law citation looks for the provision and what it is called today; its words are not searched for', () => {
    expect(waysOf('L 1:2 tvist', [citation])).toEqual([['law:1:2:4', 'law:1:2'], ['tvist']]);
    expect(plan('L 1:2', [citation]).notes).toEqual([{ kind: 'law', typed: 'L 1:2', also: ['ny'] }]);
  });

  test('with a law citation that nothing cites says so', () => {
    expect(plan('L 1:2', [{ ...citation, lexemes: ['law:7'], counterparts: [] }])).toEqual({
      groups: [],
      notes: [{ kind: 'unknown', typed: 'L 1:2' }],
    });
  });

  test('of a thousand words is read to its twenty-fourth', () => {
    expect(plan('tvist '.repeat(1000)).groups).toHaveLength(24);
  });
});
