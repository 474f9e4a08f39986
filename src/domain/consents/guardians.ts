import type { Voice } from './covers.ts';
import type { ConsentKind, Giver } from './kinds.ts';
import { comesOfAge, decidesAt, type Maturity } from './maturity.ts';
import { holdsAt, isBefore, type Period } from './period.ts';
import { mayRepresent, type Representative } from './representatives.ts';

/**
 * A guardian of the child. `custody`: when they have had custody (FB 6 kap.); `concealed`: when secrecy holds towards them, since the child would suffer considerable
 * harm if they were told, or another provision says so (OSL 12 kap. 3 §, 26 kap. 2 §).
 */
export type Guardian = { readonly id: string; readonly custody: readonly Period[]; readonly concealed: readonly Period[] };

/** Whom a plan is about, as far as it decides who answers for consent. `born` is unknown for some; then nobody can be said to answer. */
export type Subject = {
  readonly born: Temporal.PlainDate | undefined;
  readonly guardians: readonly Guardian[];
  readonly maturities: readonly Maturity[];
  readonly representatives: readonly Representative[];
};

/** Why it cannot be said whose yes is needed: a stop to be seen and acted on, never a way around. */
export type VoiceStop = 'age-unknown' | 'maturity-not-assessed' | 'no-guardian-to-ask';

/** Whose yes is needed, or why that cannot be said. */
export type Voices = { readonly voices: readonly Voice[] } | { readonly stop: VoiceStop };

/**
 * Whose yes is needed at a moment. An adult's own, or that of a representative whose assignment holds consent. A child's by the judgement of maturity: each guardian
 * with custody (FB 6 kap. 11 and 13 §§: both, when there are two), the child as well, or the child alone. Age alone never decides, and a guardian towards whom secrecy holds
 * is not asked. `always`: kinds of consent that a county's routine asks the guardians for whatever the maturity. At 18 the guardians' say ends with the day before.
 */
export function voicesOf(subject: Subject, kind: ConsentKind, at: Temporal.Instant, always: readonly ConsentKind[] = []): Voices {
  const { born, representatives, maturities } = subject;
  if (born === undefined) return { stop: 'age-unknown' };
  if (!isBefore(at, comesOfAge(born))) {
    const speaking = representatives.filter((one) => mayRepresent(one, 'consent', at));
    return { voices: [[{ as: 'person' }, ...speaking.map(({ id }) => ({ as: 'representative', id }) as const)]] };
  }
  const decides = decidesAt(maturities, at);
  if (decides === undefined) return { stop: 'maturity-not-assessed' };
  const child: Voice[] = decides === 'guardians' ? [] : [[{ as: 'person' }]];
  if (decides === 'child' && !always.includes(kind)) return { voices: child };
  const asked = subject.guardians.filter((guardian) => isAsked(guardian, at)).map(({ id }): Voice => [{ as: 'guardian', id }]);
  return asked.length === 0 && decides !== 'child' ? { stop: 'no-guardian-to-ask' } : { voices: [...asked, ...child] };
}

/** Everybody but the person whose answer can be written down now: guardians with custody towards whom no secrecy holds, representatives whose assignment holds consent. */
export function answerersOf({ born, guardians, representatives }: Subject, at: Temporal.Instant): Giver[] {
  const isChild = born === undefined || isBefore(at, comesOfAge(born));
  return isChild
    ? guardians.filter((one) => isAsked(one, at)).map(({ id }): Giver => ({ as: 'guardian', id }))
    : representatives.filter((one) => mayRepresent(one, 'consent', at)).map(({ id }): Giver => ({ as: 'representative', id }));
}

/** Does a guardian have custody at a moment, and does secrecy hold towards them? */
export function guardianStands(
  { custody, concealed }: Guardian,
  at: Temporal.Instant,
): { readonly custody: boolean; readonly concealed: boolean } {
  return { custody: custody.some((period) => holdsAt(period, at)), concealed: concealed.some((period) => holdsAt(period, at)) };
}

function isAsked({ custody, concealed }: Guardian, at: Temporal.Instant): boolean {
  return custody.some((period) => holdsAt(period, at)) && !concealed.some((period) => holdsAt(period, at));
}

/**
 * What a guardian sees of the child's plan at a moment. Nothing after the 18th birthday has begun, without custody, or while secrecy holds towards them; and nothing by custody
 * alone where the child disposes of the secrecy alone, or nobody has judged who does (OSL 12 kap. 3 §: it holds towards guardians too).
 */
export type GuardianSight = { readonly sees: true } | { readonly sees: false; readonly because: GuardianBar };
type GuardianBar = 'age-unknown' | 'of-age' | 'no-custody' | 'concealed' | 'child-decides' | 'maturity-not-assessed';

/** Does this guardian see the plan at this moment, or why not? The reason is for the record, never for the guardian. */
export function guardianSees(subject: Subject, guardian: string, at: Temporal.Instant): GuardianSight {
  const bar = barOf(
    subject,
    subject.guardians.find(({ id }) => id === guardian),
    at,
  );
  return bar ? { sees: false, because: bar } : { sees: true };
}

function barOf({ born, maturities }: Subject, guardian: Guardian | undefined, at: Temporal.Instant): GuardianBar | undefined {
  if (born === undefined) return 'age-unknown';
  if (!isBefore(at, comesOfAge(born))) return 'of-age';
  if (!guardian?.custody.some((period) => holdsAt(period, at))) return 'no-custody';
  if (guardian.concealed.some((period) => holdsAt(period, at))) return 'concealed';
  const decides = decidesAt(maturities, at);
  if (decides === undefined) return 'maturity-not-assessed';
  return decides === 'child' ? 'child-decides' : undefined;
}
