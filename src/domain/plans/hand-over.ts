import type { DataKind } from '../consents/kinds.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Stage } from './stage.ts';

/** What can become of the question to answer for the whole of a plan. */
export const HAND_OVER_ANSWERS = ['accepted', 'declined', 'withdrawn'] as const;
export type HandOverAnswer = (typeof HAND_OVER_ANSWERS)[number];

/** A question to another huvudman as somebody wants to ask it. */
export type HandOverToOffer = {
  readonly stage: Stage;
  readonly established: boolean;
  /** The huvudman that answers for the whole now. */
  readonly overall: string | undefined;
  /** The units that take part, and the one that is asked. */
  readonly parties: readonly { readonly unit: string; readonly organisation: string }[];
  readonly unit: string;
  /** Is somebody asked already, and has not answered? */
  readonly open: boolean;
};

/**
 * What speaks against asking another huvudman to answer for the whole (point 4 of SoL 10 kap. 8 § and HSL 16 kap. 4 §). Until it accepts, the one that does answers for it:
 * exactly one at every moment.
 */
export function handOverFault({
  stage,
  established,
  overall,
  parties,
  unit,
  open,
}: HandOverToOffer):
  | Refusal<'plan-closed' | 'plan-not-established' | 'hand-over-open' | 'unit-not-in-plan' | 'hand-over-to-same'>
  | undefined {
  if (stage === 'closed') return refuse('plan-closed');
  if (!established) return refuse('plan-not-established');
  if (open) return refuse('hand-over-open');
  const asked = parties.find((one) => one.unit === unit);
  if (!asked) return refuse('unit-not-in-plan');
  return asked.organisation === overall ? refuse('hand-over-to-same') : undefined;
}

/**
 * What speaks against answering for the whole of a plan, for those who are asked: that some of it is shut to them. Whoever answers for the whole makes the next version, which says
 * all that the plan says, and to answer for it opens nothing: that takes the person's consent, or a decision by law. `kinds`: what is shut.
 */
export function acceptFault(shut: readonly DataKind[]): Refusal<'hand-over-shut'> | undefined {
  return shut.length > 0 ? refuse('hand-over-shut', { kinds: shut }) : undefined;
}
