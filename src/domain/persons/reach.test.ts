import { describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import { nameWords } from './name-words.ts';
import { abilitiesOn, mayAuthoriseProtected, mayOpenInEmergency, mayRead, mayReviewEmergency, maySeePlace } from './policy.ts';
import { reachOf, type Standing } from './reach.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const now = Temporal.Instant.from('2026-11-22T11:00:00Z');
const login = { account: 'a', name: 'A', session: 's', secret: '', assurance: 'loa3', authenticatedAt: now } as const;

function staff(role: Role, unit: string | undefined = 'u1', organisation = 'o1'): Actor {
  const at = { id: organisation, kind: 'municipality', name: '' } as const;
  return {
    kind: 'staff',
    login,
    assignment: { id: 'm', role, organisation: at, county: '06', ...(unit ? { unit: { id: unit, name: '' } } : {}) },
  };
}

const standing: Standing = {
  owner: 'o1',
  contacts: [],
  merged: [],
  shares: [],
  openings: [],
  own: false,
  authorised: false,
  blocked: false,
};
const day = (text: string) => Temporal.PlainDate.from(text);
const at = (actor: Actor, facts: Partial<Standing>) => reachOf(actor, { ...standing, ...facts }, { today, now });

describe('reach', () => {
  test('of a contact begins on its first day and is over on the day that it no longer holds', () => {
    const worker = staff('municipal-case-worker');
    const reads = (from: string, until?: string) =>
      mayRead(worker, at(worker, { contacts: [{ unit: 'u1', from: day(from), until: until === undefined ? undefined : day(until) }] }));
    expect([reads('2026-11-22'), reads('2026-11-23'), reads('2026-01-01', '2026-11-23'), reads('2026-01-01', '2026-11-22')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('is never by the unit alone, where the record is of another huvudman', () => {
    const worker = staff('municipal-case-worker', 'u1', 'o2');
    expect(mayRead(worker, at(worker, { contacts: [{ unit: 'u1', from: today }] }))).toBe(false);
  });

  test('by a share lets read and change nothing, and shows no protected address', () => {
    const worker = staff('regional-clinician', 'u2', 'o2');
    const reach = at(worker, { shares: [{ id: 's1', unit: 'u2', from: now }], protection: 'sekretessmarkering', authorised: true });
    expect(mayRead(worker, reach)).toBe(true);
    expect(Object.values(abilitiesOn(worker, reach)).some(Boolean)).toBe(false);
  });

  test('by an emergency is its account in its unit, until the moment it ends, and never past a block', () => {
    const worker = staff('regional-clinician', 'u2', 'o2');
    const opening = { account: 'a', unit: 'u2', from: now, until: now.add({ hours: 4 }) };
    expect(mayRead(worker, at(worker, { openings: [opening] }))).toBe(true);
    expect(mayRead(worker, at(worker, { openings: [opening], blocked: true }))).toBe(false);
    expect(mayRead(worker, at(worker, { openings: [{ ...opening, account: 'b' }] }))).toBe(false);
    expect(mayRead(worker, at(worker, { openings: [{ ...opening, from: now.subtract({ hours: 4 }), until: now }] }))).toBe(false);
  });

  test('needs a unit: an assignment without one reaches nobody', () => {
    const worker = staff('municipal-case-worker', '');
    expect(mayRead(worker, at(worker, { contacts: [{ unit: '', from: today }] }))).toBe(false);
  });
});

describe('explicit authorisation', () => {
  test('opens the address of somebody that the unit works with, and no record by itself', () => {
    const worker = staff('municipal-case-worker');
    const facts = { protection: 'skyddad-folkbokforing', authorised: true } as const;
    expect(maySeePlace(worker, at(worker, { ...facts, contacts: [{ unit: 'u1', from: today }] }))).toBe(true);
    expect(maySeePlace(worker, at(worker, facts))).toBe(false);
  });

  test('is given in the own organisation, by the one role that may, and never to oneself', () => {
    const manager = staff('quality-manager', '');
    expect(mayAuthoriseProtected(manager, { organisation: 'o1', account: 'b' })).toBe(true);
    expect(mayAuthoriseProtected(manager, { organisation: 'o1', account: 'a' })).toBe(false);
    expect(mayAuthoriseProtected(manager, { organisation: 'o2', account: 'b' })).toBe(false);
    expect(mayAuthoriseProtected(staff('system-administrator', ''), { organisation: 'o1', account: 'b' })).toBe(false);
  });
});

describe('an emergency', () => {
  test('is only for services that the law covers', () => {
    expect(mayOpenInEmergency(staff('regional-clinician'), { covered: true })).toBe(true);
    expect(mayOpenInEmergency(staff('regional-clinician'), { covered: false })).toBe(false);
    expect(mayOpenInEmergency(staff('coordinator'), { covered: true })).toBe(false);
  });

  test('is judged once, by a reviewer of the huvudman whose staff opened, never by who opened', () => {
    const reviewer = staff('log-reviewer', '');
    const opening = { organisation: 'o1', account: 'b', reviewed: false };
    expect(mayReviewEmergency(reviewer, opening)).toBe(true);
    for (const no of [{ organisation: 'o2' }, { account: 'a' }, { reviewed: true }])
      expect(mayReviewEmergency(reviewer, { ...opening, ...no })).toBe(false);
  });
});

test('a name is looked for by its words, and never by less than two letters', () => {
  expect(nameWords(' Anna-Karin  ÖST ')).toEqual(['anna', 'karin', 'öst']);
  expect(nameWords('a')).toEqual([]);
  expect(nameWords('.*')).toEqual([]);
});
