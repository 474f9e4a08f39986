import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Period } from '../counties/ids.ts';
import { extensionFrom } from './extension-form.ts';
import { periodFrom, recurrenceUnits, typedPeriod } from './recurrence-form.ts';
import { rowActorsFrom, rowNameFrom } from './row-form.ts';
import { chosenPlace, wholeNumber } from './typed-numbers.ts';

describe('a number that was typed', () => {
  test.each([
    ['12', 12],
    [' 7 ', 7],
    ['0', 0],
    ['', undefined],
    ['1e3', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['12345', undefined],
    ['tolv', undefined],
  ])('%j is %j', (typed, number) => {
    expect(wholeNumber(typed)).toBe(number);
  });

  test('as a place is first when nothing was chosen', () => {
    expect([chosenPlace('3'), chosenPlace(''), chosenPlace('-1')]).toEqual([3, -1, -1]);
  });
});

describe('how often something recurs', () => {
  test.each([
    ['P12M', { count: '12', unit: 'months' }],
    ['P1Y', { count: '1', unit: 'years' }],
    ['P1Y6M', { count: '18', unit: 'months' }],
    ['P2W', { count: '2', unit: 'weeks' }],
    ['P14D', { count: '14', unit: 'days' }],
    ['P1M14D', { count: '', unit: 'months' }],
  ] as const)('%s is shown as %j', (period, typed) => {
    expect(typedPeriod(period)).toEqual(typed);
  });

  test('is the same after it was shown and saved, letter for letter, whenever it can be shown', () => {
    const some = (letter: string) => fc.integer({ min: 1, max: 70 }).map((count) => `${count}${letter}`);
    const shown = fc.oneof(
      some('Y'),
      some('M'),
      some('W'),
      some('D'),
      fc.tuple(some('Y'), some('M')).map((both) => both.join('')),
    );
    fc.assert(
      fc.property(shown, (length) => {
        const period = `P${length}`;
        expect(periodFrom(typedPeriod(period), period)).toBe(period);
      }),
    );
  });

  test('is a period that an agreement can have, of as long as was typed, or is refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(1200).map(String), fc.string({ maxLength: 6 })), fc.constantFrom(...recurrenceUnits), (count, unit) => {
        const found = periodFrom({ count, unit });
        if (typeof found === 'string') {
          expect(Period.safeParse(found).success).toBe(true);
          expect(Temporal.Duration.from(found)[unit]).toBe(Number(count));
        } else expect(found.code).toBe('period-invalid');
      }),
    );
    for (const count of ['0', '', '1000']) expect(periodFrom({ count, unit: 'months' })).toMatchObject({ code: 'period-invalid' });
  });
});

describe('an extension', () => {
  test('has whole numbers within the limits of the term, and each condition once', () => {
    const typed = { months: '12', times: '1', requires: ['no-successor', 'no-successor'] as const };
    expect(extensionFrom({ ...typed })).toEqual({ months: 12, times: 1, requires: ['no-successor'] });
    expect(extensionFrom({ ...typed, months: '121' })).toMatchObject({
      code: 'number-out-of-range',
      params: { field: 'months', min: 1, max: 120 },
    });
    expect(extensionFrom({ ...typed, times: '' })).toMatchObject({
      code: 'number-out-of-range',
      params: { field: 'times', min: 1, max: 10 },
    });
  });
});

describe('a row', () => {
  test('is called by letters in capitals and numbers, however it was typed', () => {
    expect([rowNameFrom('dal-15'), rowNameFrom(' JA-B1 ')]).toEqual(['DAL-15', 'JA-B1']);
    for (const typed of ['', 'DAL', '15', 'DAL 15', '-1']) expect(rowNameFrom(typed)).toMatchObject({ code: 'row-name-invalid' });
  });

  test('has those who do something, and somebody', () => {
    const pv = { actor: 'pv', role: 'main' };
    expect(rowActorsFrom([pv, { actor: 'som', role: '' }])).toEqual([pv]);
    expect(rowActorsFrom([{ actor: 'som', role: '' }])).toMatchObject({ code: 'no-actor' });
    expect(rowActorsFrom([{ actor: 'som', role: 'kung' }])).toMatchObject({ code: 'role-not-found', params: { actor: 'som' } });
  });
});
