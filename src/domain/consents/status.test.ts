import { describe, expect, it } from 'vitest';
import type { Consent, Withdrawal } from './consent.ts';
import { givenConsent, givenScope, givenWithdrawal, JUNE, MARCH, moment, rows } from './given-rows.ts';
import { consentStatuses } from './kinds.ts';
import { consentStatus } from './status.ts';

const APRIL = moment('2026-04-01T00:00:00Z');
const MAY = moment('2026-05-01T00:00:00Z');
const asked = { plan: 'plan', kind: 'lift-secrecy', giver: { as: 'person' } } as const;
const no = givenConsent({ id: 'c2', answer: 'declined', takenAt: APRIL, scopes: [] });
const cannot = givenConsent({ id: 'c2', answer: 'cannot', takenAt: APRIL, scopes: [] });
const two = givenConsent({ scopes: [givenScope(), givenScope({ id: 's2', dataKind: 'goals' })] });

type Told = readonly [string, string, readonly Consent[], (readonly Withdrawal[])?, Temporal.Instant?];
const told: readonly Told[] = [
  ['nothing said', 'not-asked', []],
  ['something said of another plan', 'not-asked', [givenConsent({ plan: 'other' })]],
  ['another kind of consent', 'not-asked', [givenConsent({ kind: 'make-plan', scopes: [] })]],
  ['something said later', 'not-asked', [givenConsent({ takenAt: JUNE })]],
  ['something written down later', 'not-asked', [givenConsent({ recordedAt: JUNE })]],
  ['a yes', 'given', [givenConsent()]],
  ['a yes to some', 'partly', [givenConsent({ answer: 'partly' })]],
  ['a yes of which one scope is taken back', 'partly', [two], [givenWithdrawal('2026-04-01T00:00:00Z', { scope: 's2' })]],
  ['a yes that is taken back', 'withdrawn', [two], [givenWithdrawal('2026-04-01T00:00:00Z')]],
  ['a yes whose only scope is taken back', 'withdrawn', [givenConsent()], [givenWithdrawal('2026-04-01T00:00:00Z', { scope: 's1' })]],
  ['a yes that is taken back later', 'given', [two], [givenWithdrawal('2026-05-01T00:00:00.000001Z')]],
  ['a no', 'declined', [no]],
  ['a no after a yes', 'declined', [givenConsent(), no]],
  ['a yes after a no', 'given', [no, givenConsent({ id: 'c3', takenAt: MAY })]],
  ['a yes and a no at the same moment', 'declined', [givenConsent({ takenAt: APRIL }), no]],
  ['a yes whose scopes have ended', 'expired', [givenConsent()], [], JUNE],
  ['a yes whose scopes have not begun', 'given', [givenConsent({ scopes: [givenScope({ from: moment('2026-05-20T00:00:00Z') })] })]],
  ['that the person cannot', 'cannot-consent', [cannot]],
  ['that the person no longer can, after a yes that stands', 'given', [givenConsent(), cannot]],
];

describe('how a consent stands', () => {
  it.each(told.map(([name, expected, consents, withdrawals, at]) => ({ name, expected, consents, withdrawals, at })))(
    '$name is $expected',
    ({ expected, consents, withdrawals = [], at = MAY }) => {
      expect(consentStatus(rows(consents, withdrawals), asked, at)).toBe(expected);
    },
  );

  it('has a case of every status here', () => {
    expect(consentStatuses.filter((status) => !told.some(([, expected]) => expected === status))).toEqual([]);
  });

  it('ends when the say of the giver does, at that moment', () => {
    const at = (moment: Temporal.Instant) => consentStatus(rows([givenConsent()]), { ...asked, ends: APRIL }, moment);
    expect([at(APRIL.subtract({ microseconds: 1 })), at(APRIL)]).toEqual(['given', 'expired']);
  });

  it('never ends by itself for a consent to make a plan', () => {
    const plan = givenConsent({ kind: 'make-plan', scopes: [], takenAt: MARCH });
    expect(consentStatus(rows([plan]), { ...asked, kind: 'make-plan' }, moment('2036-01-01T00:00:00Z'))).toBe('given');
  });

  it('is that of each guardian alone', () => {
    const anna = givenConsent({ giver: { as: 'guardian', id: 'anna' } });
    const of = (id: string) => consentStatus(rows([anna]), { ...asked, giver: { as: 'guardian', id } }, MAY);
    expect([of('anna'), of('bo')]).toEqual(['given', 'not-asked']);
  });
});
