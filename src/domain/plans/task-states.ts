import { type Refusal, refuse } from '../refusal.ts';

/** Where a task is that one unit asks of another: the states of Task in FHIR that Shared Care Planning uses. */
export const taskStates = [
  'requested',
  'received',
  'accepted',
  'rejected',
  'cancelled',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
] as const;
export type TaskState = (typeof taskStates)[number];

/** Which side of a task somebody is on: the unit that asks, or the unit that is asked and owns it. A unit may ask itself, and is then both. */
export const taskSides = ['requester', 'owner'] as const;
export type TaskSide = (typeof taskSides)[number];

export type TaskMove = { readonly from: TaskState | undefined; readonly to: TaskState; readonly by: readonly TaskSide[] };

const owner = ['owner'] as const;
const either = ['requester', 'owner'] as const;

/**
 * Which move is allowed from which state (none = the task is made), and to whom: 19 moves, 24 when each is counted once for each side that may
 * make it. Source: Santeon, Shared Care Planning, `Task`, the table of state transitions (input/pagecontent/task.md, 886ed39), a subset of
 * the state machine of FHIR R4. Subtasks (`ready`) and drafts are not used here.
 */
export const taskMoves: readonly TaskMove[] = [
  { from: undefined, to: 'requested', by: ['requester'] },
  { from: 'requested', to: 'received', by: owner },
  { from: 'requested', to: 'accepted', by: owner },
  { from: 'requested', to: 'rejected', by: owner },
  { from: 'requested', to: 'in-progress', by: owner },
  { from: 'requested', to: 'completed', by: owner },
  { from: 'requested', to: 'cancelled', by: either },
  { from: 'received', to: 'accepted', by: owner },
  { from: 'received', to: 'rejected', by: owner },
  { from: 'received', to: 'in-progress', by: owner },
  { from: 'received', to: 'completed', by: owner },
  { from: 'received', to: 'cancelled', by: either },
  { from: 'accepted', to: 'in-progress', by: owner },
  { from: 'accepted', to: 'completed', by: owner },
  { from: 'accepted', to: 'cancelled', by: either },
  { from: 'in-progress', to: 'completed', by: owner },
  { from: 'in-progress', to: 'failed', by: owner },
  { from: 'in-progress', to: 'on-hold', by: either },
  { from: 'on-hold', to: 'in-progress', by: either },
];

/** The moves that take a reason, by our own rule: a no, a stop and a failure are things that the other side must understand. */
const WITH_REASON: readonly TaskState[] = ['rejected', 'cancelled', 'on-hold', 'failed'];

export type TaskRefusal = Refusal<'task-not-in-state' | 'task-not-of-side' | 'task-without-reason'>;

/**
 * What speaks against moving a task: `task-not-in-state` (params: from, to) when nobody may make the move, `task-not-of-side` (params: from, to,
 * by) when only the other side may, or who asks is on neither, `task-without-reason` (params: to). Undefined when nothing does.
 */
export function taskFault(
  from: TaskState | undefined,
  to: TaskState,
  sides: readonly TaskSide[],
  reason: string | undefined,
): TaskRefusal | undefined {
  const move = taskMoves.find((one) => one.from === from && one.to === to);
  if (!move) return refuse('task-not-in-state', { from, to });
  if (!move.by.some((side) => sides.includes(side))) return refuse('task-not-of-side', { from, to, by: move.by });
  if (needsReason(to) && !reason?.trim()) return refuse('task-without-reason', { to });
  return undefined;
}

/** Does coming to this state take a reason? */
export function needsReason(to: TaskState): boolean {
  return WITH_REASON.includes(to);
}

/** The states that somebody on these sides may move a task to, in the order of the table: for buttons. */
export function taskMovesFor(from: TaskState | undefined, sides: readonly TaskSide[]): TaskState[] {
  return taskMoves.filter((move) => move.from === from && move.by.some((side) => sides.includes(side))).map(({ to }) => to);
}

/** Is the task over? No move leads out of it. */
export function isTaskOver(state: TaskState): boolean {
  return !taskMoves.some(({ from }) => from === state);
}
