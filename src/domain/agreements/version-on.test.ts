import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDays, textOn, versionToRead } from './version-on.ts';

type Held = {
  version: { label: string; from: string; to?: string };
  earlier: { label: string; from: string; to?: string; source: string }[];
};

const FIRST = Temporal.PlainDate.from('2001-01-01');
const dayAt = (offset: number) => FIRST.add({ days: offset });
const iso = (offset: number) => dayAt(offset).toString();

/** Versions one after another from the first day: how long each applies, and how many days without a text follow it. The last may be open. */
const histories = fc
  .record({
    lengths: fc.array(fc.record({ days: fc.integer({ min: 1, max: 900 }), gap: fc.integer({ min: 0, max: 40 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    open: fc.boolean(),
  })
  .map(({ lengths, open }) => {
    let at = 0;
    return lengths.map(({ days, gap }, index): Held => {
      const [from, to] = [iso(at), iso(at + days - 1)];
      at += days + gap;
      return { version: { label: String(index + 1), from, ...(open && index === lengths.length - 1 ? {} : { to }) }, earlier: [] };
    });
  });
/** From a year before the first version to long after the last. */
const days = fc.integer({ min: -365, max: 9000 });

describe('the text that applied on a day', () => {
  test('is on every day that of the one version that covers it, in whatever order the versions are given, and none when no version does', () => {
    fc.assert(
      fc.property(histories, days, fc.boolean(), (versions, offset, backwards) => {
        const day = dayAt(offset);
        const covering = versions.filter(({ version: { from, to } }) => from <= day.toString() && (!to || day.toString() <= to));
        const found = textOn(backwards ? versions.toReversed() : versions, day);
        expect(covering.length).toBeLessThanOrEqual(1);
        expect(found).toEqual(covering[0] ? { kind: 'held', version: covering[0] } : { kind: 'none' });
      }),
    );
  });

  test('is exactly one on every day from the first version on, when the versions follow one another without a gap and the last is open', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 5 }), fc.integer({ min: 0, max: 9000 }), (lengths, offset) => {
        const starts = [0, ...lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length))];
        const versions = starts.map((start, index): Held => {
          const next = starts[index + 1];
          return { version: { label: String(index), from: iso(start), ...(next === undefined ? {} : { to: iso(next - 1) }) }, earlier: [] };
        });
        const last = starts.findLastIndex((start) => start <= offset);
        expect(textOn(versions, dayAt(offset))).toMatchObject({ kind: 'held', version: { version: { label: String(last) } } });
      }),
    );
  });

  test('is told, and never taken from another version, when only its dates are known', () => {
    const earlier = [{ label: 'Version 2', from: '2016-06-01', to: '2019-05-31', source: 'x' }];
    const versions: Held[] = [{ version: { label: '3', from: '2021-07-01' }, earlier }];
    const at = (day: string) => textOn(versions, Temporal.PlainDate.from(day));
    expect(at('2016-05-31')).toEqual({ kind: 'none' });
    for (const day of ['2016-06-01', '2019-05-31']) expect(at(day)).toMatchObject({ kind: 'not-held', label: 'Version 2' });
    expect([at('2019-06-01'), at('2021-06-30')]).toEqual([{ kind: 'none' }, { kind: 'none' }]);
    expect(at('2021-07-01')).toMatchObject({ kind: 'held' });
  });
});

describe('the version to read on a day', () => {
  test('is the one that applies whenever one does, and else one that is there', () => {
    fc.assert(
      fc.property(histories, days, (versions, offset) => {
        const day = dayAt(offset);
        const text = textOn(versions, day);
        const read = versionToRead(versions, day);
        if (text.kind === 'held') expect(read).toBe(text.version);
        expect(versions).toContain(read);
      }),
    );
  });
});

describe('the last day of a version', () => {
  test('is the day before the next begins, also of one that said no end, and its own where that comes first', () => {
    const versions = [
      { from: '2027-01-01' },
      { from: '2025-01-01' },
      { from: '2020-01-01', to: '2023-06-30' },
      { from: '2016-01-01', to: '2020-12-31' },
    ];
    expect(lastDays(versions)).toEqual([undefined, '2026-12-31', '2023-06-30', '2019-12-31']);
  });

  test('is the day before the text of the next is the one to read', () => {
    const versions: Held[] = ['2020-01-01', '2027-01-01'].map((from, index) => ({ version: { label: String(index), from }, earlier: [] }));
    const [end] = lastDays(versions.map(({ version }) => version));
    const at = (day: Temporal.PlainDate) => textOn(versions, day);
    const day = Temporal.PlainDate.from(end ?? '');
    expect([at(day), at(day.add({ days: 1 }))]).toMatchObject([{ version: versions[0] }, { version: versions[1] }]);
  });
});
