import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_POSTINGS, type Postings, PostingsWriter, readPostings } from './postings.ts';
import type { Group } from './query-plan.ts';
import { Ranker } from './rank-entries.ts';

type Held = Record<string, Record<number, [strength: number, places: number]>>;

function indexOf(held: Held): (lexeme: string) => Postings {
  const packed = Object.entries(held).map(([lexeme, entries]): [string, Postings] => {
    const writer = new PostingsWriter();
    for (const [id, [strength, places]] of Object.entries(entries)) writer.add(Number(id), strength, places);
    return [lexeme, readPostings(writer.packed(), writer.entries)];
  });
  const index = new Map(packed);
  return (lexeme) => index.get(lexeme) ?? NO_POSTINGS;
}

const one = (lexeme: string, rarity = 1): Group => ({ typed: lexeme, alternatives: [{ lexemes: [lexeme], factor: 1 }], rarity });
const idsOf = (ranked: readonly { id: number }[]) => ranked.map(({ id }) => id);

describe('ranking', () => {
  const postings = indexOf({ a: { 1: [200, 1], 2: [100, 2], 4: [100, 2] }, b: { 2: [100, 2], 3: [255, 1], 4: [100, 4] } });
  const ranker = new Ranker(5);

  test('puts the entry that holds the word most strongly first, and the lower id first of equals', () => {
    expect(idsOf(ranker.rank({ groups: [one('a')], postings, most: 9 }).ranked)).toEqual([1, 2, 4]);
  });

  test('finds only what satisfies every group', () => {
    expect(ranker.rank({ groups: [one('a'), one('b')], postings, most: 9 })).toMatchObject({ total: 2, ranked: [{ id: 2 }, { id: 4 }] });
  });

  test('counts a rare word more than a common one when some is enough', () => {
    const question = { groups: [one('a', 0.1), one('b', 5)], postings, most: 9, widened: { least: 0 } };
    expect(idsOf(ranker.rank(question).ranked)[0]).toBe(3);
  });

  test('takes words that must stand together only where one text holds both', () => {
    const together = (apart?: number): Group => ({
      typed: 'a b',
      alternatives: [{ lexemes: ['a', 'b'], factor: 1, ...(apart ? { apart } : {}) }],
      rarity: 1,
    });
    expect(idsOf(ranker.rank({ groups: [together()], postings, most: 9 }).ranked)).toEqual([2]);
    expect(idsOf(ranker.rank({ groups: [together(0.5)], postings, most: 9 }).ranked)).toEqual([2, 4]);
  });

  test('leaves out what is not allowed', () => {
    const allowed = Uint8Array.from([1, 0, 1, 1, 1, 1]);
    expect(ranker.rank({ groups: [one('a')], postings, most: 9, allowed })).toMatchObject({ total: 2, ranked: [{ id: 2 }, { id: 4 }] });
  });

  test('answers nothing for nothing', () => {
    expect(ranker.rank({ groups: [], postings, most: 9 })).toEqual({ ranked: [], total: 0 });
  });

  const lexeme = fc.constantFrom('a', 'b', 'c');
  const held = fc.dictionary(
    lexeme,
    fc.dictionary(fc.integer({ min: 1, max: 30 }).map(String), fc.tuple(fc.integer({ min: 1, max: 255 }), fc.integer({ min: 0, max: 7 }))),
  );
  const group = fc
    .array(
      fc.record({
        lexemes: fc.uniqueArray(lexeme, { minLength: 1 }),
        factor: fc.constantFrom(0.3, 1),
        apart: fc.constantFrom(0, 0.5),
        wide: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((alternatives): Group => ({ typed: '', alternatives, rarity: 1 }));

  test('widened loses nothing that satisfied everything; a shorter list is the beginning of the longer; asking twice, or on from a place, gives the same', () => {
    fc.assert(
      fc.property(held, fc.array(group, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 30 }), (entries, groups, most) => {
        const all = { groups, postings: indexOf(entries as Held), most: 30 };
        const own = new Ranker(30);
        const exact = own.rank(all);
        const wide = own.rank({ ...all, widened: { least: 0 } });
        expect(idsOf(wide.ranked)).toEqual(expect.arrayContaining(idsOf(exact.ranked)));
        expect(own.rank({ ...all, most }).ranked).toEqual(exact.ranked.slice(0, most));
        expect(own.rank(all)).toEqual(exact);
        for (const whole of [exact, wide]) {
          const widened = whole === wide ? { least: 0 } : undefined;
          const rest = own.rank({ ...all, widened, after: whole.ranked[most - 1] ?? { id: 0, score: 0 } });
          expect(rest).toEqual({ total: whole.total, ranked: whole.ranked.slice(most) });
        }
        expect(exact.ranked.every(({ score }) => score > 0)).toBe(true);
      }),
    );
  });
});
