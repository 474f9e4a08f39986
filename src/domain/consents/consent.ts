import { z } from 'zod';
import { type Refusal, refuse } from '../refusal.ts';
import { type ConsentAnswer, consentAnswers, consentKinds, consentMethods, dataKinds, purposes } from './kinds.ts';
import { isBefore, laterBy, Moment } from './period.ts';

/** The longest that one scope may reach. The law has no figure: a consent is for a time, and this is our own limit for what a time is. */
export const LONGEST_MONTHS = 24;

/**
 * What a consent to lift secrecy opens, or with `permits: false` shuts: who may read × which part × for what × when. All but the unit must be said, so that a
 * general consent cannot be expressed (OSL 12 kap. 2 §: wholly or partly; the person says to whom and what).
 */
export const NewScope = z.strictObject({
  organisation: z.uuid(),
  /** One unit of the organisation; absent = any. */
  unit: z.uuid().optional(),
  dataKind: z.enum(dataKinds),
  purpose: z.enum(purposes),
  permits: z.boolean(),
  from: Moment,
  until: Moment,
});
export type NewScope = z.output<typeof NewScope>;

const GiverShape = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('person') }),
  z.strictObject({ as: z.literal('guardian'), id: z.uuid() }),
  z.strictObject({ as: z.literal('representative'), id: z.uuid() }),
]);

/** An answer as it is written down. `evidence`: where it is documented; `invited`: the actor from outside, of that kind of consent alone. */
export const NewConsent = z.strictObject({
  kind: z.enum(consentKinds),
  answer: z.enum(consentAnswers),
  method: z.enum(consentMethods),
  giver: GiverShape,
  takenAt: Moment,
  evidence: z.string().trim().min(1).max(200),
  invited: z.uuid().optional(),
  scopes: z.array(NewScope).max(500).default([]),
});
export type NewConsent = z.output<typeof NewConsent>;

export type Scope = NewScope & { readonly id: string };

/** A consent as kept. `takenAt`: when it was given; `recordedAt`: when it was written down, before which nobody could act on it. */
export type Consent = Pick<NewConsent, 'kind' | 'answer' | 'giver' | 'takenAt'> & {
  readonly id: string;
  readonly plan: string;
  readonly recordedAt: Temporal.Instant;
  readonly scopes: readonly Scope[];
};

/** Something taken back: the whole consent, or one scope of it. It closes from `at`, and recalls nothing that was delivered before. */
export type Withdrawal = {
  readonly consent: string;
  readonly scope?: string | undefined;
  readonly at: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
};

/** All that has been said of consents, for one plan or more. */
export type ConsentRows = { readonly consents: readonly Consent[]; readonly withdrawals: readonly Withdrawal[] };

/** Is the answer a yes, whole or in part? */
export function isYes(answer: ConsentAnswer): boolean {
  return answer === 'given' || answer === 'partly';
}

type ConsentFault = Refusal<
  | 'consent-taken-later'
  | 'method-not-of-giver'
  | 'invited-not-of-kind'
  | 'scope-not-of-kind'
  | 'scope-missing'
  | 'permit-in-refusal'
  | 'scope-ends-before-start'
  | 'scope-too-long'
>;

/**
 * Everything that is wrong with an answer as written; empty = it can be kept. A consent to lift secrecy says what it lifts, another kind lifts nothing; a no
 * permits nothing, though it may shut something by name; a scope ends after it begins, within 24 months by the Swedish calendar (params: scope, counted from 0; months).
 */
export function consentFaults(consent: NewConsent, now: Temporal.Instant): ConsentFault[] {
  const { kind, answer, method, giver, invited, scopes, takenAt } = consent;
  const permits = scopes.some((scope) => scope.permits);
  const lifts = kind === 'lift-secrecy';
  return [
    ...(isBefore(now, takenAt) ? [refuse('consent-taken-later')] : []),
    ...((method === 'representative') === (giver.as === 'representative') ? [] : [refuse('method-not-of-giver')]),
    ...(kind !== 'invite-outside' && invited !== undefined ? [refuse('invited-not-of-kind')] : []),
    ...(!lifts && scopes.length > 0 ? [refuse('scope-not-of-kind')] : []),
    ...(lifts && isYes(answer) && !permits ? [refuse('scope-missing')] : []),
    ...(lifts && !isYes(answer) && permits ? [refuse('permit-in-refusal')] : []),
    ...scopes.flatMap(scopeFaults),
  ];
}

function scopeFaults({ from, until }: NewScope, scope: number): ConsentFault[] {
  if (!isBefore(from, until)) return [refuse('scope-ends-before-start', { scope })];
  return isBefore(laterBy(from, { months: LONGEST_MONTHS }), until) ? [refuse('scope-too-long', { scope, months: LONGEST_MONTHS })] : [];
}
