import { type Proposal, type ProposalKind, parseValue, type ValueOf } from './proposal.ts';

export const VERDICTS = ['accept', 'change', 'reject'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What somebody said of a proposal. `number` counts those about the same proposal, from 1; `value` is what stands in its place. */
export type Review = {
  readonly proposal: string;
  readonly number: number;
  readonly verdict: Verdict;
  readonly value: unknown;
  readonly reason: string | null;
};

export type ReviewState = 'waiting' | 'accepted' | 'changed' | 'rejected';

/** A proposal with what has been said of it. `value` is the one that counts: the person's own where it was changed. */
export type Reviewed = {
  readonly proposal: Proposal;
  readonly state: ReviewState;
  readonly value: ValueOf<ProposalKind>;
  readonly reason: string | null;
  /** The number of the latest review; 0 when there is none. The next one has the number after. */
  readonly number: number;
};

/** What a proposal is after an answer. */
export const STATES: Readonly<Record<Verdict, ReviewState>> = { accept: 'accepted', change: 'changed', reject: 'rejected' };

/** Folds the reviews over the proposals: the latest of each counts. A change whose value no longer fits its kind waits for a person again. */
export function reviewed(proposals: readonly Proposal[], reviews: readonly Review[]): Reviewed[] {
  const latest = new Map<string, Review>();
  for (const review of reviews) if ((latest.get(review.proposal)?.number ?? 0) < review.number) latest.set(review.proposal, review);
  return proposals.map((proposal) => {
    const review = latest.get(proposal.id);
    if (!review) return { proposal, state: 'waiting', value: proposal.value, reason: null, number: 0 };
    const { verdict, reason, number } = review;
    if (verdict !== 'change') return { proposal, state: STATES[verdict], value: proposal.value, reason, number };
    const changed = parseValue(proposal.kind, review.value);
    if (!changed.success) return { proposal, state: 'waiting', value: proposal.value, reason: null, number };
    return { proposal, state: 'changed', value: changed.data, reason, number };
  });
}
