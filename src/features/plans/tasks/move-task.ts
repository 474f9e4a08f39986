import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayReadPlan } from '../../../domain/plans/policy.ts';
import { sideOfMove, taskMovesOpen } from '../../../domain/plans/task-policy.ts';
import { type TaskSide, taskFault, taskStates } from '../../../domain/plans/task-states.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, onConstraint, type Telling, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { type CallableUnit, listCallableUnits } from '../calling/calling.sql.ts';
import { CALLED_ROLES } from '../calling/set-meeting.ts';
import { type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import { insertParty, type WrittenBy } from '../plans.sql.ts';
import { contexts, sealed } from '../sealed.ts';
import { tellAsked } from './ask-task.ts';
import { sidesOf } from './load-tasks.ts';
import { insertMove, insertTask, listPlanTasks, type MoveRow, type TaskRow } from './tasks.sql.ts';

const Move = z.strictObject({
  plan: z.uuid(),
  task: z.uuid(),
  to: z.enum(taskStates),
  reason: z.string().trim().max(2000).default(''),
  /** Of a no because the unit is the wrong one: the right one, of the same huvudman. Empty of every other move. */
  rightUnit: z.union([z.uuid(), z.literal('')]).default(''),
  /** How many moves whoever moves it has seen; undefined when they go by what it is now. */
  seen: z.int().min(1).optional(),
});
type Context = UseCaseContext<z.output<typeof Move>>;
type Task = TaskRow & { readonly moves: readonly MoveRow[] };

/**
 * Moves a task, by the table of states: for the unit that asks, or for the one that is asked. A unit that is asked by mistake says no and names the right one of
 * its own huvudman, which is asked in its place, in the same words. The same move sent once more changes nothing. Refuses `plan-not-found`, `task-not-found`,
 * `task-moved` (params.state: somebody else has moved it meanwhile), `task-not-in-state`, `task-not-of-side`, `task-without-reason`,
 * `task-unit-elsewhere`.
 */
export const moveTask = useCase({
  permission: 'plans.move-task',
  mode: 'write',
  input: Move,
  run: async (context) => {
    const { tx, actor, input } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayReadPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const task = (await listPlanTasks(tx, input.plan)).find(({ id }) => id === input.task);
    if (!task) return refuse('task-not-found');
    if (input.seen !== undefined && input.seen !== task.number)
      return isMadeBefore(context, task) ? { loaded, task: task.id } : refuse('task-moved', { state: task.state });
    const sides = sidesOf(task);
    const fault = taskFault(task.state, input.to, sides, input.reason || input.rightUnit);
    if (fault) return fault;
    if (!taskMovesOpen(actor, loaded.reach, task.state, sides).includes(input.to)) return refuse('task-not-found');
    const right = await rightUnitOf(context, loaded, task);
    if (isRefusal(right)) return right;
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    const moved = await move(context, task, { by, right, side: sideOfMove(task.state, input.to, sides) });
    return moved ?? { loaded, task: task.id };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/** Is it the move that whoever sends this made last, in the same words? */
function isMadeBefore({ keys, input }: Context, { moves }: Task): boolean {
  const last = moves.at(-1);
  if (!last?.by || last.to !== input.to || last.number !== (input.seen ?? 0) + 1) return false;
  const kept = last.reason === null ? '' : keys.decrypt(Buffer.from(last.reason, 'base64'), contexts.taskReason(last.id));
  return kept === input.reason && (last.right === null) === (input.rightUnit === '');
}

/** The unit that is named as the right one; undefined when none is. */
async function rightUnitOf({ tx, actor, today, input }: Context, loaded: Loaded, task: Task) {
  if (input.rightUnit === '') return undefined;
  const right = (await listCallableUnits(tx, loaded.row.county_code, today)).find(({ id }) => id === input.rightUnit);
  const fits = right && right.organisation === assignmentOf(actor)?.organisation.id && right.id !== task.owning_unit_now;
  return fits && input.to === 'rejected' ? right : refuse('task-unit-elsewhere');
}

async function move(
  context: Context,
  task: Task,
  { by, right, side }: { readonly by: WrittenBy; readonly right: CallableUnit | undefined; readonly side: TaskSide },
) {
  const { tx, now, keys, input, record } = context;
  const { plan, to } = input;
  const id = newId(now);
  const next = { id, task: task.id, plan, number: task.number + 1, from: task.state, to, side, rightUnit: right?.id };
  const reason = sealed(keys, input.reason, contexts.taskReason(id));
  const beaten = await insertMove(tx, { ...next, reason }, by, now).then(
    () => undefined,
    (error: unknown) => onConstraint(error, { plan_task_moved_once: refuse('task-moved', { state: task.state }) }),
  );
  if (beaten) return beaten;
  const other = side === 'owner' ? task.requesting_unit_now : task.owning_unit_now;
  const params = { plan, task: task.id, state: to, unit: by.unit };
  const told: Telling[] =
    other === by.unit ? [] : CALLED_ROLES.map((role) => ({ kind: 'plan-task-moved', to: { role, unit: other }, params }));
  const forwarded = right && newId(now);
  await record({
    kind: 'plans.move-task',
    subject: { kind: 'plan', id: plan },
    content: { task: task.id, from: task.state, to, side, ...(right ? { unit: right.id } : {}) },
    tell: [
      ...told,
      ...(right && forwarded ? tellAsked(right.id, { plan, task: forwarded, organisation: task.requesting_organisation }) : []),
    ],
  });
  if (right && forwarded) await forward(context, task, { by, right, forwarded });
  return undefined;
}

/** Asks the right unit the same, in the place of the one that was asked by mistake. It is handed on unread. */
async function forward(
  { tx, now, input: { plan } }: Context,
  task: Task,
  { by, right, forwarded }: { readonly by: WrittenBy; readonly right: CallableUnit; readonly forwarded: string },
): Promise<void> {
  const owner = { organisation: right.organisation, unit: right.id };
  await insertParty(tx, { id: newId(now), plan, ...owner, standing: 'asked', account: by.account }, now);
  const requester = { organisation: task.requesting_organisation, unit: task.requesting_unit };
  const { measure_id: measure, words_id: words, due_on: due } = task;
  await insertTask(tx, { id: forwarded, plan, measure, words, requester, owner, due, forwardedFrom: task.id }, by.account, now);
  const begun = { id: newId(now), task: forwarded, plan, number: 1, from: undefined, to: 'requested', side: 'requester' } as const;
  await insertMove(tx, begun, by, now);
}
