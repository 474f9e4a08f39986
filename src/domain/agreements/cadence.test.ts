import { describe, expect, test } from 'vitest';
import { cadenceDates, cadenceReading } from './cadence.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const yearly = {
  id: 'u',
  of: 'agreement',
  kind: 'follow-up',
  every: 'P12M',
  strength: 'must',
  by: [],
  starts: '2021-05-31',
  description: 'x',
  cites: ['v.a1'],
} as const;
const cadence = { ...yearly, by: [], cites: ['v.a1'] };
const followedUp = (on: string) => ({ kind: 'followed-up' as const, on, source: 't', certainty: 'source' as const });

describe('dates that follow from a cadence', () => {
  test('the first due day is one period after the start', () => {
    expect(cadenceDates(cadence, [], day('2021-06-01'))).toEqual({ id: 'u', state: 'due', next: '2022-05-31' });
  });
  test('it is soon ninety days before', () => {
    expect(cadenceDates(cadence, [], day('2022-03-02')).state).toBe('soon');
    expect(cadenceDates(cadence, [], day('2022-03-01')).state).toBe('due');
  });
  test('it is not overdue on the due day itself', () => {
    expect(cadenceDates(cadence, [], day('2022-05-31'))).toEqual({ id: 'u', state: 'soon', next: '2022-05-31' });
  });
  test('it is overdue the day after when nothing is recorded', () => {
    expect(cadenceDates(cadence, [], day('2022-06-01'))).toEqual({ id: 'u', state: 'overdue', missed: '2022-05-31', next: '2023-05-31' });
  });
  test('a recorded follow-up in the period meets it', () => {
    expect(cadenceDates(cadence, [followedUp('2022-05-31')], day('2022-06-01'))).toEqual({ id: 'u', state: 'due', next: '2023-05-31' });
  });
  test('a follow-up in an earlier period does not meet a later one', () => {
    expect(cadenceDates(cadence, [followedUp('2022-05-01')], day('2023-06-01')).missed).toBe('2023-05-31');
  });
  test('what is done late settles what was late, and not the next as well', () => {
    const late = [followedUp('2022-06-15')];
    expect(cadenceDates(cadence, late, day('2022-06-14')).state).toBe('overdue');
    expect(cadenceDates(cadence, late, day('2022-06-15'))).toEqual({ id: 'u', state: 'due', next: '2023-05-31' });
    expect(cadenceDates(cadence, late, day('2023-06-01')).missed).toBe('2023-05-31');
  });
  test('what is done in time moves the next due day on', () => {
    const early = [followedUp('2022-03-01')];
    expect(cadenceDates(cadence, early, day('2022-03-01'))).toEqual({ id: 'u', state: 'due', next: '2023-05-31' });
    expect(cadenceDates(cadence, early, day('2022-02-28'))).toEqual({ id: 'u', state: 'due', next: '2022-05-31' });
  });
  test('several that were missed are settled by one', () => {
    expect(cadenceDates(cadence, [followedUp('2025-08-01')], day('2025-08-02'))).toEqual({ id: 'u', state: 'due', next: '2026-05-31' });
  });
  test('at least so often runs from the last time', () => {
    const least = { ...cadence, every: 'P24M', strength: 'at-least' as const };
    expect(cadenceDates(least, [followedUp('2022-03-01')], day('2022-03-02')).next).toBe('2024-03-01');
    expect(cadenceDates(least, [followedUp('2022-03-01')], day('2024-03-02')).missed).toBe('2024-03-01');
  });
  test('what was done under another term of the same kind settles nothing', () => {
    const other = [{ ...followedUp('2022-03-01'), cadence: 'annan' }];
    expect(cadenceDates(cadence, other, day('2022-06-01')).missed).toBe('2022-05-31');
    expect(cadenceDates(cadence, [{ ...followedUp('2022-03-01'), cadence: 'u' }], day('2022-06-01')).missed).toBeUndefined();
  });
  test('month ends do not drift', () => {
    const monthly = { ...cadence, every: 'P1M', starts: '2024-01-31' };
    expect(cadenceDates(monthly, [], day('2024-03-15')).next).toBe('2024-03-31');
  });
  test('nothing is expected after the agreement can no longer be valid', () => {
    expect(cadenceDates({ ...cadence, every: 'P36M' }, [], day('2030-01-01'), '2022-01-01')).toEqual({ id: 'u', state: 'ended' });
  });
  test('what falls due between today and a day to come is not said to be missed', () => {
    const later = (acts: Parameters<typeof cadenceDates>[1]) =>
      cadenceDates(cadence, acts, day('2026-01-01'), undefined, day('2022-01-01'));
    expect(later([])).toEqual({ id: 'u', state: 'due', next: '2026-05-31' });
    expect(cadenceDates(cadence, [], day('2026-01-01'), undefined, day('2023-01-01')).missed).toBe('2022-05-31');
  });
});

describe('dates of an agreement whose last day is not known', () => {
  const on = day('2024-08-01');
  const revision = { ...cadence, every: 'P36M', starts: '2021-07-01' };

  test('are neither overdue nor not when that depends on the last day, and both outcomes are given', () => {
    expect(cadenceReading(revision, [], { on, today: on, lastDays: ['2024-06-30', '2025-06-30'] })).toEqual({
      id: 'u',
      state: 'unknown',
      outcomes: [
        { lastDay: '2024-06-30', state: 'ended' },
        { lastDay: '2025-06-30', state: 'overdue', missed: '2024-07-01' },
      ],
    });
  });

  test('are known when every last day gives the same', () => {
    expect(cadenceReading(revision, [], { on: day('2022-01-01'), today: on, lastDays: ['2025-06-30', '2026-06-30'] })).toEqual({
      id: 'u',
      state: 'due',
      next: '2024-07-01',
      outcomes: [],
    });
  });

  test('keep what is the same in every outcome', () => {
    const both = cadenceReading(cadence, [], { on, today: on, lastDays: ['2023-12-31', '2024-06-30'] });
    expect(both.state).toBe('overdue');
    expect(both.missed).toBeUndefined();
    expect(both.outcomes.map(({ missed }) => missed)).toEqual(['2023-05-31', '2024-05-31']);
  });

  test('have one outcome and no doubt when there is no end', () => {
    expect(cadenceReading(cadence, [], { on, today: on, lastDays: [] })).toEqual({ ...cadenceDates(cadence, [], on), outcomes: [] });
  });
});
