import type { Actor } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { mayReadKind } from './policy.ts';
import type { PlanReach } from './reach.ts';
import type { Stage } from './stage.ts';

/** How somebody stands to what comes after a plan is established: do they coordinate it or stand in, and may they close it? Row-level security tries the same. */
export type FollowingStands = {
  readonly stage: Stage;
  readonly coordinates: boolean;
  /** They coordinate it, or lead one that nobody coordinates yet. */
  readonly closes: boolean;
  readonly due: Temporal.PlainDate | null;
  readonly coordinator: string | null;
  readonly substitute: string | null;
};

/** May they write down that it was followed up? Those who lead or coordinate it, where follow-up is open to them. */
export function mayFollowUp(
  actor: Actor,
  reach: PlanReach,
  { stage, coordinates }: Pick<FollowingStands, 'stage' | 'coordinates'>,
): boolean {
  return stage !== 'closed' && may(actor, 'plans.follow-up') && mayReadKind(reach, 'follow-up') && (reach.leads || coordinates);
}

/** May they close it? The one who coordinates it, or stands in. */
export function mayClosePlan(actor: Actor, { stage, closes }: Pick<FollowingStands, 'stage' | 'closes'>): boolean {
  return stage !== 'closed' && may(actor, 'plans.close') && closes;
}

/** May they ask another huvudman to answer for the whole, or take the question back? Those who lead or coordinate the plan. */
export function mayOfferHandOver(
  actor: Actor,
  reach: PlanReach,
  { stage, coordinates }: Pick<FollowingStands, 'stage' | 'coordinates'>,
): boolean {
  return stage !== 'closed' && may(actor, 'plans.offer-hand-over') && (reach.leads || coordinates);
}

/** May they answer such a question at all? Whether it is their unit that is asked is another question. */
export function mayAnswerHandOver(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.answer-hand-over') && reach.party;
}

/** May they hand out codes to the survey about a meeting? Those who lead or coordinate the plan, or keep the record, to whoever was there, and the individual to themselves. */
export function mayHandOutSurvey(actor: Actor, reach: PlanReach, { coordinates }: Pick<FollowingStands, 'coordinates'>): boolean {
  return may(actor, 'plans.hand-out-survey') && mayReadKind(reach, 'meeting') && (reach.leads || reach.keeps || reach.own || coordinates);
}
