import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compoundParts, splitCompound } from './compounds.ts';

const LEXICON = new Set(
  'missbruk vård hem sjuk sjukvård hälsa sjuksköterska nivå beroende mottagning plan handling kvinna jour öppen'.split(' '),
);
const shown = (word: string) => splitCompound(word, LEXICON).map(({ part }) => part);

describe('a compound', () => {
  test.each([
    ['missbruksvård', ['missbruk', 'vård']],
    ['missbruksvårdens', ['missbruk', 'vård']],
    ['beroendemottagningen', ['beroende', 'mottagning']],
    ['hälsovård', ['hälsa', 'vård']],
    ['kvinnojouren', ['kvinna', 'jour']],
    ['sjuksköterskenivå', ['sjuksköterska', 'nivå']],
    ['handlingsplanerna', ['handling', 'plan']],
    ['hemsjukvård', ['hem', 'sjukvård']],
  ])('%s is %j', (word, parts) => {
    expect(shown(word)).toEqual(parts);
  });

  test('is also found by what its parts are made of', () => {
    expect(compoundParts('hemsjukvården', LEXICON)).toEqual(['hem', 'sjukvård', 'sjuk', 'vård']);
  });

  test.each(['missbruk', 'missbruket', 'vårdgivare', 'planet', 'hem', '', 'tvist'])('is not %j', (word) => {
    expect(shown(word)).toEqual([]);
  });

  const part = fc.constantFrom(...LEXICON);
  const linked = fc.tuple(part, fc.constantFrom('', 's', 'e')).map(([text, link]) => text + link);
  const compound = fc.tuple(fc.array(linked, { minLength: 1, maxLength: 4 }), part, fc.constantFrom('', 'en', 'ens', 'er', 'x'));

  test('put together again from its pieces is the word, and every piece begins as its part does', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          compound.map(([before, last, ending]) => before.join('') + last + ending),
          fc.string(),
        ),
        (word) => {
          const pieces = splitCompound(word, LEXICON);
          if (pieces.length > 0) expect(pieces.map(({ text }) => text).join('')).toBe(word);
          for (const piece of pieces) {
            expect(LEXICON.has(piece.part)).toBe(true);
            expect(piece.text.startsWith(piece.part.slice(0, -1))).toBe(true);
          }
          expect(pieces.length).not.toBe(1);
        },
      ),
    );
  });

  test('made of known parts, with or without a linking s, is always recognised', () => {
    const joined = fc.tuple(part, fc.constantFrom('', 's')).map(([text, link]) => text + link);
    fc.assert(
      fc.property(fc.array(joined, { minLength: 1, maxLength: 3 }), part, (before, last) => {
        expect(splitCompound(before.join('') + last, LEXICON).length).toBeGreaterThan(1);
      }),
    );
  });
});
