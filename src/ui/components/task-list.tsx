import { texts } from '../texts.ts';

export type Task = {
  title: string;
  href?: string | undefined;
  hint?: string | undefined;
  state: 'done' | 'todo' | 'doing' | 'left' | 'blocked';
};

/** What is left of something long, one thing per line. `id` must be unique on the page. */
export function TaskList({ id, tasks }: { id: string; tasks: readonly Task[] }) {
  return (
    <ul class="govuk-task-list">
      {tasks.map((task, index) => {
        const key = `${id}-${index + 1}`;
        return (
          <li class={task.href ? 'govuk-task-list__item govuk-task-list__item--with-link' : 'govuk-task-list__item'}>
            <div class="govuk-task-list__name-and-hint">
              {task.href ? (
                <a class="govuk-link govuk-task-list__link" href={task.href} aria-describedby={`${key}-status`}>
                  {task.title}
                </a>
              ) : (
                <div>{task.title}</div>
              )}
              {task.hint && <div class="govuk-task-list__hint">{task.hint}</div>}
            </div>
            <div class="govuk-task-list__status" id={`${key}-status`}>
              {task.state === 'done' ? texts.task.done : <strong class={`ov-task ov-task--${task.state}`}>{texts.task[task.state]}</strong>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
