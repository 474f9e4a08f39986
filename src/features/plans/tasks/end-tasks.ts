import { newId, type UseCaseContext } from '../../../platform/index.ts';
import { contexts } from '../sealed.ts';
import { cancelTask, listTasksToCancel } from './ended-tasks.sql.ts';
import { taskTexts } from './texts-tasks.ts';

/**
 * Cancels what nobody has begun of a plan that is about to be closed, and answers how many. What is begun is left to the unit that does it, which says how it
 * ended. Why the plan is closed is not said: not all who were asked may know.
 */
export async function endTasks({ tx, now, keys }: Pick<UseCaseContext<unknown>, 'tx' | 'now' | 'keys'>, plan: string): Promise<number> {
  const open = await listTasksToCancel(tx, plan);
  let cancelled = 0;
  for (const task of open) {
    const id = newId(now);
    if (await cancelTask(tx, task, { id, reason: keys.encrypt(taskTexts.planClosed, contexts.taskReason(id)) })) cancelled += 1;
  }
  return cancelled;
}
