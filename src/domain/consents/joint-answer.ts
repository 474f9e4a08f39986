import type { ConsentRows } from './consent.ts';
import type { Voice } from './covers.ts';
import { type Subject, voicesOf } from './guardians.ts';
import type { ConsentKind, ConsentStatus, Giver } from './kinds.ts';
import { consentStatus } from './status.ts';

/**
 * What all whose yes is needed come to. `guardians-disagree` is a stop that must be seen: one says yes and another no (FB 6 kap. 13 §: they decide together; what is left is
 * a decision of socialnämnden by 13 a §, or a secrecy-breaking rule). `waiting`: who has still to answer; `cannot-consent`: only those who cannot.
 */
export type JointAnswer =
  | { readonly answer: 'given' | 'partly' | 'declined' | 'withdrawn' | 'cannot-consent' }
  | { readonly answer: 'waiting'; readonly waiting: readonly Voice[] }
  | { readonly answer: 'guardians-disagree'; readonly yes: readonly string[]; readonly no: readonly string[] }
  | { readonly answer: 'nobody-to-ask' };

type Question = { readonly plan: string; readonly kind: ConsentKind };

const YES: ReadonlySet<ConsentStatus> = new Set(['given', 'partly']);
const NO: ReadonlySet<ConsentStatus> = new Set(['declined', 'withdrawn']);

/** How the answers of all voices stand together at a moment. A no of anybody whose yes is needed is a no. */
export function jointAnswer(rows: ConsentRows, question: Question, voices: readonly Voice[], at: Temporal.Instant): JointAnswer {
  if (voices.length === 0) return { answer: 'nobody-to-ask' };
  const heard = voices.map((voice) => ({ voice, status: voiceStatus(rows, question, voice, at) }));
  const guardians = (of: ReadonlySet<ConsentStatus>) =>
    heard.flatMap(({ voice, status }) => (of.has(status) ? voice.flatMap((giver) => (giver.as === 'guardian' ? [giver.id] : [])) : []));
  const [yes, no] = [guardians(YES), guardians(NO)];
  if (yes.length > 0 && no.length > 0) return { answer: 'guardians-disagree', yes, no };
  const refused = heard.find(({ status }) => NO.has(status));
  if (refused) return { answer: refused.status === 'declined' ? 'declined' : 'withdrawn' };
  const open = heard.filter(({ status }) => !YES.has(status));
  if (open.length > 0 && open.every(({ status }) => status === 'cannot-consent')) return { answer: 'cannot-consent' };
  if (open.length > 0) return { answer: 'waiting', waiting: open.map(({ voice }) => voice) };
  return { answer: heard.every(({ status }) => status === 'given') ? 'given' : 'partly' };
}

/** How all answers to one question of a plan stand together: a no of anybody whose yes is needed is a no, and a yes takes them all. */
export function statusOfAll(
  rows: ConsentRows,
  subject: Subject,
  question: { readonly plan: string; readonly kind: ConsentKind },
  at: Temporal.Instant,
): ConsentStatus {
  const voices = voicesOf(subject, question.kind, at);
  if ('stop' in voices) return 'not-asked';
  const [only, ...others] = voices.voices;
  if (only && others.length === 0) return voiceStatus(rows, question, only, at);
  const joint = jointAnswer(rows, question, voices.voices, at);
  if (joint.answer === 'guardians-disagree') return 'declined';
  return joint.answer === 'waiting' || joint.answer === 'nobody-to-ask' ? 'not-asked' : joint.answer;
}

/** The best of those who may answer for a voice; the person's own yes or no goes before what a representative says. */
const BEST: readonly ConsentStatus[] = ['given', 'partly', 'declined', 'withdrawn', 'cannot-consent', 'expired', 'not-asked'];

/** How one voice stands: the person's own answer where there is one that stands, else what those who may speak for them have said. */
export function voiceStatus(rows: ConsentRows, question: Question, voice: Voice, at: Temporal.Instant): ConsentStatus {
  const statusOf = (giver: Giver) => consentStatus(rows, { ...question, giver }, at);
  const own = voice.find(({ as }) => as === 'person');
  const ownStatus = own && statusOf(own);
  if (ownStatus && (YES.has(ownStatus) || NO.has(ownStatus))) return ownStatus;
  const statuses = new Set(voice.map(statusOf));
  return BEST.find((status) => statuses.has(status)) ?? 'not-asked';
}
