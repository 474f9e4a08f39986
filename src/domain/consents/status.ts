import type { Consent, ConsentRows } from './consent.ts';
import { type ConsentKind, type ConsentStatus, type Giver, isSameGiver } from './kinds.ts';
import { isBefore } from './period.ts';
import { isSaid, isScopeWithdrawn, isWithdrawn, stands } from './standing.ts';

/** Whose answer to which question. `ends`: the moment their say ends (a guardian's at the child's 18th birthday, a representative's with the assignment). */
export type AskedOf = {
  readonly plan: string;
  readonly kind: ConsentKind;
  readonly giver: Giver;
  readonly ends?: Temporal.Instant | undefined;
};

/**
 * How the consent of one giver stands at a moment. A yes that stands wins over what else was said; else the last word tells. `partly`: they said yes to some
 * of it, or have taken back some of it. `expired`: all that it opened has ended, or their say has.
 */
export function consentStatus(rows: ConsentRows, asked: AskedOf, at: Temporal.Instant): ConsentStatus {
  const said = rows.consents
    .filter(({ plan, kind, giver }) => plan === asked.plan && kind === asked.kind && isSameGiver(giver, asked.giver))
    .filter((consent) => isSaid(consent, at))
    .toSorted(inOrder);
  const last = said.at(-1);
  if (!last) return 'not-asked';
  const yes = said.findLast((consent) => stands(consent, rows, at) && opensStill(consent, rows, at));
  if (yes) {
    if (asked.ends && !isBefore(at, asked.ends)) return 'expired';
    const whole = yes.answer === 'given' && !yes.scopes.some((scope) => scope.permits && isScopeWithdrawn(yes, scope, rows, at));
    return whole ? 'given' : 'partly';
  }
  if (last.answer === 'declined') return 'declined';
  if (last.answer === 'cannot') return 'cannot-consent';
  return isTakenBack(last, rows, at) ? 'withdrawn' : 'expired';
}

/** By when it was given, then by when it was written down; of two at once, the no is the last word. */
function inOrder(one: Consent, other: Consent): number {
  return (
    Temporal.Instant.compare(one.takenAt, other.takenAt) ||
    Number(one.answer === 'declined') - Number(other.answer === 'declined') ||
    Temporal.Instant.compare(one.recordedAt, other.recordedAt)
  );
}

/** Only a consent to lift secrecy is for a time: it lasts as long as something that it opens, now or later. */
function opensStill(consent: Consent, rows: ConsentRows, at: Temporal.Instant): boolean {
  if (consent.kind !== 'lift-secrecy') return true;
  return consent.scopes.some((scope) => scope.permits && isBefore(at, scope.until) && !isScopeWithdrawn(consent, scope, rows, at));
}

function isTakenBack(consent: Consent, rows: ConsentRows, at: Temporal.Instant): boolean {
  const permits = consent.scopes.filter((scope) => scope.permits);
  return isWithdrawn(consent, rows, at) || (permits.length > 0 && permits.every((scope) => isScopeWithdrawn(consent, scope, rows, at)));
}
