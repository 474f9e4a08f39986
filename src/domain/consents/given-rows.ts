import type { Consent, ConsentRows, Scope, Withdrawal } from './consent.ts';
import type { Ask } from './covers.ts';

/** A moment from the start of it: `2026-03-01T12:00:00.000001Z`. */
export const moment = (text: string) => Temporal.Instant.from(text);

export const MARCH = moment('2026-03-01T00:00:00Z');
export const JUNE = moment('2026-06-01T00:00:00Z');

/** One permit for the psychiatric unit of the region to read needs while planning, from March until June. */
export function givenScope(changes: Partial<Scope> = {}): Scope {
  return {
    id: 's1',
    organisation: 'region',
    unit: 'psychiatry',
    dataKind: 'needs',
    purpose: 'planning',
    permits: true,
    from: MARCH,
    until: JUNE,
    ...changes,
  };
}

/** The person's consent to lift secrecy, given on 1 March and written down at once. */
export function givenConsent(changes: Partial<Consent> = {}): Consent {
  const takenAt = changes.takenAt ?? MARCH;
  return {
    id: 'c1',
    plan: 'plan',
    kind: 'lift-secrecy',
    answer: 'given',
    giver: { as: 'person' },
    recordedAt: takenAt,
    scopes: [givenScope()],
    ...changes,
    takenAt,
  };
}

/** Something taken back, and written down at once. */
export function givenWithdrawal(at: string, changes: Partial<Withdrawal> = {}): Withdrawal {
  return { consent: 'c1', at: moment(at), recordedAt: moment(at), ...changes };
}

export const rows = (consents: readonly Consent[], withdrawals: readonly Withdrawal[] = []): ConsentRows => ({ consents, withdrawals });

/** The psychiatric unit would read needs while planning. */
export function givenAsk(changes: Partial<Ask> = {}): Ask {
  return { plan: 'plan', organisation: 'region', unit: 'psychiatry', dataKind: 'needs', purpose: 'planning', ...changes };
}
