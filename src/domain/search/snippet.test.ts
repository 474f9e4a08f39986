import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPlaces } from './best-text.ts';
import { markText, worthMost } from './marks.ts';
import { placeOf } from './presence.ts';
import type { Group } from './query-plan.ts';
import { snippetOf } from './snippet.ts';
import { wordsOf } from './words.ts';

const groups: Group[] = [
  {
    typed: 'vård',
    alternatives: [
      { lexemes: ['vård'], factor: 1 },
      { lexemes: ['skadligt', 'bruk'], factor: 0.3 },
    ],
    rarity: 2,
  },
  { typed: 'plan', alternatives: [{ lexemes: ['plan'], factor: 1 }], rarity: 3 },
];
const spansOf = (text: string) => wordsOf(text).map(({ word, start, end }) => ({ start, end, lexemes: [word] }));
const marked = (text: string) => markText(spansOf(text), groups, false);
const markedWords = (text: string) => marked(text).marks.map(({ start, end }) => text.slice(start, end));

describe('marks', () => {
  test('are on words that answer, and on a phrase only when all of it is there', () => {
    expect(markedWords('Vård och bruk')).toEqual(['Vård']);
    expect(markedWords('Vid skadligt bruk')).toEqual(['skadligt', 'bruk']);
  });

  test('are worth most where the rarest words are; the first text wins among equals', () => {
    expect(worthMost(['ingen', 'vård', 'en plan', 'en plan till'].map(marked))).toBe(2);
    expect(worthMost([])).toBe(0);
  });

  test('point out the same texts as the index does', () => {
    const word = fc.constantFrom('vård', 'skadligt', 'bruk', 'plan', 'annat');
    fc.assert(
      fc.property(
        fc.array(
          fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
          { minLength: 1, maxLength: 6 },
        ),
        (texts) => {
          const placesOf = (lexeme: string) =>
            texts.reduce((bits, text, index) => (text.split(' ').includes(lexeme) ? bits | placeOf(index) : bits), 0);
          const bits = bestPlaces(groups, placesOf, false);
          const worths = texts.map((text) => marked(text).worth);
          const most = Math.max(...worths);
          expect(texts.map((_, index) => (bits & placeOf(index)) !== 0)).toEqual(worths.map((worth) => most > 0 && worth === most));
        },
      ),
    );
  });
});

describe('a snippet', () => {
  const text = fc
    .array(fc.constantFrom('vård', 'plan', 'enligt', '<b>', '&amp;', '🙂', 'överenskommelsen'), { maxLength: 90 })
    .map((words) => words.join(' '));

  test('is a piece of the text, cut between words, and never longer than it should be', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const shown = snippetOf(whole, marked(whole).marks)
          .map((piece) => piece.text)
          .join('');
        const inside = shown.replace(/^… /, '').replace(/ …$/, '');
        expect(whole.includes(inside)).toBe(true);
        expect(shown.length).toBeLessThan(250);
        expect(shown.isWellFormed()).toBe(true);
        if (whole.length <= 200) expect(shown).toBe(whole);
      }),
    );
  });

  test('marks just the hits', () => {
    expect(snippetOf('Vård enligt plan.', marked('Vård enligt plan.').marks)).toEqual([
      { text: 'Vård', hit: true },
      { text: ' enligt ', hit: false },
      { text: 'plan', hit: true },
      { text: '.', hit: false },
    ]);
  });

  test('of a long text shows the hit', () => {
    const long = `${'ord '.repeat(200)}plan ${'ord '.repeat(200)}`;
    expect(snippetOf(long, marked(long).marks).some(({ text: piece, hit }) => hit && piece === 'plan')).toBe(true);
  });
});
