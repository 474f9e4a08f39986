import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanQuery } from './clean-query.ts';

describe('a cleaned query', () => {
  test.each([
    ['  två   ord ', 'två ord'],
    ['a\u0000b\tc\nd', 'a b c d'],
    ['o\u0308ppenva\u030Ard', 'öppenvård'],
    ['sip\u200B\uFEFF', 'sip'],
    ['\uD800', ''],
    ['missbruk\uDC00', 'missbruk'],
    ['\u202Eliam', 'liam'],
  ])('of %j is %j', (typed, expected) => {
    expect(cleanQuery(typed)).toBe(expected);
  });

  test('never holds a control character, half a character or space at its ends, and is not changed by cleaning it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('\u0000', '\uD83D', '\u200B', 'å', ' ')), (text, odd) => {
        const clean = cleanQuery(odd.join(text));
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}]|^\s|\s$/u);
        expect(cleanQuery(clean)).toBe(clean);
      }),
    );
  });
});
