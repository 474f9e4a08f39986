import { describe, expect, test } from 'vitest';
import type { Actor, Assignment } from '../access/actor.ts';
import { type Role, roleNames } from '../access/roles.ts';
import { type LackOwner, lackAbilities, mayDoToLack, mayPointOut, mayReadLack } from './policies.ts';
import { type BodyState, bodyStates, noticeActNames, noticeActs, noticeBodies, noticeFault, noticeProcessOf } from './process.ts';

const SAID: Record<BodyState, readonly ('received' | 'answered')[]> = { sent: [], received: ['received'], answered: ['answered'] };
const processIn = (one: BodyState, other: BodyState, withdrawn = false) =>
  noticeProcessOf(
    ['council', 'network'],
    [...SAID[one].map((kind) => ({ body: 'council', kind })), ...SAID[other].map((kind) => ({ body: 'network', kind }))],
    withdrawn,
  );
const every = bodyStates.flatMap((one) =>
  bodyStates.flatMap((other) => [false, true].map((withdrawn) => [one, other, withdrawn] as const)),
);

test('the bodies are those of the agreement: a body behind a seat, never each party, and none where it has no such order', () => {
  const cites = ['a.b'];
  expect(noticeBodies({ termination: { allowed: false, notice: ['network', 'council.chair', 'each-party'], cites } })).toEqual([
    'network',
    'council',
  ]);
  expect(noticeBodies({})).toEqual([]);
  expect(noticeBodies({ termination: { allowed: true, notice: [], cites } })).toEqual([]);
});

describe('what was pointed out', () => {
  test.each(every)('to bodies that are %s and %s, taken back: %s, is where its acts have it', (one, other, withdrawn) => {
    const process = processIn(one, other, withdrawn);
    expect([...process.bodies.values()]).toEqual([one, other]);
    expect(process.state).toBe(withdrawn ? 'withdrawn' : one === 'answered' && other === 'answered' ? 'answered' : 'open');
  });

  const cases = every.flatMap((state) => noticeActNames.map((act) => [act, ...state] as const));
  test.each(cases)('%s is refused unless the table has it, with bodies %s and %s, taken back: %s', (act, one, other, withdrawn) => {
    const process = processIn(one, other, withdrawn);
    const { in: states, body } = noticeActs[act];
    const allowed = (states as readonly string[]).includes(process.state) && (!body || (body as readonly string[]).includes(one));
    expect(noticeFault(process, act, 'council') === undefined).toBe(allowed);
    if (body && process.state === 'open') expect(noticeFault(process, act, 'elsewhere')?.code).toBe('not-asked-body');
  });
});

const owner: LackOwner = { county: '20', organisation: 'town', aboutOrganisations: ['region'], bodies: ['council', 'network'] };

function actorOf(role: Role, organisation: string, body?: string, county = '20'): Actor {
  const kind = organisation === 'region' ? 'region' : organisation === 'private' ? 'private-provider' : 'municipality';
  const assignment: Assignment = {
    id: 'a',
    role,
    organisation: { id: organisation, kind, name: '' },
    county,
    municipality: kind === 'municipality' ? '2084' : undefined,
    body,
  };
  const login = {
    account: 'x',
    name: 'X',
    session: 's',
    secret: '00',
    assurance: 'loa3',
    authenticatedAt: Temporal.Instant.from('2026-11-22T11:00:00Z'),
  } as const;
  return { kind: 'staff', login, assignment };
}

describe('who may', () => {
  test.each(roleNames)('as %s: speak for the party, or for the body that they act in, and nothing else', (role) => {
    const speaks = ['registrar', 'quality-manager', 'strategy-group', 'political-body'].includes(role);
    const sits = ['strategy-group', 'political-body'].includes(role);
    expect(mayPointOut(actorOf(role, 'town'))).toBe(speaks);
    expect(mayPointOut(actorOf(role, 'private'))).toBe(false);
    expect(mayDoToLack(actorOf(role, 'town'), 'non-compliance.withdraw', owner)).toBe(speaks);
    expect(mayDoToLack(actorOf(role, 'region'), 'non-compliance.withdraw', owner)).toBe(false);
    for (const act of ['non-compliance.receive', 'non-compliance.answer'] as const) {
      expect(mayDoToLack(actorOf(role, 'other', 'council'), act, owner)).toBe(sits);
      expect(mayDoToLack(actorOf(role, 'other', 'elsewhere'), act, owner)).toBe(false);
      expect(mayDoToLack(actorOf(role, 'town'), act, owner)).toBe(false);
      expect(mayDoToLack(actorOf(role, 'other', 'council', '06'), act, owner)).toBe(false);
    }
  });

  test('read it: the party, those it is about and the bodies, and no other party of the county', () => {
    expect(['town', 'region', 'other'].map((organisation) => mayReadLack(actorOf('registrar', organisation), owner))).toEqual([
      true,
      true,
      false,
    ]);
    expect(mayReadLack(actorOf('political-body', 'other', 'council'), owner)).toBe(true);
    expect(mayReadLack(actorOf('registrar', 'town', undefined, '06'), owner)).toBe(false);
  });

  test('is offered exactly what is allowed', () => {
    const process = processIn('received', 'sent');
    expect([...lackAbilities(actorOf('political-body', 'other', 'council'), owner, process)]).toEqual(['non-compliance.answer']);
    expect([...lackAbilities(actorOf('registrar', 'town'), owner, process)]).toEqual(['non-compliance.withdraw']);
  });
});
