import { describe, expect, test } from 'vitest';
import { isFresh, sessionExpiry } from './session-life.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-22T${text}Z`);

describe('a session', () => {
  test('lasts thirty minutes from its last use, and never longer than ten hours', () => {
    expect(sessionExpiry(at('08:00:00'), at('08:00:00')).toString()).toBe('2026-11-22T08:30:00Z');
    expect(sessionExpiry(at('08:00:00'), at('17:29:59')).toString()).toBe('2026-11-22T17:59:59Z');
    expect(sessionExpiry(at('08:00:00'), at('17:30:01')).toString()).toBe('2026-11-22T18:00:00Z');
  });

  test('is fresh enough for a sensitive act for ten minutes after the login', () => {
    expect(isFresh(at('08:00:00'), at('08:10:00'))).toBe(true);
    expect(isFresh(at('08:00:00'), at('08:10:01'))).toBe(false);
  });
});
