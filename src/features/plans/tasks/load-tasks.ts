import { z } from 'zod';
import type { PlanReach } from '../../../domain/plans/reach.ts';
import { mayAskTaskOf, taskMovesOpen } from '../../../domain/plans/task-policy.ts';
import type { TaskSide, TaskState } from '../../../domain/plans/task-states.ts';
import type { OutsideReason } from '../../../domain/plans/trace.ts';
import type { ShownMeasure } from '../contents/contents.ts';
import type { Asking, Known, Loaded } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { listPlanTasks, type MoveRow, type TaskRow, type TaskShown } from './tasks.sql.ts';

/** What a task says: what is to be done as the measure said it, and what is said beside it. */
export const TaskWords = z.strictObject({ what: z.string(), message: z.string() });

export type TaskUnit = {
  readonly id: string;
  readonly name: string;
  readonly organisation: { readonly id: string; readonly name: string };
};

/** What is asked, and which responsibility it realises. */
export type ShownWords = z.output<typeof TaskWords> & {
  /** Which wording of the measure it was copied from. */
  readonly measureNumber: number;
  readonly agreement: string | null;
  readonly row: string | null;
  readonly outside: OutsideReason | null;
};

export type ShownMove = {
  readonly number: number;
  readonly to: TaskState;
  readonly side: TaskSide;
  readonly at: Temporal.Instant;
  /** Which unit made it. */
  readonly unit: string;
  /** Of a no from the wrong unit: the one that it names. */
  readonly right: string | undefined;
  readonly byReader: boolean;
  /** Undefined where there is none, or it is shut to the reader. */
  readonly reason: string | undefined;
};

/** A task as its reader may see it. */
export type ShownTask = {
  readonly id: string;
  readonly plan: string;
  readonly measure: string;
  readonly state: TaskState;
  readonly number: number;
  readonly since: Temporal.Instant;
  readonly over: boolean;
  readonly due: Temporal.PlainDate;
  readonly overdue: boolean;
  readonly requester: TaskUnit;
  readonly owner: TaskUnit;
  readonly ownerClosed: boolean;
  /** The sides that the reader's units are on. */
  readonly sides: readonly TaskSide[];
  /** Undefined where measures are shut to the reader, and they did not write it. */
  readonly words: ShownWords | undefined;
};

export type ShownPlanTask = ShownTask & {
  readonly forwardedFrom: string | undefined;
  readonly askedAt: Temporal.Instant;
  readonly moves: readonly ShownMove[];
  /** The states that the reader may move it to. */
  readonly open: readonly TaskState[];
};

/** The tasks of a plan for its reader, and the measures that they may ask units to do. */
export type PlanTasks = { readonly list: readonly ShownPlanTask[]; readonly mayAsk: readonly string[] };

export async function showTasks(asking: Asking, loaded: Loaded, measures: readonly ShownMeasure[] = []): Promise<PlanTasks> {
  const mayAsk = measures.filter(({ organisation }) => mayAskTaskOf(asking.actor, loaded.reach, organisation)).map(({ id }) => id);
  return { list: await loadTasks(asking, loaded), mayAsk };
}

/** The tasks of a plan that its reader may know of. */
export async function loadTasks(asking: Asking, { row, reach }: Known): Promise<ShownPlanTask[]> {
  return (await listPlanTasks(asking.tx, row.id)).map((one) => planTaskOf(asking, reach, one));
}

function planTaskOf(asking: Asking, reach: PlanReach, one: TaskRow & { readonly moves: readonly MoveRow[] }): ShownPlanTask {
  const task = shownTask(asking, one);
  return {
    ...task,
    forwardedFrom: one.forwarded_from ?? undefined,
    askedAt: one.asked_at,
    moves: one.moves.map(({ id, reason, right, at, by, ...move }) => ({
      ...move,
      at: Temporal.Instant.from(at),
      right: right ?? undefined,
      byReader: by,
      reason: reason === null ? undefined : asking.keys.decrypt(Buffer.from(reason, 'base64'), contexts.taskReason(id)),
    })),
    open: taskMovesOpen(asking.actor, reach, task.state, task.sides),
  };
}

/** A task for its reader, with what they may read of it. */
export function shownTask({ keys, today }: Pick<Asking, 'keys' | 'today'>, one: TaskShown): ShownTask {
  const { id, plan_id: plan, measure_id: measure, state, number, since, over, due_on: due } = one;
  return {
    ...{ id, plan, measure, state, number, since, over, due },
    overdue: !over && Temporal.PlainDate.compare(due, today) < 0,
    requester: {
      id: one.requesting_unit,
      name: one.requesting_unit_name,
      organisation: { id: one.requesting_organisation, name: one.requesting_organisation_name },
    },
    owner: {
      id: one.owning_unit,
      name: one.owning_unit_name,
      organisation: { id: one.owning_organisation, name: one.owning_organisation_name },
    },
    ownerClosed: one.owner_closed,
    sides: sidesOf(one),
    words:
      one.cipher && one.measure_number !== null
        ? {
            ...TaskWords.parse(JSON.parse(keys.decrypt(one.cipher, contexts.task(one.words_id)))),
            ...{ measureNumber: one.measure_number, agreement: one.agreement, row: one.agreement_row, outside: one.outside_reason },
          }
        : undefined,
  };
}

/** The sides of a task that the units of who acts are on. */
export function sidesOf({ asks, owns }: Pick<TaskRow, 'asks' | 'owns'>): TaskSide[] {
  return [...(asks ? (['requester'] as const) : []), ...(owns ? (['owner'] as const) : [])];
}
