import { describe, expect, it } from 'vitest';
import { type DisclosureDecision, disclosedBy, disclosureFaults } from './disclosure-decision.ts';
import { givenAsk, givenConsent, givenScope, JUNE, MARCH, moment, rows } from './given-rows.ts';
import { groundFor } from './ground.ts';

const APRIL = moment('2026-04-01T00:00:00Z');
const decision = (changes: Partial<DisclosureDecision> = {}): DisclosureDecision => ({
  id: 'd1',
  plan: 'plan',
  organisation: 'region',
  unit: 'psychiatry',
  dataKinds: ['needs', 'crisis'],
  from: MARCH,
  until: JUNE,
  decidedAt: MARCH,
  recordedAt: MARCH,
  ...changes,
});

describe('a decision to tell without consent', () => {
  it.each([
    ['what it names', {}, {}, 'd1'],
    ['another kind of data', {}, { dataKind: 'goals' }, undefined],
    ['another unit', {}, { unit: 'primary-care' }, undefined],
    ['the organisation as a whole', {}, { unit: undefined }, undefined],
    ['another plan', {}, { plan: 'other' }, undefined],
    ['a decision that has ended before its time', { endedAt: APRIL }, {}, undefined],
    ['a decision written down later', { recordedAt: JUNE }, {}, undefined],
  ] as const)('opens for %s', (_, changes, asking, expected) => {
    expect(disclosedBy(givenAsk(asking), [decision(changes)], APRIL)).toBe(expected);
  });

  it('holds from its first microsecond until its last', () => {
    const at = (moment: Temporal.Instant) => disclosedBy(givenAsk(), [decision()], moment) !== undefined;
    expect([MARCH.subtract({ microseconds: 1 }), MARCH, JUNE.subtract({ microseconds: 1 }), JUNE].map(at)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['of the days that one decision may reach', '2026-05-01T00:00:00+02:00', []],
    ['longer than that', '2026-05-01T00:00:00.000001+02:00', ['disclosure-too-long']],
    ['that ends as it begins', '2026-04-01T00:00:00+02:00', ['disclosure-ends-before-start']],
  ])('%s', (_, until, expected) => {
    const from = moment('2026-04-01T00:00:00+02:00');
    expect(disclosureFaults({ from, until: moment(until) }, { now: from, longestDays: 30 }).map(({ code }) => code)).toEqual(expected);
  });

  it('never reaches back to before it was taken', () => {
    expect(disclosureFaults({ from: MARCH, until: APRIL }, { now: APRIL, longestDays: 60 }).map(({ code }) => code)).toEqual([
      'disclosure-in-the-past',
    ]);
  });
});

describe('the ground for reading', () => {
  const voices = { voices: [[{ as: 'person' }]] } as const;
  const shut = givenConsent({ scopes: [givenScope(), givenScope({ id: 'x1', permits: false })] });

  it('is consent before a rule', () => {
    expect(groundFor(givenAsk(), { rows: rows([givenConsent()]), decisions: [decision()], voices }, APRIL).verdict).toBe('consent');
  });

  it('is a rule where the person has shut it, as the law goes before consent', () => {
    expect(groundFor(givenAsk(), { rows: rows([shut]), decisions: [decision()], voices }, APRIL)).toEqual({
      verdict: 'rule',
      decision: 'd1',
    });
    expect(groundFor(givenAsk(), { rows: rows([shut]), decisions: [], voices }, APRIL)).toEqual({ verdict: 'none', because: 'excluded' });
  });

  it('is never consent where it cannot be said whose yes is needed', () => {
    const stopped = { rows: rows([givenConsent()]), decisions: [], voices: { stop: 'maturity-not-assessed' } } as const;
    expect(groundFor(givenAsk(), stopped, APRIL)).toEqual({ verdict: 'none', because: 'maturity-not-assessed' });
    expect(groundFor(givenAsk(), { ...stopped, decisions: [decision()] }, APRIL).verdict).toBe('rule');
  });
});
