import { type Consent, type ConsentRows, isYes, type Scope } from './consent.ts';
import { isSameGiver } from './kinds.ts';
import { countsAt, holdsAt, isBefore } from './period.ts';

/** Has it been said, and written down, by this moment? */
export function isSaid({ takenAt, recordedAt }: Pick<Consent, 'takenAt' | 'recordedAt'>, at: Temporal.Instant): boolean {
  return countsAt({ happenedAt: takenAt, recordedAt }, at);
}

/** Has the whole consent been taken back by this moment? */
export function isWithdrawn({ id }: Pick<Consent, 'id'>, { withdrawals }: ConsentRows, at: Temporal.Instant): boolean {
  return withdrawals.some((one) => one.consent === id && one.scope === undefined && counts(one, at));
}

/** Has this scope been taken back by name? Of an exclusion that lifts it: nothing else does before its end. */
export function isScopeWithdrawn(
  consent: Pick<Consent, 'id'>,
  scope: Pick<Scope, 'id'>,
  { withdrawals }: ConsentRows,
  at: Temporal.Instant,
): boolean {
  return withdrawals.some((one) => one.consent === consent.id && one.scope === scope.id && counts(one, at));
}

function counts({ at: happenedAt, recordedAt }: ConsentRows['withdrawals'][number], at: Temporal.Instant): boolean {
  return countsAt({ happenedAt, recordedAt }, at);
}

/**
 * Is it a yes that still stands: said, not taken back as a whole, and not followed by a no to the same question from the same giver? A no said at the same
 * moment wins. That somebody can no longer answer takes nothing back (OSL 12 kap. 2 §: it was given by one who could).
 */
export function stands(consent: Consent, rows: ConsentRows, at: Temporal.Instant): boolean {
  return (
    isSaid(consent, at) &&
    isYes(consent.answer) &&
    !isWithdrawn(consent, rows, at) &&
    !rows.consents.some((other) => isNoAfter(other, consent, at))
  );
}

function isNoAfter(other: Consent, consent: Consent, at: Temporal.Instant): boolean {
  return (
    other.answer === 'declined' &&
    other.plan === consent.plan &&
    other.kind === consent.kind &&
    isSameGiver(other.giver, consent.giver) &&
    isSaid(other, at) &&
    !isBefore(other.takenAt, consent.takenAt)
  );
}

/** Does the scope hold at this moment, by itself: within its period, and not taken back by name? */
export function scopeHolds(consent: Consent, scope: Scope, rows: ConsentRows, at: Temporal.Instant): boolean {
  return holdsAt(scope, at) && !isScopeWithdrawn(consent, scope, rows, at);
}
