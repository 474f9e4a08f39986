import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Succession, whoIsItOn } from './succession.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const merged: Succession[] = [
  { on: day('2024-01-01'), how: 'merge', from: 'a', to: 'm' },
  { on: day('2024-01-01'), how: 'merge', from: 'b', to: 'm' },
  { on: day('2026-01-01'), how: 'split', from: 'm', to: 'x' },
  { on: day('2026-01-01'), how: 'split', from: 'm', to: 'y' },
];

describe('who it is on a day', () => {
  test('is itself while it is, its successors after, through several steps', () => {
    expect(whoIsItOn('a', merged, day('2023-12-31'))).toEqual(['a']);
    expect(whoIsItOn('a', merged, day('2024-01-01'))).toEqual(['m']);
    expect(whoIsItOn('a', merged, day('2026-01-01'))).toEqual(['x', 'y']);
  });

  test('is what it came out of before it was', () => {
    expect(whoIsItOn('x', merged, day('2025-06-01'))).toEqual(['m']);
    expect(whoIsItOn('x', merged, day('2020-06-01'))).toEqual(['a', 'b']);
    expect(whoIsItOn('alone', merged, day('2020-06-01'))).toEqual(['alone']);
  });

  /** Any history: again and again two of those that are become one, or one becomes two. */
  const histories = fc.array(fc.record({ split: fc.boolean(), first: fc.nat(), second: fc.nat() }), { maxLength: 12 }).map((steps) => {
    const living = ['0', '1', '2', '3'];
    const successions: Succession[] = [];
    const births = new Map(living.map((id) => [id, day('2000-01-01')]));
    steps.forEach(({ split, first, second }, index) => {
      const on = day('2001-01-01').add({ months: index });
      const [one] = living.splice(first % living.length, 1);
      const other = split ? undefined : living.splice(second % Math.max(1, living.length), 1)[0];
      if (one === undefined) return;
      const made = split ? [`${index}a`, `${index}b`] : [`${index}m`];
      for (const to of made) {
        births.set(to, on);
        living.push(to);
        for (const from of [one, other]) if (from !== undefined) successions.push({ on, how: split ? 'split' : 'merge', from, to });
      }
    });
    return { successions, births };
  });

  test('answers both ways alike: whoever is the later one then, was the earlier one before', () => {
    fc.assert(
      fc.property(histories, ({ successions, births }) => {
        for (const [id, born] of births) {
          for (const later of whoIsItOn(id, successions, day('2100-01-01'))) expect(whoIsItOn(later, successions, born)).toContain(id);
        }
      }),
    );
  });

  test('names only those that are there on the day, whoever is asked about', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 200 }), ({ successions, births }, months) => {
        const on = day('2000-01-01').add({ months });
        for (const id of births.keys()) {
          for (const found of whoIsItOn(id, successions, on)) {
            expect(Temporal.PlainDate.compare(births.get(found) ?? on, on)).toBeLessThanOrEqual(0);
            expect(successions.some(({ from, on: ended }) => from === found && Temporal.PlainDate.compare(ended, on) <= 0)).toBe(false);
          }
        }
      }),
    );
  });
});
