import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_POSTINGS, PostingsWriter, placesIn, readPostings } from './postings.ts';

const entry = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 30 }),
  strength: fc.integer({ min: 1, max: 255 }),
  places: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
});
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 60 }).map((all) => all.sort((a, b) => a.id - b.id));

describe('postings', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const writer = new PostingsWriter();
        for (const { id, strength, places } of all) writer.add(id, strength, places);
        const read = readPostings(writer.packed(), writer.entries);
        expect([...read.ids].map((id, at) => ({ id, strength: read.strengths[at], places: read.places[at] }))).toEqual(all);
        for (const { id, places } of all) expect(placesIn(read, id)).toBe(places);
      }),
    );
  });

  test('of a lexeme that nothing holds say that it stands nowhere', () => {
    expect(placesIn(NO_POSTINGS, 1)).toBe(0);
  });
});
