import { expect, test } from 'vitest';
import { isConfirmationOld } from './confirmation.ts';

test.each([
  ['2026-05-22', '2026-05-22', false],
  ['2026-05-22', '2026-11-22', false],
  ['2026-05-22', '2026-11-23', true],
  // The last day of a month has no namesake in every other: then the last day there is counts.
  ['2025-08-31', '2026-02-28', false],
  ['2025-08-31', '2026-03-01', true],
])('what was confirmed %s is old on %s: %s', (confirmed, on, old) => {
  expect(isConfirmationOld(confirmed, Temporal.PlainDate.from(on))).toBe(old);
});
