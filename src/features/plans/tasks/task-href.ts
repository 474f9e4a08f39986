import type { TaskSide, TaskState } from '../../../domain/plans/task-states.ts';
import { planHref } from '../plan-href.ts';
import { breakOff, goOn, moveTexts } from './texts-tasks.ts';

type Named = { readonly id: string; readonly plan: string };

/** Where a task is. */
export function taskHref({ id, plan }: Named): string {
  return `${planHref(plan)}/uppdrag/${id}`;
}

/** Where it is moved to a state. */
export function moveHref(task: Named, to: TaskState): string {
  return `${taskHref(task)}/${moveTexts[to].path}`;
}

/** What a move is called for those who make it: to go on after a pause, and to break off what others asked, have words of their own. */
export function wordsOfMove({ state, sides }: { readonly state: TaskState; readonly sides: readonly TaskSide[] }, to: TaskState) {
  if (state === 'on-hold' && to === 'in-progress') return goOn;
  return to === 'cancelled' && !sides.includes('requester') ? breakOff : moveTexts[to];
}
