import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingNumbers } from './missing-numbers.ts';

test('finds nothing missing in whole numbers, nor in an inbox that is empty', () => {
  expect(missingNumbers([1, 2, 3], 3)).toEqual([]);
  expect(missingNumbers([], 0)).toEqual([]);
});

test('finds what is missing at the beginning, in the middle and at the end', () => {
  expect(missingNumbers([2, 5], 7)).toEqual([
    { first: 1, last: 1 },
    { first: 3, last: 4 },
    { first: 6, last: 7 },
  ]);
});

test('numbers and gaps together are every number once, whatever is taken away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.func(fc.boolean()), (last, keep) => {
      const all = Array.from({ length: last }, (_, index) => index + 1);
      const kept = all.filter((number) => keep(number));
      const missing = missingNumbers(kept, last).flatMap((gap) =>
        Array.from({ length: gap.last - gap.first + 1 }, (_, index) => gap.first + index),
      );
      expect([...kept, ...missing].sort((a, b) => a - b)).toEqual(all);
    }),
  );
});
