import { describe, expect, it } from 'vitest';
import type { Consent } from './consent.ts';
import { type Ask, covers, type Voice } from './covers.ts';
import { givenAsk, givenConsent, givenScope, givenWithdrawal, JUNE, MARCH, moment, rows } from './given-rows.ts';
import { consentKinds } from './kinds.ts';

const PERSON: readonly Voice[] = [[{ as: 'person' }]];
const APRIL = moment('2026-04-01T00:00:00Z');
const NO_UNIT = { unit: undefined };

function verdict(consents: readonly Consent[], ask: Ask = givenAsk(), at = APRIL, voices = PERSON): string {
  return covers(ask, rows(consents), voices, at).verdict;
}

describe('a consent to lift secrecy', () => {
  it('covers what it says, and names the scope that it rests on', () => {
    expect(covers(givenAsk(), rows([givenConsent()]), PERSON, APRIL)).toEqual({
      verdict: 'covered',
      ground: [{ consent: 'c1', scope: 's1' }],
    });
  });

  it.each([
    ['another plan', { plan: 'other' }],
    ['another organisation', { organisation: 'municipality' }],
    ['another unit', { unit: 'primary-care' }],
    ['the organisation as a whole', NO_UNIT],
    ['another kind of data', { dataKind: 'crisis' }],
    ['another purpose', { purpose: 'carrying-out' }],
    ['a unit that the permitted one went into', { unit: 'new', formerly: ['psychiatry'] }],
  ] as const)('never covers %s', (_, changes) => {
    expect(verdict([givenConsent()], givenAsk(changes))).toBe('uncovered');
  });

  it('covers any unit of an organisation that is named alone', () => {
    const whole = givenConsent({ scopes: [givenScope(NO_UNIT)] });
    expect([givenAsk(), givenAsk({ unit: 'primary-care' }), givenAsk(NO_UNIT)].map((ask) => verdict([whole], ask))).toEqual([
      'covered',
      'covered',
      'covered',
    ]);
  });

  it.each([
    ['the microsecond before it begins', MARCH.subtract({ microseconds: 1 }), 'uncovered'],
    ['at the moment it begins', MARCH, 'covered'],
    ['the microsecond before it ends', JUNE.subtract({ microseconds: 1 }), 'covered'],
    ['at the moment it ends', JUNE, 'uncovered'],
  ])('%s is read as half open', (_, at, expected) => {
    expect(verdict([givenConsent({ takenAt: moment('2026-02-01T00:00:00Z') })], givenAsk(), at)).toBe(expected);
  });

  it('covers nothing before it was given, nor before it was written down', () => {
    expect(verdict([givenConsent({ takenAt: JUNE })])).toBe('uncovered');
    expect(verdict([givenConsent({ recordedAt: JUNE })])).toBe('uncovered');
  });

  it('given in part covers that part', () => {
    expect(verdict([givenConsent({ answer: 'partly' })])).toBe('covered');
    expect(verdict([givenConsent({ answer: 'partly' })], givenAsk({ dataKind: 'goals' }))).toBe('uncovered');
  });

  it.each(consentKinds.filter((kind) => kind !== 'lift-secrecy'))('is not what a consent of kind %s is', (kind) => {
    expect(verdict([givenConsent({ kind })])).toBe('uncovered');
  });
});

describe('taking back', () => {
  const before = moment('2026-03-31T23:59:59.999999Z');
  const late = moment('2026-05-01T00:00:00Z');
  it.each([
    ['the whole consent', givenWithdrawal('2026-04-01T00:00:00Z')],
    ['the scope', givenWithdrawal('2026-04-01T00:00:00Z', { scope: 's1' })],
  ])('%s closes at that very microsecond, and not before', (_, withdrawal) => {
    const at = (moment: Temporal.Instant) => covers(givenAsk(), rows([givenConsent()], [withdrawal]), PERSON, moment).verdict;
    expect([at(before), at(APRIL)]).toEqual(['covered', 'uncovered']);
  });

  it('written down later with its true time leaves what was known until then as it was', () => {
    const later = givenWithdrawal('2026-04-01T00:00:00Z', { recordedAt: late });
    const at = (moment: Temporal.Instant) => covers(givenAsk(), rows([givenConsent()], [later]), PERSON, moment).verdict;
    expect([at(APRIL), at(late)]).toEqual(['covered', 'uncovered']);
  });

  it('a later no closes what the same giver opened, and a later yes opens anew', () => {
    const no = givenConsent({ id: 'c2', answer: 'declined', takenAt: moment('2026-03-15T00:00:00Z'), scopes: [] });
    const again = givenConsent({ id: 'c3', takenAt: moment('2026-03-20T00:00:00Z') });
    expect([verdict([givenConsent(), no]), verdict([givenConsent(), no, again])]).toEqual(['uncovered', 'covered']);
  });

  it('that somebody can no longer answer takes nothing back', () => {
    expect(
      verdict([givenConsent(), givenConsent({ id: 'c2', answer: 'cannot', takenAt: JUNE.subtract({ hours: 2000 }), scopes: [] })]),
    ).toBe('covered');
  });
});

