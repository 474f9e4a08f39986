import { describe, expect, test } from 'vitest';
import { readDay } from './day.ts';

describe('a day as a person writes it', () => {
  test.each(['1800-01-01', '2024-02-29', '2199-12-31'])('%s is a day', (text) => {
    expect(readDay(text)).toEqual({ day: text });
  });

  test.each([
    ['igår', 'not-a-date'],
    ['', 'not-a-date'],
    ['22/11 2026', 'not-a-date'],
    ['2026-1-1', 'not-a-date'],
    ['12026-01-01', 'not-a-date'],
    ['2026-11-22T00:00', 'not-a-date'],
    ['2026-02-31', 'no-such-day'],
    ['2025-02-29', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['2026-00-10', 'no-such-day'],
    ['2300-02-31', 'no-such-day'],
    ['1799-12-31', 'outside-years'],
    ['2200-01-01', 'outside-years'],
    ['0000-01-01', 'outside-years'],
  ])('%s is refused as %s', (text, fault) => {
    expect(readDay(text)).toEqual({ fault });
  });
});
