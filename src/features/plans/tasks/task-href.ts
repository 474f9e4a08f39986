import type { TaskState } from '../../../domain/plans/task-states.ts';
import { planHref } from '../plan-href.ts';
import { moveTexts } from './texts-tasks.ts';

type Named = { readonly id: string; readonly plan: string };

/** Where a task is. */
export function taskHref({ id, plan }: Named): string {
  return `${planHref(plan)}/uppdrag/${id}`;
}

/** Where it is moved to a state. */
export function moveHref(task: Named, to: TaskState): string {
  return `${taskHref(task)}/${moveTexts[to].path}`;
}
