import { expect, test } from 'vitest';
import { LiveClients, MOST_NUMBERS } from './live-clients.ts';

test('whoever uses a number first has it', () => {
  const clients = new LiveClients();
  expect([clients.claims(7, 'anna'), clients.claims(7, 'anna'), clients.claims(7, 'bo')]).toEqual([true, true, false]);
});

test('nobody can take so many numbers that there is no end to what is kept, and what they have they keep', () => {
  const clients = new LiveClients();
  for (let client = 1; client <= MOST_NUMBERS; client += 1) expect(clients.claims(client, 'anna')).toBe(true);
  expect(clients.claims(MOST_NUMBERS + 1, 'anna')).toBe(false);
  expect(clients.claims(1, 'anna')).toBe(true);
  expect(clients.claims(MOST_NUMBERS + 1, 'bo')).toBe(true);
});
