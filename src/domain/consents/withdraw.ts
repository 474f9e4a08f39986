import { type Refusal, refuse } from '../refusal.ts';
import { type Consent, type ConsentRows, isYes, type Scope } from './consent.ts';
import { isScopeWithdrawn, isWithdrawn } from './standing.ts';

/** What of a consent can still be taken back: every permit of a yes that was not taken back, and every exclusion, which is lifted by name alone. */
export function standingScopes(consent: Consent, rows: ConsentRows, at: Temporal.Instant): Scope[] {
  const whole = isWithdrawn(consent, rows, at);
  return consent.scopes.filter((scope) => !isScopeWithdrawn(consent, scope, rows, at) && !(whole && scope.permits));
}

/**
 * What is wrong with taking back a consent, or some scopes of it, at a moment; undefined = nothing. Refuses `consent-withdrawn` (all that is named was taken back
 * before), `consent-no-yes` (there is no yes to take back whole) and `scope-not-of-consent`.
 */
export function withdrawalFault(
  consent: Consent,
  scopes: readonly string[],
  rows: ConsentRows,
  at: Temporal.Instant,
): Refusal<'consent-withdrawn' | 'consent-no-yes' | 'scope-not-of-consent'> | undefined {
  if (scopes.length === 0) {
    if (!isYes(consent.answer)) return refuse('consent-no-yes');
    return isWithdrawn(consent, rows, at) ? refuse('consent-withdrawn') : undefined;
  }
  if (!scopes.every((id) => consent.scopes.some((scope) => scope.id === id))) return refuse('scope-not-of-consent');
  const standing = new Set(standingScopes(consent, rows, at).map(({ id }) => id));
  return scopes.every((id) => standing.has(id)) ? undefined : refuse('consent-withdrawn');
}
