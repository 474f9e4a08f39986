import { describe, expect, it } from 'vitest';
import { consentFaults, NewConsent } from './consent.ts';
import { dataKinds, purposes } from './kinds.ts';

const NOW = Temporal.Instant.from('2026-11-22T12:00:00Z');
const ID = '0196f5a0-0000-7000-8000-000000000001';
const scope = {
  organisation: ID,
  dataKind: 'needs',
  purpose: 'planning',
  permits: true,
  from: '2026-11-22T12:00:00+01:00',
  until: '2027-11-22T12:00:00+01:00',
};
const written = {
  kind: 'lift-secrecy',
  answer: 'given',
  method: 'oral',
  giver: { as: 'person' },
  takenAt: '2026-11-22T11:00:00Z',
  evidence: 'Journalanteckning 22 november',
  scopes: [scope],
};
const without = (key: string) => Object.fromEntries(Object.entries(scope).filter(([name]) => name !== key));
const codes = (changes: Record<string, unknown>) =>
  consentFaults(NewConsent.parse({ ...written, ...changes }), NOW).map(({ code }) => code);

describe('a general consent cannot be expressed', () => {
  it('while one that says everything can', () => {
    expect(codes({})).toEqual([]);
  });

  it.each(['organisation', 'dataKind', 'purpose', 'permits', 'from', 'until'])('a scope without %s is no scope', (key) => {
    expect(NewConsent.safeParse({ ...written, scopes: [without(key)] }).success).toBe(false);
  });

  it.each([
    ['every organisation', { organisation: 'all' }],
    ['several kinds of data at once', { dataKind: [...dataKinds] }],
    ['any kind of data', { dataKind: 'any' }],
    ['several purposes at once', { purpose: [...purposes] }],
    ['no end', { until: null }],
    ['something more', { everything: true }],
    ['a moment finer than what is kept', { until: '2027-11-22T12:00:00.0000001Z' }],
    ['a moment without a zone', { until: '2027-11-22T12:00:00' }],
  ])('a scope of %s is no scope', (_, changes) => {
    expect(NewConsent.safeParse({ ...written, scopes: [{ ...scope, ...changes }] }).success).toBe(false);
  });

  it('a yes to lift secrecy says what it lifts, and another kind lifts nothing', () => {
    expect(codes({ scopes: [] })).toEqual(['scope-missing']);
    expect(codes({ scopes: [{ ...scope, permits: false }] })).toEqual(['scope-missing']);
    expect(codes({ kind: 'make-plan' })).toEqual(['scope-not-of-kind']);
    expect(codes({ kind: 'personal-data' })).toEqual(['scope-not-of-kind']);
  });

  it.each([
    ['2028-11-22T12:00:00+01:00', []],
    ['2028-11-22T12:00:00.000001+01:00', ['scope-too-long']],
    ['2026-11-22T12:00:00+01:00', ['scope-ends-before-start']],
  ])('a scope until %s: %j', (until, expected) => {
    expect(codes({ scopes: [{ ...scope, until }] })).toEqual(expected);
  });

  it('24 months are of the Swedish calendar, also from summer time', () => {
    const summer = { from: '2026-03-29T03:30:00+02:00', until: '2028-03-29T03:30:00+02:00' };
    expect(codes({ scopes: [{ ...scope, ...summer }] })).toEqual([]);
    expect(codes({ scopes: [{ ...scope, ...summer, until: '2028-03-29T03:30:00+01:00' }] })).toEqual(['scope-too-long']);
  });
});

describe('an answer', () => {
  it.each([
    ['is refused when it is of tomorrow', { takenAt: '2026-11-22T12:00:00.000001Z' }, ['consent-taken-later']],
    ['that is a no permits nothing', { answer: 'declined' }, ['permit-in-refusal']],
    ['that is a no may shut something by name', { answer: 'declined', scopes: [{ ...scope, permits: false }] }, []],
    ['of somebody who cannot permits nothing', { answer: 'cannot' }, ['permit-in-refusal']],
    ['through a representative is not the person’s own', { method: 'representative' }, ['method-not-of-giver']],
    ['of a representative comes through one', { giver: { as: 'representative', id: ID } }, ['method-not-of-giver']],
    ['of a guardian is oral or written', { giver: { as: 'guardian', id: ID } }, []],
    ['about lifting secrecy invites nobody', { invited: ID }, ['invited-not-of-kind']],
    [
      'tells all that is wrong at once',
      { method: 'representative', scopes: [], invited: ID },
      ['method-not-of-giver', 'invited-not-of-kind', 'scope-missing'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  it.each([
    ['a guardian without saying which', { giver: { as: 'guardian' } }],
    ['nowhere documented', { evidence: ' ' }],
    ['of no kind', { kind: 'everything' }],
  ])('is never of %s', (_, changes) => {
    expect(NewConsent.safeParse({ ...written, ...changes }).success).toBe(false);
  });
});
