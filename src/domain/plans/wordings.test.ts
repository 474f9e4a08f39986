import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latestWritten } from './parts.ts';
import { holding, latestOfSort } from './wordings.ts';

const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);

describe('what holds of something that is worded anew', () => {
  const wordings = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), number: fc.integer({ min: 1, max: 6 }), dropped: fc.boolean() }),
    {
      selector: ({ id, number }) => `${id}${number}`,
    },
  );

  test('is the highest number of each, unless that was dropped, in whatever order they are told', () => {
    fc.assert(
      fc.property(wordings, (all) => {
        const held = holding(all);
        expect(new Set(held.map(({ id }) => id)).size).toBe(held.length);
        for (const id of ['a', 'b', 'c']) {
          const last = all.filter((one) => one.id === id).toSorted((one, other) => other.number - one.number)[0];
          expect(held.find((one) => one.id === id)).toEqual(last?.dropped === false ? last : undefined);
        }
      }),
    );
  });
});

describe('what was said last', () => {
  test('of each sort holds, and of two at once the later told', () => {
    const said = [
      { sort: 'x', at: at(2), n: 1 },
      { sort: 'x', at: at(1), n: 2 },
      { sort: 'y', at: at(1), n: 3 },
      { sort: 'y', at: at(1), n: 4 },
    ];
    expect([...latestOfSort(said).values()].map(({ n }) => n)).toEqual([1, 4]);
  });

  test('in each voice of a part holds beside the other voices: staff never write over the person', () => {
    const written = [
      { part: 'questions', voice: 'own', at: at(1), text: 'mine' },
      { part: 'questions', voice: 'noted', at: at(2), text: 'noted' },
      { part: 'questions', voice: 'own', at: at(3), text: 'mine, later' },
    ] as const;
    expect(latestWritten(written).map(({ text }) => text)).toEqual(['mine, later', 'noted']);
  });
});
