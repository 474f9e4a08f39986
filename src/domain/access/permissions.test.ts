import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, PUBLIC } from './actor.ts';
import { conditionFor, type Grant, grants, isAboutPersons, may, needsStepUp, type Permission } from './permissions.ts';
import { type Role, roleNames } from './roles.ts';

const permissions = Object.keys(grants) as Permission[];
const login = {
  account: 'a',
  name: 'Alva Provdal',
  session: 's',
  secret: 'x',
  assurance: 'loa3',
  authenticatedAt: Temporal.Instant.from('2026-11-22T10:00:00Z'),
} as const;
const organisation = { id: 'o', kind: 'municipality', name: 'Aneby kommun' } as const;
const staff = (role: Role): Actor => ({ kind: 'staff', login, assignment: { id: 'm', role, organisation, county: '06' } });
const individual: Actor = { kind: 'individual', login };
const unassigned: Actor = { kind: 'staff', login };

describe('a permission', () => {
  test('is given to exactly those that its grant names', () => {
    fc.assert(
      fc.property(fc.constantFrom(...permissions), fc.constantFrom(...roleNames), (permission, role) => {
        const { to }: Grant = grants[permission];
        const named = typeof to === 'string' || to[role] !== undefined;
        expect(may(staff(role), permission)).toBe(named);
      }),
    );
  });

  test('about persons is never given to the public, to staff who act as nothing, nor on no condition', () => {
    for (const permission of permissions.filter(isAboutPersons)) {
      expect(may(PUBLIC, permission), permission).toBe(false);
      expect(may(unassigned, permission), permission).toBe(false);
      for (const role of roleNames) expect(conditionFor(staff(role), permission), permission).not.toBe('always');
    }
  });

  test('to see persons is not among what a system administrator, a strategy group or a user organisation has', () => {
    for (const role of ['system-administrator', 'county-administrator', 'strategy-group', 'political-body', 'user-organisation'] as const) {
      expect(
        permissions
          .filter((permission) => permission === 'persons.read' || permission === 'persons.find')
          .filter((one) => may(staff(role), one)),
        role,
      ).toEqual([]);
    }
  });

  test('to choose what to act as is had by whoever has logged in, and by nobody else', () => {
    expect([PUBLIC, unassigned, individual].map((actor) => may(actor, 'access.choose-assignment'))).toEqual([false, true, true]);
  });

  test('to give somebody an assignment takes a fresh login', () => {
    expect(needsStepUp('access.give-assignment')).toBe(true);
    expect(needsStepUp('agreements.read')).toBe(false);
  });
});
