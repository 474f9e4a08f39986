import { carriedBy } from '../../../domain/plans/carried-by.ts';
import { formatDate, Notice } from '../../../ui/index.ts';
import type { ShownMeasure } from '../contents/contents.ts';
import type { Manner } from '../own/words/manner.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import type { ShownPlanTask, ShownTask } from './load-tasks.ts';
import { taskHref } from './task-href.ts';
import { askTaskTexts, taskStateTexts, taskTexts as texts } from './texts-tasks.ts';

/** Where a task is, with what is wrong with it. */
export function TaskState({ task: { state, overdue, ownerClosed, over } }: { task: ShownTask }) {
  return (
    <>
      {taskStateTexts[state]}
      {overdue && (
        <>
          {' · '}
          <strong>{texts.overdue}</strong>
        </>
      )}
      {ownerClosed && !over && (
        <>
          {' · '}
          <strong>{texts.closedTag}</strong>
        </>
      )}
    </>
  );
}

/** Which other unit has a measure, where its own was asked by mistake: what the plan says stands, and this beside it. */
export function CarriedBy({ tasks, measure }: { tasks: readonly ShownPlanTask[]; measure: ShownMeasure }) {
  const carried = carriedBy(tasks, measure);
  if (!carried) return null;
  const { owner } = carried.task;
  return <p>{texts.carriedBy(`${owner.name}, ${owner.organisation.name}`, carried.taken)}</p>;
}

/** The tasks of a measure, with how far each has come; and the way to ask, where nobody is asked. */
export function TasksOfMeasure({ plan, measure }: { plan: Pick<ShownPlan, 'id' | 'tasks'>; measure: ShownMeasure }) {
  const tasks = plan.tasks.list.filter((task) => task.measure === measure.id);
  const asked = tasks.some(({ over, owner }) => !over && owner.id === measure.unit);
  return (
    <>
      {tasks.map((task) => (
        <p class="ov-muted">
          <a class="govuk-link" href={taskHref(task)}>
            {texts.title}
            <span class="govuk-visually-hidden">: {measure.what}</span>
          </a>{' '}
          {task.owner.id === measure.unit ? '' : `(${task.owner.name}) `}
          <TaskState task={task} />
        </p>
      ))}
      {measure.unit !== null && !asked && plan.tasks.mayAsk.includes(measure.id) && (
        <p>
          <a class="govuk-link" href={`${planHref(plan.id)}/insats/${measure.id}/uppdrag`}>
            {askTaskTexts.link}
            <span class="govuk-visually-hidden">: {measure.what}</span>
          </a>
        </p>
      )}
    </>
  );
}

/** What a unit that is asked reads first: that it is, and until when, also where the measures are shut to it. */
export function YourTasks({ tasks }: { tasks: readonly ShownPlanTask[] }) {
  const yours = tasks.filter(({ sides, over }) => sides.includes('owner') && !over);
  if (yours.length === 0) return null;
  return (
    <Notice kind="note" heading={texts.yours.heading}>
      <ul class="govuk-list govuk-list--bullet">
        {yours.map((task) => (
          <li>
            <a class="govuk-link" href={taskHref(task)}>
              {task.words?.what ?? texts.open}
            </a>
            {'. '}
            {texts.yours.until(taskStateTexts[task.state], formatDate(task.due))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What each unit has said of a measure, as it was asked last, for the person whose plan it is, in the language that they read in. */
export function OwnTasks({ tasks, measure, manner }: { tasks: readonly ShownPlanTask[]; measure: string; manner: Manner }) {
  const words = manner.words.tasks;
  return (
    <>
      {[...new Map(tasks.filter((task) => task.measure === measure).map((task) => [task.owner.id, task])).values()].map(
        ({ owner, state, since, moves }) => (
          <p>
            <bdi lang="sv" dir="ltr">
              {owner.name}
            </bdi>
            {`: ${words[state]}, ${manner.date(since.toZonedDateTimeISO('Europe/Stockholm').toPlainDate())}. `}
            {moves.at(-1)?.reason && (
              <span class="ov-lines" lang="sv" dir="ltr">
                {moves.at(-1)?.reason}
              </span>
            )}
          </p>
        ),
      )}
    </>
  );
}
