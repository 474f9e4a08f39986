import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, type DatedWording } from './history.ts';

const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
const worded = (id: string, number: number, minute: number, dropped = false): DatedWording => ({ id, number, dropped, at: at(minute) });
const said = (changes: ReturnType<typeof changesBetween<DatedWording>>) =>
  changes.map((one) => [one.change, 'now' in one ? one.now.id : one.before.id]);

describe('what changed between two moments', () => {
  const wordings = [
    worded('a', 1, 1),
    worded('b', 1, 2),
    worded('a', 2, 5),
    worded('b', 2, 6, true),
    worded('c', 1, 7),
    worded('d', 1, 7),
    worded('d', 2, 8, true),
  ];

  test('is everything that holds when there was nothing before', () => {
    expect(said(changesBetween(wordings, undefined, at(4)))).toEqual([
      ['added', 'a'],
      ['added', 'b'],
    ]);
  });

  test('is what came, was worded anew and was taken out; what came and went is no change', () => {
    expect(said(changesBetween(wordings, at(4), at(9)))).toEqual([
      ['changed', 'a'],
      ['dropped', 'b'],
      ['added', 'c'],
    ]);
    expect(changesBetween(wordings, at(9), at(20))).toEqual([]);
  });

  test('always leads from what held to what holds', () => {
    const some = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), minute: fc.integer({ min: 0, max: 20 }), dropped: fc.boolean() }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (rows, one, other) => {
        const counts = new Map<string, number>();
        const all = rows
          .toSorted((a, b) => a.minute - b.minute)
          .map(({ id, minute, dropped }) => {
            counts.set(id, (counts.get(id) ?? 0) + 1);
            return worded(id, counts.get(id) ?? 1, minute, dropped);
          });
        const [from, until] = [Math.min(one, other), Math.max(one, other)];
        const heldAt = (minute: number) =>
          new Map(
            changesBetween(all, undefined, at(minute)).flatMap((each) => ('now' in each ? [[each.now.id, each.now.number] as const] : [])),
          );
        const reached = heldAt(from);
        for (const each of changesBetween(all, at(from), at(until))) {
          if (each.change === 'dropped') reached.delete(each.before.id);
          else reached.set(each.now.id, each.now.number);
        }
        expect(Object.fromEntries(reached)).toEqual(Object.fromEntries(heldAt(until)));
      }),
    );
  });
});
