import { describe, expect, test } from 'vitest';
import { type Actor, type Assignment, PUBLIC } from '../access/actor.ts';
import { type Role, roleNames } from '../access/roles.ts';
import { mayReadRecords, mayRegister } from './policies.ts';
import { responsibleOf, watchersOf } from './responsible.ts';

const login = {
  account: 'a',
  name: 'Alva Provdal',
  session: 's',
  secret: 'x',
  assurance: 'loa3',
  authenticatedAt: Temporal.Instant.from('2026-11-22T10:00:00Z'),
} as const;
type Place = {
  readonly kind: Assignment['organisation']['kind'];
  readonly county?: string;
  readonly municipality?: string;
  readonly body?: string;
};
const staff = (role: Role, { kind, county = '06', municipality, body }: Place): Actor => ({
  kind: 'staff',
  login,
  assignment: {
    id: 'm',
    role,
    organisation: { id: 'o', kind, name: 'x' },
    county,
    ...(municipality ? { municipality } : {}),
    ...(body ? { body } : {}),
  },
});
const owner = (...municipalities: string[]) => ({ county: '06', parties: ['region', ...municipalities] });
const group = responsibleOf(['strategigrupp']);
const parties = responsibleOf([]);
const FOLLOWERS: readonly Role[] = ['strategy-group', 'district-coordinator', 'political-body'];

describe('who may register a follow-up', () => {
  test.each(roleNames)('%s: in the body that the term names, only those who follow agreements up', (role) => {
    const sits = staff(role, { kind: 'region', body: 'strategigrupp' });
    expect(mayRegister(sits, 'follow-ups.register', owner('0604', '0686'), group)).toBe(FOLLOWERS.includes(role));
  });

  test.each(roleNames)('%s: where the term names the parties, only those who write for one', (role) => {
    const writes = staff(role, { kind: 'municipality', municipality: '0604', body: 'annat' });
    const may = role === 'strategy-group' || role === 'district-coordinator';
    expect(mayRegister(writes, 'follow-ups.register', owner('0604'), parties)).toBe(may);
    expect(mayRegister(writes, 'follow-ups.register', owner('0686'), parties)).toBe(false);
    expect(mayRegister(writes, 'follow-ups.register', owner('0604', '0686'), group)).toBe(false);
  });

  test('never who acts for a party that has left it, in a body or as a party', () => {
    const left = { county: '06', parties: ['0604'] };
    expect(mayRegister(staff('strategy-group', { kind: 'region', body: 'strategigrupp' }), 'follow-ups.register', left, group)).toBe(false);
    const writes = staff('strategy-group', { kind: 'municipality', municipality: '0686' });
    expect(mayRegister(writes, 'follow-ups.register', left, parties)).toBe(false);
    expect(mayRegister(writes, 'follow-ups.register', owner('0686'), parties)).toBe(true);
  });

  test('never somebody of another county, of no party, in another body, or who acts as nothing', () => {
    const others: Actor[] = [
      staff('strategy-group', { kind: 'region', county: '20', body: 'strategigrupp' }),
      staff('strategy-group', { kind: 'user-organisation', body: 'strategigrupp' }),
      staff('strategy-group', { kind: 'region', body: 'reko' }),
      staff('strategy-group', { kind: 'region' }),
      { kind: 'staff', login },
      { kind: 'individual', login },
      PUBLIC,
    ];
    for (const other of others) expect(mayRegister(other, 'follow-ups.register', owner('0604', '0686'), group)).toBe(false);
  });
});

test.each(roleNames)('%s reads records of the own county alone, and user organisations none', (role) => {
  const reader = staff(role, { kind: 'region' });
  expect([mayReadRecords(reader, '06'), mayReadRecords(reader, '20')]).toEqual([role !== 'user-organisation', false]);
});

describe('who is responsible', () => {
  test('are bodies, also of seats that are named, once each; else the parties', () => {
    expect(responsibleOf(['reko.chair', 'reko', 'each-party'])).toEqual({ bodies: ['reko'], parties: true });
    expect(responsibleOf([])).toEqual({ bodies: [], parties: true });
  });

  test('for the whole of an agreement: the bodies that its own terms name, and the parties only where there are none', () => {
    const terms = {
      adoption: [{ id: 'a', step: 'adopt' as const, by: ['each-party'], description: 'x', cites: ['a'] }],
      cadences: [],
      termination: { allowed: false, notice: ['radet'], cites: ['t'] },
    };
    expect(watchersOf(terms)).toEqual({ bodies: ['radet'], parties: false });
    expect(watchersOf({ ...terms, termination: undefined })).toEqual({ bodies: [], parties: true });
  });
});
