import { expect, test } from 'vitest';
import type { StaffActor } from '../access/actor.ts';
import { isOwnOrder } from './policies.ts';

const login = {
  account: 'mine',
  name: 'Namn',
  session: 's',
  secret: '00',
  assurance: 'loa3',
  authenticatedAt: Temporal.Instant.from('2026-11-22T11:00:00Z'),
} as const;
const actor: StaffActor = { kind: 'staff', login };

test('an order for a signature is nobody else’s', () => {
  expect(isOwnOrder(actor, { account: 'mine' })).toBe(true);
  expect(isOwnOrder(actor, { account: 'another' })).toBe(false);
  expect(isOwnOrder({ kind: 'public' }, { account: 'mine' })).toBe(false);
});
