import { describe, expect, test } from 'vitest';
import { cadenceDates } from './cadence.ts';

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
  test('month ends do not drift', () => {
    const monthly = { ...cadence, every: 'P1M', starts: '2024-01-31' };
    expect(cadenceDates(monthly, [], day('2024-03-15')).next).toBe('2024-03-31');
  });
  test('nothing is expected after the agreement can no longer be valid', () => {
    expect(cadenceDates({ ...cadence, every: 'P36M' }, [], day('2030-01-01'), '2022-01-01')).toEqual({ id: 'u', state: 'ended' });
  });
});
