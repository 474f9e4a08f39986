import type { ConsentStatus } from '../consents/kinds.ts';

/** One huvudman's answer to whether a plan is needed. */
export type Assessment = { readonly organisation: string; readonly needed: boolean; readonly at: Temporal.Instant };

/** What a plan's stage is worked out of. `agreed`: what the person says to a plan being made. */
export type StageFacts = {
  readonly assessments: readonly Assessment[];
  readonly agreed: ConsentStatus;
  readonly established: boolean;
  readonly closed: boolean;
};

/**
 * Where a plan is.
 * - `noticed`: somebody has pointed out the need, and no huvudman has assessed it
 * - `not-needed`: every huvudman that has assessed it finds that no plan is needed
 * - `to-agree`: it is needed, and the person is to be asked
 * - `declined`: the person does not want it, or wants it no more
 * - `preparing`: it is made ready together with the person, or for somebody who cannot take a stand
 * - `established`: a version has been established, and is carried out
 * - `to-close`: it was established, and the person has taken back their yes to the plan as a whole: it is to be closed
 * - `closed`: it has been closed, whatever else is so
 */
export const STAGES = ['noticed', 'not-needed', 'to-agree', 'declined', 'preparing', 'established', 'to-close', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** The stage of a plan. One huvudman's yes is enough, whatever the other finds (SoL 10 kap. 8 §, HSL 16 kap. 4 §); the latest of each holds. */
export function stageOf({ assessments, agreed, established, closed }: StageFacts): Stage {
  if (closed) return 'closed';
  if (established) return agreed === 'declined' || agreed === 'withdrawn' ? 'to-close' : 'established';
  const latest = latestOfEach(assessments);
  if (latest.length === 0) return 'noticed';
  if (!latest.some(({ needed }) => needed)) return 'not-needed';
  if (agreed === 'not-asked' || agreed === 'expired') return 'to-agree';
  return agreed === 'declined' || agreed === 'withdrawn' ? 'declined' : 'preparing';
}

/** The latest assessment of each huvudman, in the order in which they were first made. */
export function latestOfEach<A extends Assessment>(assessments: readonly A[]): A[] {
  const latest = new Map<string, A>();
  for (const one of assessments) {
    const known = latest.get(one.organisation);
    if (!known || Temporal.Instant.compare(known.at, one.at) <= 0) latest.set(one.organisation, one);
  }
  return [...latest.values()];
}
