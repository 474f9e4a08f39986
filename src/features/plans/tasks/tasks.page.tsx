import { type Context, Hono } from 'hono';
import { taskSides } from '../../../domain/plans/task-states.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { CheckboxField, FilterPanel, formatDate, Notice, Page, SelectField, Table } from '../../../ui/index.ts';
import { refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { actingOn } from '../../forms/index.ts';
import { refusals } from '../texts-refusals.ts';
import { type ListedTask, readPlace, readTasks, taskChoices } from './read-tasks.ts';
import { taskHref } from './task-href.ts';
import { TaskState } from './task-parts.tsx';
import { taskTexts, taskListTexts as texts } from './texts-tasks.ts';

const ADDRESS = '/planer/uppdrag';

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.find');
  if (acting instanceof Response) return acting;
  const side = taskSides.find((one) => one === c.req.query('sida'));
  const state = taskChoices.find((one) => one === c.req.query('lage')) ?? 'open';
  const overdue = c.req.query('forsenade') === 'ja';
  const after = readPlace(c.req.query('efter') ?? '');
  const found = await readTasks(scopeOf(c), { state, overdue, ...(side ? { side } : {}), ...(after ? { after } : {}) });
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const kept = { ...(side ? { sida: side } : {}), ...(state === 'open' ? {} : { lage: state }), ...(overdue ? { forsenade: 'ja' } : {}) };
  const options = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} back="/planer" density="staff" wide noindex>
      <FilterPanel action={ADDRESS} resetHref={Object.keys(kept).length > 0 ? ADDRESS : undefined}>
        <SelectField name="sida" label={texts.side} options={options(texts.sides)} value={side ?? ''} />
        <SelectField name="lage" label={texts.state} options={options(texts.states)} value={state} />
        <CheckboxField
          small
          name="forsenade"
          label={texts.time}
          options={[{ value: 'ja', label: texts.overdue }]}
          values={overdue ? ['ja'] : []}
        />
      </FilterPanel>
      {found.tasks.length === 0 ? (
        <Notice kind="empty" heading={texts.empty.heading}>
          {texts.empty.text}
        </Notice>
      ) : (
        <Table caption={texts.title} captionHidden columns={texts.columns.map((label) => ({ label }))} rows={found.tasks.map(rowOf)} />
      )}
      {found.next && (
        <p>
          <a class="govuk-link" href={`${ADDRESS}?${new URLSearchParams({ ...kept, efter: found.next })}`}>
            {texts.more}
          </a>
        </p>
      )}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

function rowOf(task: ListedTask) {
  return [
    <a class="govuk-link" href={taskHref(task)}>
      {task.protected ? texts.link : (task.words?.what ?? taskTexts.shut)}
    </a>,
    task.protected ? texts.masked : (task.name ?? texts.shutName),
    texts.arrow(task.requester.name, task.owner.name),
    formatDate(task.due),
    <TaskState task={task} />,
  ];
}

/** The tasks that one's own unit asks or is asked. */
export const tasksPage = new Hono<AppEnv>().get(ADDRESS, show);
