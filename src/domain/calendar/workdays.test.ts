import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHoliday } from './holidays.ts';
import { addWorkdays, isWorkday, lastDayWithin, nextWorkday, runsOut } from './workdays.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => date('1990-01-01').add({ days }));
const few = fc.integer({ min: 1, max: 40 });
const { compare } = Temporal.PlainDate;

describe('working days', () => {
  test('are never Saturdays, Sundays or holidays', () => {
    fc.assert(
      fc.property(day, (any) => {
        if (any.dayOfWeek > 5 || isHoliday(any)) expect(isWorkday(any)).toBe(false);
      }),
    );
    expect(['2026-11-21', '2026-11-22', '2026-12-25', '2026-12-31'].map((text) => isWorkday(date(text)))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('are 251 in 2026: 261 weekdays less ten holidays and eves', () => {
    const all = Array.from({ length: 365 }, (_, days) => date('2026-01-01').add({ days }));
    expect(all.filter(({ dayOfWeek }) => dayOfWeek <= 5)).toHaveLength(261);
    expect(all.filter(isWorkday)).toHaveLength(251);
  });

  test.each([
    ['2026-11-20', '2026-11-23'],
    ['2026-12-23', '2026-12-28'],
    ['2026-12-30', '2027-01-04'],
    ['2026-04-02', '2026-04-07'],
    ['2026-06-18', '2026-06-22'],
  ])('the next after %s is %s', (from, to) => {
    expect(nextWorkday(date(from)).toString()).toBe(to);
  });

  test('the next is later, is one, and none lies between', () => {
    fc.assert(
      fc.property(day, (any) => {
        const next = nextWorkday(any);
        expect(compare(next, any)).toBe(1);
        expect(isWorkday(next)).toBe(true);
        for (let between = any.add({ days: 1 }); compare(between, next) < 0; between = between.add({ days: 1 }))
          expect(isWorkday(between)).toBe(false);
      }),
    );
  });

  test('counting is additive and can be undone from a working day', () => {
    fc.assert(
      fc.property(day, few, few, (any, a, b) => {
        expect(addWorkdays(addWorkdays(any, a), b).equals(addWorkdays(any, a + b))).toBe(true);
        const start = runsOut(any);
        expect(addWorkdays(addWorkdays(start, a), -a).equals(start)).toBe(true);
      }),
    );
  });

  test('counts exactly so many working days', () => {
    fc.assert(
      fc.property(day, few, (any, n) => {
        const end = addWorkdays(any, n);
        let counted = 0;
        for (let at = any.add({ days: 1 }); compare(at, end) <= 0; at = at.add({ days: 1 })) counted += isWorkday(at) ? 1 : 0;
        expect(counted).toBe(n);
      }),
    );
  });

  test('none is no step, and half a day is a fault', () => {
    expect(addWorkdays(date('2026-11-22'), 0).toString()).toBe('2026-11-22');
    expect(() => addWorkdays(date('2026-11-22'), 0.5)).toThrow(RangeError);
  });
});

describe('a time limit in law', () => {
  test.each([
    ['2026-11-21', '2026-11-23'],
    ['2026-06-06', '2026-06-08'],
    ['2026-06-19', '2026-06-22'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
    ['2026-05-14', '2026-05-15'],
    ['2026-11-23', '2026-11-23'],
  ])('that ends on %s runs out on %s', (ends, out) => {
    expect(runsOut(date(ends)).toString()).toBe(out);
  });

  test('never runs out before its last day, on a day off, or more than five days late', () => {
    fc.assert(
      fc.property(day, (any) => {
        const out = runsOut(any);
        expect(isWorkday(out)).toBe(true);
        expect(runsOut(out).equals(out)).toBe(true);
        expect(any.until(out, { largestUnit: 'day' }).days).toBeGreaterThanOrEqual(0);
        expect(any.until(out, { largestUnit: 'day' }).days).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('of months ends on the day of the same number, or the last of the month', () => {
    expect(lastDayWithin(date('2026-01-31'), { months: 1 }).toString()).toBe('2026-03-02');
    expect(lastDayWithin(date('2027-01-31'), { months: 3 }).toString()).toBe('2027-04-30');
    expect(lastDayWithin(date('2026-11-18'), { weeks: 1 }).toString()).toBe('2026-11-25');
    expect(lastDayWithin(date('2026-11-18'), { days: 3 }).toString()).toBe('2026-11-23');
    expect(lastDayWithin(date('2024-02-29'), { years: 1 }).toString()).toBe('2025-02-28');
  });
});
