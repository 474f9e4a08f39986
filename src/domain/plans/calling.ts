import type { CountyPlanning, EqualParty, PlanningCase, PlanningFile } from '../counties/planning.ts';

/** How a unit is asked to a meeting, and why. A summons is a duty to come; an invitation is not. */
export type Calling =
  | { readonly as: 'summons'; readonly ground: 'law'; readonly performer: string }
  | { readonly as: 'summons'; readonly ground: 'equal-party'; readonly performer: string; readonly by: EqualParty }
  | { readonly as: 'invitation' };

/**
 * How a unit with these kinds of services (performers, taxonomy.yaml) is asked: summoned when one of them is a huvudman's by law, or an equal
 * party in the county for plans of this case; else invited. A unit of no known kind is invited. Source: HSL 16:4, SoL 10:8.
 */
export function callingOf(
  performers: readonly string[],
  of: PlanningCase,
  national: Pick<PlanningFile, 'summoned'>,
  county?: CountyPlanning,
): Calling {
  const ofLaw = performers.find((performer) => national.summoned.includes(performer));
  if (ofLaw) return { as: 'summons', ground: 'law', performer: ofLaw };
  const by = county?.['equal-parties'].find(({ performer, cases }) => performers.includes(performer) && cases.includes(of));
  return by ? { as: 'summons', ground: 'equal-party', performer: by.performer, by } : { as: 'invitation' };
}
