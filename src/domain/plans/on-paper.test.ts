import { expect, test } from 'vitest';
import { paperFault } from './on-paper.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-22T12:00:00Z');
const recorded = at('2026-11-20T12:00:00Z');

test('what happened on paper happened before it was written down, and within two years', () => {
  expect(paperFault(at('2026-11-20T12:00:00Z'), recorded, now)).toBeUndefined();
  expect(paperFault(at('2024-11-22T12:00:00Z'), recorded, now)).toBeUndefined();
  expect(paperFault(at('2024-11-22T11:59:59Z'), recorded, now)?.code).toBe('happened-long-ago');
  expect(paperFault(at('2026-11-20T12:00:01Z'), recorded, now)?.code).toBe('happened-later');
  expect(paperFault(at('2026-11-22T12:00:01Z'), at('2026-11-22T13:00:00Z'), now)?.code).toBe('happened-later');
});
