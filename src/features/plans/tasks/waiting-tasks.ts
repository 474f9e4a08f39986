import { z } from 'zod';
import { may } from '../../../domain/access/permissions.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { WaitingItem } from '../../../domain/work/waiting.ts';
import { type Scope, useCase } from '../../../platform/index.ts';
import { taskHref } from './task-href.ts';
import { listOpenTasks, type WaitingTask } from './tasks.sql.ts';
import { taskWaitingTexts as texts } from './texts-tasks.ts';

/** So many are gone through. */
const MOST = 500;
/** So many days before the last day a task is shown to who is to do it. */
const SOON = 7;

/** The tasks that one's own units ask or are asked and that are not over: nothing of what they say, or of whom they are about. */
const readTasksThatWait = useCase({
  permission: 'work.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => ({ today, tasks: may(actor, 'plans.move-task') ? await listOpenTasks(tx, MOST) : [] }),
});

/** What tasks ask of somebody: to answer, to get done in time, and, of who asks, to see to what is late or stands at a unit that is closed. */
export async function waitingTasks(scope: Scope): Promise<WaitingItem[]> {
  const found = await readTasksThatWait(scope, {});
  if (isRefusal(found)) return [];
  return found.tasks.flatMap((task): WaitingItem[] => {
    const said = saidOf(task, found.today);
    return said ? [{ ...said, href: taskHref(task), due: task.due, basis: 'routine' }] : [];
  });
}

function saidOf(
  { state, due, owns, asks, closed, planClosed }: WaitingTask,
  today: Temporal.PlainDate,
): { kind: string; title: string } | undefined {
  const late = Temporal.PlainDate.compare(due, today) < 0;
  // What was begun when the plan was closed is ended by the unit that does it: nobody else may, and nobody waits for it.
  if (planClosed) return owns ? { kind: 'task-of-closed-plan', title: texts.planClosed } : undefined;
  if (closed && asks) return { kind: 'task-unit-closed', title: texts.closed };
  if (owns && (state === 'requested' || state === 'received')) return { kind: 'answer-task', title: texts.answer };
  if (owns && late) return { kind: 'task-late', title: texts.late };
  if (owns && today.until(due).days <= SOON) return { kind: 'task-soon', title: texts.soon };
  return asks && late ? { kind: 'asked-task-late', title: texts.asked } : undefined;
}
