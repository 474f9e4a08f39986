import { expect, test } from 'vitest';
import { digestDue } from './digest-day.ts';

const at = (local: string) => {
  const due = digestDue(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant());
  return due && { ...due, day: due.day.toString() };
};

test('is due from seven in the morning, Swedish time, summer and winter', () => {
  expect(at('2026-11-24T06:59')).toBeUndefined();
  expect(at('2026-11-24T07:00')).toEqual({ day: '2026-11-24', weekly: false });
  expect(at('2026-07-07T06:59')).toBeUndefined();
  expect(at('2026-07-07T07:00')).toEqual({ day: '2026-07-07', weekly: false });
});

test('never on Saturdays, Sundays or holidays', () => {
  for (const day of ['2026-11-21', '2026-11-22', '2026-01-06', '2026-04-06', '2026-06-19', '2026-12-24']) {
    expect(at(`${day}T09:00`)).toBeUndefined();
  }
});

test('the weekly one comes on the first working day of the week, once', () => {
  expect(at('2026-11-23T08:00')?.weekly).toBe(true);
  expect(at('2026-11-24T08:00')?.weekly).toBe(false);
  // Easter Monday is off: Tuesday is the first.
  expect(at('2026-04-07T08:00')?.weekly).toBe(true);
  expect(at('2026-04-08T08:00')?.weekly).toBe(false);
});
