import { describe, expect, test } from 'vitest';
import type { StatusGround } from '../agreements/ground.ts';
import { expiryWarnings } from './expiry-warnings.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
function ending(to: string | undefined, acts: readonly [StatusGround['acts'][number]['kind'], string][] = []): StatusGround {
  const terms = { validity: { from: '2021-07-01', ...(to ? { to } : {}), cites: ['v'] } } as unknown as StatusGround['terms'];
  const all = [['took-effect', '2021-07-01'] as const, ...acts];
  return { terms, acts: all.map(([kind, on]) => ({ kind, on, source: 't', certainty: 'source' })), unknown: [] };
}

describe('a warning that an agreement ends', () => {
  test.each([
    ['2023-06-29', undefined],
    ['2023-06-30', [12]],
    ['2023-12-29', [12]],
    ['2023-12-30', [12, 6]],
    ['2024-03-29', [12, 6]],
    ['2024-03-30', [12, 6, 3]],
    ['2024-05-29', [12, 6, 3]],
    ['2024-05-30', [12, 6, 3, 1]],
    ['2024-06-30', [12, 6, 3, 1]],
    ['2024-07-01', undefined],
  ])('on %s: the steps whose day has come', (on, months) => {
    expect(expiryWarnings(ending('2024-06-30'), day(on))?.months).toEqual(months);
  });

  test('says what is left: the nearest step, also when the days of others passed unseen', () => {
    expect(expiryWarnings(ending('2024-06-30'), day('2024-04-15'))).toEqual({ end: '2024-06-30', months: [12, 6, 3], nearest: 3 });
  });

  test('keeps to the end of a month that is shorter', () => {
    expect(expiryWarnings(ending('2024-08-31'), day('2024-02-28'))?.nearest).toBe(12);
    expect(expiryWarnings(ending('2024-08-31'), day('2024-02-29'))?.nearest).toBe(6);
  });

  test('is never given of what has no end, is withdrawn, or nobody has decided', () => {
    expect(expiryWarnings(ending(undefined), day('2024-06-01'))).toBeUndefined();
    expect(expiryWarnings(ending('2024-06-30', [['withdrawn', '2024-01-01']]), day('2024-06-01'))).toBeUndefined();
    expect(expiryWarnings({ ...ending('2024-06-30'), acts: [] }, day('2024-06-01'))).toBeUndefined();
  });
});
