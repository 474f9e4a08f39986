import { type AgreementInAnswer, agreementInAnswer } from './agreement-in-answer.ts';
import { type Conflict, conflictsAmong } from './conflicts.ts';
import { type Contradiction, contradictionsIn } from './contradictions.ts';
import { type Duty, dutyOf, hasOwnWay } from './duty.ts';
import { type Elsewhere, elsewhereOf } from './elsewhere.ts';
import { agreementsOfPlace, type Navigator } from './navigator.ts';
import { nextSteps, type StepInAnswer } from './next-steps.ts';
import { type OpenFact, openFacts } from './open-facts.ts';
import { agreementState } from './row-state.ts';
import type { Situation } from './situation.ts';
import type { Truth } from './truth.ts';
import { GROUPS, type Group, type Who } from './who.ts';

export type Answer<S> = {
  readonly situation: Situation;
  readonly agreements: readonly AgreementInAnswer<S>[];
  /** Every duty shown, in the order of the agreements; those that always hold are also in `always`. */
  readonly duties: readonly Duty[];
  /** The duties that do not always hold, by what their actors do. A duty with actors of two kinds stands in two groups. */
  readonly groups: Readonly<Record<Group, readonly { readonly duty: Duty; readonly who: readonly Who[] }[]>>;
  readonly always: readonly Duty[];
  readonly conflicts: readonly Conflict[];
  /** Answers that cannot all be right, and what was counted with instead. */
  readonly contradictions: readonly Contradiction[];
  /** Agreements of the place that speak of the situation and whose text is not held. */
  readonly elsewhere: readonly Elsewhere[];
  readonly steps: readonly StepInAnswer[];
  /** What we do not know and that would change something. */
  readonly unknowns: readonly OpenFact[];
  /** No duty applies or may apply, or one is unmet without a way forward of its own: show where one can always turn. */
  readonly fallback: boolean;
};

/**
 * Who does what in this situation, by the agreements of the place. Pure. Guarantees: knowing less never removes a duty; every duty
 * has a citation; every unmet duty has a way forward, its own or `fallback`; duties that always hold are not filtered by the need.
 */
export function answerSituation<S>(navigator: Navigator<S>, situation: Situation): Answer<S> {
  const { facts } = situation;
  const place = agreementsOfPlace(navigator, situation).map((entry) => ({ ...entry, state: agreementState(entry.compiled, facts) }));
  const inPlace = place.map((entry) => entry.compiled);
  const duties = place.flatMap(({ compiled, state }) => compiled.rows.flatMap((row) => dutyOf(row, compiled, state, facts, inPlace)));
  const selected = place.filter(({ state }) => state.selected !== 'unmet').map((entry) => agreementInAnswer(entry, facts));
  const chosen = duties.filter((duty) => !duty.row.always);
  return {
    situation,
    agreements: selected,
    duties,
    groups: grouped(chosen),
    always: duties.filter((duty) => duty.row.always),
    conflicts: conflictsAmong(duties),
    contradictions: contradictionsIn(situation, navigator.file),
    elsewhere: elsewhereOf(place, facts),
    steps: nextSteps(navigator.file['next-steps'], facts, chosen),
    unknowns: openFacts(duties, selected, situation),
    fallback: chosen.every((duty) => duty.result === 'unmet') || duties.some((duty) => duty.result === 'unmet' && !hasOwnWay(duty)),
  };
}

const RANK: Record<Truth, number> = { met: 0, unknown: 1, unmet: 2 };

/** What is met comes first, then what is uncertain, then what is not met; otherwise the order of the agreement. */
function grouped(duties: readonly Duty[]): Answer<unknown>['groups'] {
  const ordered = duties.toSorted((a, b) => RANK[a.result] - RANK[b.result]);
  const inGroup = (group: Group) =>
    ordered.flatMap((duty) => duty.placements.flatMap((placement) => (placement.group === group ? [{ duty, who: placement.who }] : [])));
  const [main, joint, contributes, mayOffer] = GROUPS.map(inGroup);
  return { main: main ?? [], joint: joint ?? [], contributes: contributes ?? [], 'may-offer': mayOffer ?? [] };
}
