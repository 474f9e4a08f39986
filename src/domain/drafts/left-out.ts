import type { ProposalKind } from '../imports/proposals/proposal.ts';
import type { Reviewed } from '../imports/proposals/review.ts';
import { type CollectedTerms, type Surroundings, termsOf } from '../imports/proposals/terms-of.ts';

/** Something that a person accepted and that did not come along, with why and the words it rests on. */
export type LeftOut = {
  readonly kind: ProposalKind;
  /**
   * `contradicts`: an agreement has one of them, and several that differ were accepted; `whose-unknown`: it is not said whose it is; `incomplete`: it needs
   * something more to be reckoned with (a recurrence its first day).
   */
  readonly why: 'contradicts' | 'whose-unknown' | 'incomplete';
  readonly cites: readonly string[];
  readonly text: string;
};

/** Kinds that need something beside themselves, with the term they become. */
const NEEDING = { cadence: 'cadences', 'local-agreements': 'local-agreements' } as const;

/**
 * What people have accepted of an import, for a draft: of terms that contradict each other none, since which one counts is not for the program to choose.
 * With all that did not come along.
 */
export function acceptedTerms(items: readonly Reviewed[], surroundings: Surroundings): { collected: CollectedTerms; leftOut: LeftOut[] } {
  const contradicting = new Set(termsOf(items, surroundings).conflicts.map(({ kind }) => kind));
  const accepted = items.filter(({ state }) => state === 'accepted' || state === 'changed');
  const collected = termsOf(
    accepted.filter(({ proposal }) => !contradicting.has(proposal.kind)),
    surroundings,
  );
  const incomplete = Object.entries(NEEDING).flatMap(([kind, term]) => (collected.terms[term] === undefined ? [kind] : []));
  const leftOut = accepted.flatMap(({ proposal: { kind, spans } }): LeftOut[] => {
    const why = contradicting.has(kind) ? 'contradicts' : incomplete.includes(kind) ? 'incomplete' : undefined;
    const cites = [...new Set(spans.map(({ sentence }) => sentence))];
    return why ? [{ kind, why, cites, text: cites.map(surroundings.textOf).join(' ') }] : [];
  });
  return { collected, leftOut };
}
