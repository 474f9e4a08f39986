import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffActor } from '../access/actor.ts';
import { type OrganisationKind, roleNames, roles } from '../access/roles.ts';
import { accountsSeen, mayAssign } from './policies.ts';

const kinds: readonly OrganisationKind[] = ['region', 'municipality', 'private-provider', 'user-organisation'];
const owner = fc.record({ id: fc.constantFrom('o1', 'o2'), kind: fc.constantFrom(...kinds), county: fc.constantFrom('06', '20') });
const login = {
  account: 'a',
  name: 'A',
  session: 's',
  secret: '00',
  assurance: 'loa3' as const,
  authenticatedAt: Temporal.Instant.from('2026-11-22T08:00:00Z'),
};
const actor = fc
  .record({ role: fc.constantFrom(...roleNames), at: owner, unit: fc.option(fc.constantFrom('u1', 'u2'), { nil: undefined }) })
  .map(({ role, at: { id, kind, county }, unit }): StaffActor => {
    const place = unit === undefined ? {} : { unit: { id: unit, name: unit } };
    return { kind: 'staff', login, assignment: { id: 'm', role, organisation: { id, kind, name: id }, county, ...place } };
  });
const what = fc.constantFrom('access.give-assignment' as const, 'access.end-assignment' as const);

test('a role is given and ended by the own administrator alone, by the county’s in joint bodies and at those with nobody above them', () => {
  fc.assert(
    fc.property(actor, what, fc.constantFrom(...roleNames), owner, (by, permission, role, organisation) => {
      const acting = by.assignment;
      const ofOrganisation = acting?.role === 'system-administrator' && acting.organisation.id === organisation.id;
      const ofCounty = acting?.role === 'county-administrator' && acting.county === organisation.county;
      const underCounty = ['private-provider', 'user-organisation'].includes(organisation.kind);
      const expected = roles[role].within === 'body' ? ofCounty : ofOrganisation || (ofCounty && underCounty);
      expect(mayAssign(by, permission, role, organisation)).toBe(expected);
    }),
  );
});

test('the public, an individual and somebody who has not chosen what to act as assign nothing', () => {
  fc.assert(
    fc.property(what, fc.constantFrom(...roleNames), owner, (permission, role, organisation) => {
      expect(mayAssign({ kind: 'public' }, permission, role, organisation)).toBe(false);
      expect(mayAssign({ kind: 'individual', login }, permission, role, organisation)).toBe(false);
      expect(mayAssign({ kind: 'staff', login }, permission, role, organisation)).toBe(false);
    }),
  );
});

test('a unit manager sees the accounts of the own unit at the own organisation, and of no other', () => {
  fc.assert(
    fc.property(actor, owner, (by, organisation) => {
      fc.pre(by.assignment?.role === 'unit-manager');
      const unit = by.assignment?.unit?.id;
      const own = by.assignment?.organisation.id === organisation.id && unit !== undefined;
      expect(accountsSeen(by, organisation)).toEqual(own ? { unit } : undefined);
    }),
  );
});
