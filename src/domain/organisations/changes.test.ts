import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterChange, changeFrom, closeAfter } from './changes.ts';
import { endOfParts, endOfWhole } from './merge-and-split.ts';
import { heldOn, historyFault, type Period } from './period.ts';
import { seatFault } from './seat.ts';
import type { Unit } from './unit.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
type Named = Period & { readonly name: string };
const since2020: Named[] = [{ from: day('2020-01-01'), name: 'first' }];

describe('a change from a day', () => {
  test('keeps all that was before, and holds from its day on', () => {
    const change = changeFrom(since2020, day('2026-12-01'), { name: 'second' });
    if ('refused' in change) throw new Error(change.code);
    const history = afterChange(since2020, change);
    expect(heldOn(history, day('2026-11-30'))?.name).toBe('first');
    expect(heldOn(history, day('2026-12-01'))?.name).toBe('second');
  });

  test.each(['2020-01-01', '2019-12-31'])('is refused on %s, when the latest change is of 1 January 2020', (on) => {
    expect(changeFrom(since2020, day(on), { name: 'second' })).toMatchObject({
      code: 'change-not-after-last',
      params: { last: '2020-01-01' },
    });
  });

  test('is refused when the history has ended', () => {
    expect(changeFrom([{ from: day('2020-01-01'), to: day('2021-01-01'), name: 'first' }], day('2026-01-01'), {})).toMatchObject({
      code: 'already-closed',
    });
  });

  test('leaves a whole history, whatever is tried and in whatever order: no gap, no overlap, nothing of the past rewritten', () => {
    const tries = fc.array(fc.record({ months: fc.integer({ min: -20, max: 200 }), close: fc.boolean() }), { maxLength: 20 });
    fc.assert(
      fc.property(tries, (all) => {
        let history: Named[] = since2020;
        for (const [index, { months, close }] of all.entries()) {
          const on = day('2020-06-15').add({ months });
          const change = close && index % 5 === 4 ? closeAfter(history, on) : changeFrom(history, on, { name: String(index) });
          if ('refused' in change) continue;
          const before = heldOn(history, change.ends.to);
          history = afterChange(history, change);
          expect(historyFault(history)).toBeUndefined();
          expect(heldOn(history, change.ends.to)?.name).toBe(before?.name);
        }
      }),
    );
  });

  test('a history is seen to be faulty when it is', () => {
    const one = (from: string, to?: string) => ({ from: day(from), ...(to ? { to: day(to) } : {}) });
    expect(historyFault([])).toBe('empty');
    expect(historyFault([one('2020-01-02', '2020-01-01')])).toBe('backwards');
    expect(historyFault([one('2020-01-01'), one('2021-01-01')])).toBe('overlap');
    expect(historyFault([one('2020-01-01', '2020-12-30'), one('2021-01-01')])).toBe('gap');
  });
});

function givenUnit(id: string, organisation = 'o', to?: string): Unit {
  const facts = { organisation, name: id, kind: 'k', serves: [], ages: { from: 0 }, contacts: [], confirmedOn: undefined, opening: '' };
  return { id, hsaId: undefined, county: '06', versions: [{ from: day('2020-01-01'), ...(to ? { to: day(to) } : {}), ...facts }] };
}

describe('a merge', () => {
  const on = day('2026-12-01');

  test('ends each part the day before', () => {
    const ends = endOfParts([givenUnit('a'), givenUnit('b')], on);
    if ('refused' in ends) throw new Error(ends.code);
    expect([...ends.values()].map(({ ends: { to } }) => to.toString())).toEqual(['2026-11-30', '2026-11-30']);
  });

  test('is refused of one unit, of the same twice, of several organisations, and of one that has closed', () => {
    expect(endOfParts([givenUnit('a')], on)).toMatchObject({ code: 'merge-needs-two' });
    expect(endOfParts([givenUnit('a'), givenUnit('a')], on)).toMatchObject({ code: 'merge-needs-two' });
    expect(endOfParts([givenUnit('a'), givenUnit('b', 'other')], on)).toMatchObject({ code: 'merge-of-several-organisations' });
    expect(endOfParts([givenUnit('a'), givenUnit('b', 'o', '2024-01-01')], on)).toMatchObject({ code: 'already-closed' });
  });
});

describe('a split', () => {
  test('is refused when it leaves the cases to nobody', () => {
    for (const cases of ['', 'East']) {
      expect(endOfWhole(givenUnit('a'), { names: ['North', 'South'], cases }, day('2026-12-01'))).toMatchObject({
        code: 'cases-go-nowhere',
      });
    }
  });

  test('is refused into one, and into two of the same name', () => {
    expect(endOfWhole(givenUnit('a'), { names: ['North'], cases: 'North' }, day('2026-12-01'))).toMatchObject({ code: 'split-needs-two' });
    expect(endOfWhole(givenUnit('a'), { names: ['North', ' north'], cases: 'North' }, day('2026-12-01'))).toMatchObject({
      code: 'same-name-twice',
    });
    expect(endOfWhole(givenUnit('a'), { names: ['North', 'South'], cases: ' south' }, day('2026-12-01'))).toMatchObject({
      ends: { to: day('2026-11-30') },
    });
  });
});

describe('a seat', () => {
  const seat = {
    id: '1',
    county: '06',
    body: 'reko',
    position: 'chair',
    organisation: 'o',
    holder: 'One',
    from: day('2026-01-01'),
    to: day('2026-12-31'),
  } as const;

  test('of the chair is one at a time; a member is one of many', () => {
    const next = { ...seat, id: '2', holder: 'Two' };
    expect(seatFault({ ...next, from: day('2026-12-31'), to: undefined }, [seat])).toMatchObject({
      code: 'seat-taken',
      params: { holder: 'One' },
    });
    expect(seatFault({ ...next, from: day('2027-01-01'), to: undefined }, [seat])).toBeUndefined();
    expect(seatFault({ ...next, position: 'member' }, [{ ...seat, position: 'member' }])).toBeUndefined();
  });

  test('is refused to who sits there then already, and when it ends before it begins', () => {
    expect(seatFault({ ...seat, id: '2', position: 'member', holder: 'one ' }, [seat])).toMatchObject({ code: 'seat-held-already' });
    expect(seatFault({ ...seat, to: day('2025-12-31') }, [])).toMatchObject({ code: 'ends-before-it-begins' });
  });
});
