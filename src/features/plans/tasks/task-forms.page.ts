import type { Context } from 'hono';
import { Hono } from 'hono';
import { needsReason, taskStates } from '../../../domain/plans/task-states.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { actPage, type FormField, given } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { askTask } from './ask-task.ts';
import { moveTask } from './move-task.ts';
import { readUnitsToHandTo } from './read-tasks.ts';
import { taskHref, wordsOfMove } from './task-href.ts';
import { askTaskTexts, moveTexts, taskTexts, taskFormTexts as texts } from './texts-tasks.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const planOf = async (c: Context<AppEnv>) => {
  const plan = await readPlan(scopeOf(c), idOf(c));
  return isRefusal(plan) ? undefined : plan;
};

const askPage = actPage({
  path: '/planer/:id/insats/:insats/uppdrag',
  permission: 'plans.ask-task',
  texts: refusals,
  keyed: true,
  prepare: async (c, { unit }) => {
    const plan = await planOf(c);
    const measure = plan?.contents.measures?.find(({ id }) => id === c.req.param('insats'));
    if (!plan || !measure?.unit || !plan.tasks.mayAsk.includes(measure.id)) return undefined;
    const today = c.var.runtime.clock.today();
    const due = Temporal.PlainDate.compare(measure.target, today) < 0 ? today : measure.target;
    return {
      title: askTaskTexts.title,
      lead: measure.unit === unit?.id ? askTaskTexts.leadSelf : askTaskTexts.lead(measure.unit_name ?? ''),
      caption: measure.what,
      back: `${planHref(plan.id)}#insatser`,
      submit: askTaskTexts.submit,
      fields: [
        { kind: 'day', name: 'due', label: askTaskTexts.due },
        { kind: 'lines', name: 'message', label: askTaskTexts.message, rows: 3, optional: true },
      ],
      initial: given({ due: due.toString() }),
    };
  },
  run: async (c, values) => {
    const [key, due, message] = [values.one('key'), values.one('due'), values.one('message')];
    const done = await askTask(scopeOf(c), { plan: idOf(c), measure: c.req.param('insats') ?? '', key, due, message });
    return isRefusal(done) ? done : { next: `${taskHref({ plan: idOf(c), id: done.id })}?klart=fragat` };
  },
});

const stateOf = (c: Context<AppEnv>) => taskStates.find((state) => moveTexts[state].path === c.req.param('drag'));

const movePage = actPage({
  path: '/planer/:id/uppdrag/:uppdrag/:drag',
  permission: 'plans.move-task',
  texts: refusals,
  prepare: async (c, _, refused) => {
    const plan = await planOf(c);
    const task = plan?.tasks.list.find(({ id }) => id === c.req.param('uppdrag'));
    const to = stateOf(c);
    // Who was a moment too late is told why beside what they wrote.
    if (!plan || !task || !to || !(task.open.includes(to) || refused?.refusal.code === 'task-moved')) return undefined;
    const found = to === 'rejected' ? await readUnitsToHandTo(scopeOf(c), { plan: plan.id }) : undefined;
    const units = !found || isRefusal(found) ? [] : found.units.filter(({ id }) => id !== task.owner.id);
    const { title, lead } = wordsOfMove(task, to);
    const right: FormField[] =
      units.length === 0
        ? []
        : [
            {
              ...{ kind: 'select', name: 'rightUnit', label: texts.rightUnit, hint: texts.rightUnitHint, empty: '', optional: true },
              options: units.map(({ id, name }) => ({ value: id, label: name })),
            },
          ];
    const takes = needsReason(to);
    const optional = !takes || right.length > 0;
    return {
      ...{ title, lead, caption: task.words?.what ?? taskTexts.title, back: taskHref(task), submit: texts.submit },
      fields: [{ kind: 'lines', name: 'reason', label: takes ? texts.reason : texts.said, rows: 3, optional }, ...right],
      initial: given({}),
      hidden: { seen: String(task.number) },
      warning: to === 'cancelled' || to === 'failed',
    };
  },
  run: async (c, values) => {
    const [plan, task, to] = [idOf(c), c.req.param('uppdrag') ?? '', stateOf(c)];
    if (!to) return refuse('task-not-found');
    const seen = Number(values.one('seen'));
    const said = { reason: values.one('reason'), rightUnit: values.one('rightUnit') };
    const done = await moveTask(scopeOf(c), { plan, task, to, ...said, ...(seen > 0 ? { seen } : {}) });
    return isRefusal(done) ? done : { next: `${taskHref({ plan, id: task })}?klart=flyttat` };
  },
});

/** The forms of tasks, for staff. */
export const taskForms = new Hono<AppEnv>().route('/', askPage).route('/', movePage);
