import { type Actor, assignmentOf, loginOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';

/** What a reviewer thinks of a look. `to-ask-about`: it takes an answer from the one who looked, or from their manager. */
export const verdicts = ['justified', 'to-ask-about', 'unjustified'] as const;
export type Verdict = (typeof verdicts)[number];

/** The huvudman whose log they go through; undefined for everyone who is no log reviewer. Row-level security asks the same. */
export function reviewedOrganisation(actor: Actor): string | undefined {
  return may(actor, 'audit.search') ? assignmentOf(actor)?.organisation.id : undefined;
}

/** May they judge this row of a sample? The sample is of their huvudman, and the look is not their own. */
export function mayGiveVerdict(actor: Actor, row: { readonly organisation: string; readonly account: string }): boolean {
  return (
    may(actor, 'audit.give-verdict') &&
    reviewedOrganisation(actor) === row.organisation &&
    loginOf(actor) !== undefined &&
    loginOf(actor)?.account !== row.account
  );
}
