import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween, mergeTexts } from './live-lines.ts';

const text = fc
  .array(fc.constantFrom('vård', 'stöd', 'för', 'den', 'unga', '.', '\n', ' ', '- '), { maxLength: 40 })
  .map((parts) => parts.join(''));

function applied(before: string, after: string): string {
  let made = '';
  let at = 0;
  for (const edit of editsBetween(before, after)) {
    made += before.slice(at, edit.at) + edit.inserted;
    at = edit.at + edit.removed;
  }
  return made + before.slice(at);
}

describe('what differs between two texts', () => {
  test('makes the one into the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, after)).toBe(after);
      }),
    );
  });

  test('is still told when they have next to nothing in common', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(5000));
    expect(applied(before ?? '', after ?? '')).toBe(after);
  });
});

describe('two who have written from the same text', () => {
  test('never lose what only one of them has changed', () => {
    fc.assert(
      fc.property(text, text, (base, mine) => {
        expect([mergeTexts(base, base, mine), mergeTexts(base, mine, base)]).toEqual([mine, mine]);
      }),
    );
  });

  test('get what both have written alike once', () => {
    fc.assert(
      fc.property(text, text, (base, both) => {
        expect(mergeTexts(base, both, both)).toBe(both);
      }),
    );
  });

  test.each([
    ['in different lines', 'Ett.\nTvå.', 'Ett nytt.\nTvå.', 'Ett.\nTvå nya.', 'Ett nytt.\nTvå nya.'],
    [
      'in different words of a line',
      'Vården ansvarar för stöd.',
      'Vården ansvarar alltid för stöd.',
      'Vården ansvarar för allt stöd.',
      'Vården ansvarar alltid för allt stöd.',
    ],
    ['a line each at the end', 'Ett.', 'Ett.\nMin.', 'Ett.\nDin.', 'Ett.\nMin.\nDin.'],
    ['where the other takes away', 'Ett två tre.', 'Ett tre.', 'Ett två och tre.', 'Ett och tre.'],
    ['another word each in the same place', 'Det är bra.', 'Det är gott.', 'Det är fint.', 'Det är gott fint.'],
  ])('get both: %s', (_what, base, theirs, mine, merged) => {
    expect(mergeTexts(base, theirs, mine)).toBe(merged);
  });
});
