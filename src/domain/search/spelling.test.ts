import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slips, slipsAllowed } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

describe('slips between words', () => {
  test.each([
    ['missburk', 'missbruk', 1],
    ['abstinnens', 'abstinens', 1],
    ['abstinenns', 'abstinens', 1],
    ['sip', 'sip', 0],
    ['orosanmalan', 'orosanmälan', 1],
    ['tvist', 'trist', 1],
    ['plan', 'vård', 4],
  ])('%s and %s: %i', (a, b, count) => {
    expect(slips(a, b, 5)).toBe(count);
  });

  test('are as many either way, none only between the same words, and never said to be fewer than they are', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (a, b, most) => {
        const all = slips(a, b, 20);
        expect(slips(b, a, 20)).toBe(all);
        expect(all === 0).toBe(a === b);
        expect(Math.min(slips(a, b, most), most + 1)).toBe(Math.min(all, most + 1));
      }),
    );
  });

  test('are allowed in long words, never in short ones', () => {
    expect([3, 4, 7, 8].map(slipsAllowed)).toEqual([0, 1, 1, 2]);
  });
});