describe('an exclusion', () => {
  const shut = givenScope({ id: 'x1', permits: false });
  const early = givenConsent({
    id: 'c0',
    takenAt: moment('2026-01-01T00:00:00Z'),
    scopes: [{ ...shut, from: moment('2026-01-01T00:00:00Z') }],
  });
  const late = givenConsent({ id: 'c2', takenAt: moment('2026-03-31T00:00:00Z'), scopes: [shut] });

  it.each([
    ['before', [early, givenConsent()]],
    ['after', [givenConsent(), late]],
    ['beside', [givenConsent({ scopes: [givenScope(), shut] })]],
  ])('said %s a permit beats it', (_, consents) => {
    expect(verdict(consents)).toBe('excluded');
  });

  it('beats also for whom nobody needed to ask', () => {
    expect(verdict([givenConsent(), { ...late, giver: { as: 'guardian', id: 'anna' } }])).toBe('excluded');
  });

  it('outlives the consent it came with, and is lifted by name alone', () => {
    const whole = givenWithdrawal('2026-03-31T12:00:00Z', { consent: 'c2' });
    const consents = [givenConsent(), late];
    expect(covers(givenAsk(), rows(consents, [whole]), PERSON, APRIL).verdict).toBe('excluded');
    expect(covers(givenAsk(), rows(consents, [{ ...whole, scope: 'x1' }]), PERSON, APRIL).verdict).toBe('covered');
  });

  it.each([
    ['a unit that the excluded one went into', { unit: 'new', formerly: ['psychiatry'] }],
    ['the organisation as a whole, where that unit would read too', NO_UNIT],
  ])('of one unit shuts out %s', (_, changes) => {
    expect(verdict([givenConsent({ scopes: [givenScope(NO_UNIT), shut] })], givenAsk(changes))).toBe('excluded');
  });

  it('of one unit leaves another open', () => {
    expect(verdict([givenConsent({ scopes: [givenScope(NO_UNIT), shut] })], givenAsk({ unit: 'primary-care' }))).toBe('covered');
  });
});

describe('whose yes', () => {
  const anna = givenConsent({ giver: { as: 'guardian', id: 'anna' } });
  const bo = givenConsent({ id: 'c2', giver: { as: 'guardian', id: 'bo' } });
  const both: readonly Voice[] = [[{ as: 'guardian', id: 'anna' }], [{ as: 'guardian', id: 'bo' }]];
  const helped: readonly Voice[] = [[{ as: 'person' }, { as: 'representative', id: 'cai' }]];
  const cai = givenConsent({ id: 'c3', giver: { as: 'representative', id: 'cai' } });

  it('of two guardians both must open it', () => {
    expect([[anna], [bo], [anna, bo]].map((said) => verdict(said, givenAsk(), APRIL, both))).toEqual(['uncovered', 'uncovered', 'covered']);
  });

  it('of nobody opens nothing', () => {
    expect(verdict([givenConsent(), anna, bo], givenAsk(), APRIL, [])).toBe('uncovered');
  });

  it('is not that of somebody who is not asked', () => {
    expect(verdict([anna], givenAsk(), APRIL, PERSON)).toBe('uncovered');
  });

  it('a representative may give, but never against the own no of the person, whichever came first', () => {
    const no = givenConsent({ id: 'c9', answer: 'declined', scopes: [], takenAt: moment('2026-02-01T00:00:00Z') });
    const taken = givenWithdrawal('2026-03-10T00:00:00Z');
    expect(verdict([cai], givenAsk(), APRIL, helped)).toBe('covered');
    expect(verdict([no, cai], givenAsk(), APRIL, helped)).toBe('uncovered');
    expect(covers(givenAsk(), rows([givenConsent(), cai], [taken]), helped, APRIL).verdict).toBe('uncovered');
  });
});
