import { type Refusal, refuse } from '../refusal.ts';
import type { Voice } from './parts.ts';

/** What can be said of a change: yes, no with what is wanted instead, words alone, or why the person was not asked. */
export const CHANGE_ANSWERS = ['approved', 'objects', 'commented', 'not-asked'] as const;
export type ChangeAnswer = (typeof CHANGE_ANSWERS)[number];

/** What the person answers to: a goal or a measure in one wording, or who answers for something, as it was said once. */
export const CHANGE_KINDS = ['goal', 'measure', 'duty'] as const;
export type Changed = { readonly kind: (typeof CHANGE_KINDS)[number]; readonly subject: string; readonly number: number };

/** An answer, to the wording that whoever answered had before them. */
export type AnswerGiven = Changed & { readonly answer: ChangeAnswer; readonly at: Temporal.Instant };

/** The same thing, in whatever wording? */
function isAbout(one: Changed, other: Changed): boolean {
  return one.kind === other.kind && one.subject === other.subject;
}

/** The answers to a thing, the latest last: `now` to its wording now, `earlier` to those before. */
export function answersTo<A extends AnswerGiven>(change: Changed, given: readonly A[]): { readonly now: A[]; readonly earlier: A[] } {
  const all = given.filter((one) => isAbout(one, change)).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  return { now: all.filter(({ number }) => number === change.number), earlier: all.filter(({ number }) => number !== change.number) };
}

/** Is it said that the person wants it or not, or why they were not asked? Words alone are no answer to that. */
export function isSettled(change: Changed, given: readonly AnswerGiven[]): boolean {
  return answersTo(change, given).now.some(({ answer }) => answer !== 'commented');
}

/** Is it for the person to answer? What they have written themselves is their own word already. */
export function isAsked({ voice }: { readonly voice?: Voice | undefined }): boolean {
  return voice !== 'own';
}

/**
 * A plan is established when every change has the person's answer, or a reason why they were not asked. The refusal `answers-missing` (params: count) when some
 * have neither. `reason`: why, for those that lack an answer.
 */
export function answersFault(unanswered: readonly Changed[], reason: string): Refusal<'answers-missing'> | undefined {
  return unanswered.length > 0 && reason.trim().length < 3 ? refuse('answers-missing', { count: unanswered.length }) : undefined;
}
