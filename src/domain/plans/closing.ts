import { type Refusal, refuse } from '../refusal.ts';
import type { Stage } from './stage.ts';

/** Why a plan is closed. */
export const CLOSING_REASONS = ['goals-reached', 'no-need', 'consent-withdrawn', 'died', 'moved', 'replaced', 'other'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** Reasons that somebody finds when the plan is followed up, and not before. */
const FOUND_AT_FOLLOW_UP: ReadonlySet<ClosingReason> = new Set(['goals-reached', 'no-need']);
/** Reasons that say too little by themselves. */
const NEEDS_WORDS: ReadonlySet<ClosingReason> = new Set(['other', 'replaced', 'moved']);

/** A closing as somebody wants to write it down. */
export type ClosingToWrite = {
  readonly stage: Stage;
  readonly reason: ClosingReason;
  readonly words: string;
  /** Is it done as the outcome of a follow-up? */
  readonly followedUp: boolean;
  /** Has a version been established? */
  readonly established: boolean;
};

/**
 * What speaks against closing a plan. One that has been carried out is closed because its goals are reached or it is needed no more only when it has been followed
 * up; one that the person has taken back their yes to is closed for that and nothing else, but for death. Who may close it is another question.
 */
export function closingFault({
  stage,
  reason,
  words,
  followedUp,
  established,
}: ClosingToWrite):
  | Refusal<'plan-closed' | 'closing-needs-follow-up' | 'closing-words-missing' | 'consent-not-withdrawn' | 'closing-is-by-withdrawal'>
  | undefined {
  if (stage === 'closed') return refuse('plan-closed');
  if (reason === 'consent-withdrawn' && stage !== 'to-close' && stage !== 'declined') return refuse('consent-not-withdrawn');
  if (stage === 'to-close' && reason !== 'consent-withdrawn' && reason !== 'died') return refuse('closing-is-by-withdrawal');
  if (established && !followedUp && FOUND_AT_FOLLOW_UP.has(reason)) return refuse('closing-needs-follow-up');
  if (NEEDS_WORDS.has(reason) && words.length < 3) return refuse('closing-words-missing');
  return undefined;
}

/** Reasons that can be given for closing a plan where it is, outside a follow-up or as the outcome of one. The form offers these, and the rule above says no to the rest. */
export function reasonsToClose(where: Pick<ClosingToWrite, 'stage' | 'followedUp' | 'established'>): ClosingReason[] {
  return CLOSING_REASONS.filter((reason) => closingFault({ ...where, reason, words: 'words' }) === undefined);
}
