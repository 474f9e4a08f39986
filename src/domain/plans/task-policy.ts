import { type Actor, assignmentOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { mayReadKind } from './policy.ts';
import type { PlanReach } from './reach.ts';
import { type TaskSide, type TaskState, taskMoves, taskMovesFor } from './task-states.ts';

/** May they ask units to do measures of the plan? Who may read the measures, and takes part in it with a unit. Of whom is another question. */
export function mayAskTasks(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.ask-task') && assignmentOf(actor)?.unit !== undefined && reach.party && mayReadKind(reach, 'measures');
}

/** May they ask a unit of this huvudman? Those who lead the plan ask all in it, others within their own huvudman. */
export function mayAskTaskOf(actor: Actor, reach: PlanReach, organisation: string | null): boolean {
  return mayAskTasks(actor, reach) && organisation !== null && (reach.leads || assignmentOf(actor)?.organisation.id === organisation);
}

/** To which states may they move a task whose sides are theirs, in the order of the table? */
export function taskMovesOpen(actor: Actor, reach: PlanReach, from: TaskState, sides: readonly TaskSide[]): TaskState[] {
  return may(actor, 'plans.move-task') && reach.party ? taskMovesFor(from, sides) : [];
}

/** For which of their sides somebody makes a move that is open to them: of those who ask themselves, as the one that does it where it may. */
export function sideOfMove(from: TaskState, to: TaskState, sides: readonly TaskSide[]): TaskSide {
  const by = taskMoves.find((one) => one.from === from && one.to === to)?.by ?? [];
  return sides.includes('owner') && by.includes('owner') ? 'owner' : 'requester';
}
