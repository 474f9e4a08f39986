import { createRoute, z } from '@hono/zod-openapi';
import { taskSides } from '../../../domain/plans/task-states.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  jsonBody,
  LOGIN,
  linkNext,
  pathParam,
  problem,
  problemAnswers,
  type Scope,
  scopeOf,
} from '../../../platform/index.ts';
import { refusals } from '../texts-refusals.ts';
import { NewPlanTask, NewTaskMove, PlanTask, PlanTasks, TasksFound } from './api-schemas.ts';
import { askTask } from './ask-task.ts';
import type { ShownPlanTask, ShownTask } from './load-tasks.ts';
import { moveTask } from './move-task.ts';
import { readPlace, readPlanTasks, readTasks, taskChoices } from './read-tasks.ts';

const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: '054636f5-edea-8e95-a499-16def892527f' });
const params = z.strictObject({ id });
const taskParams = z.strictObject({ id, task: pathParam(z.uuid(), 'task', { example: '3c687f6d-6fda-83ad-b86e-c841d0ff83a6' }) });

/** Tasks between units, for staff whose unit takes part in a plan. */
export const tasksApi = apiRouter();

tasksApi.openapi(
  createRoute({
    method: 'get',
    path: '/tasks',
    tags,
    security,
    summary: 'Uppdrag som din enhet har, eller har bett om',
    request: {
      query: z.strictObject({
        side: z.enum(taskSides).optional(),
        state: z.enum(taskChoices).optional(),
        overdue: z.enum(['true', 'false']).optional(),
        after: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
          .optional()
          .openapi({ description: '`next` från sidan före.' }),
      }),
    },
    responses: { ...jsonAnswer(TasksFound, 'Tjugo uppdrag i taget'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const { side, state, overdue, after } = c.req.valid('query');
    const place = readPlace(after ?? '');
    const asked = { ...(side ? { side } : {}), ...(state ? { state } : {}), ...(place ? { after: place } : {}) };
    const found = await readTasks(scopeOf(c), { ...asked, overdue: overdue === 'true' });
    if (isRefusal(found)) return problem(c, found, refusals);
    linkNext(c, found.next);
    const tasks = found.tasks.map((one) => ({ ...taskBody(one), name: one.name ?? null, masked: one.protected }));
    return c.json({ tasks, next: found.next ?? null }, 200);
  },
);

tasksApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/tasks',
    tags,
    security,
    summary: 'Uppdragen i en plan',
    request: { params },
    responses: { ...jsonAnswer(PlanTasks, 'De uppdrag som är dina att se'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const plan = await readPlanTasks(scopeOf(c), c.req.valid('param').id);
    return isRefusal(plan) ? problem(c, plan, refusals) : c.json({ tasks: plan.tasks.map(planTaskBody) }, 200);
  },
);

tasksApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/tasks',
    tags,
    security,
    summary: 'Be en enhet göra en insats',
    request: { params, body: jsonBody(NewPlanTask) },
    responses: { ...jsonAnswer(PlanTask, 'Uppdraget'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const plan = c.req.valid('param').id;
    const { key, message = '', ...said } = c.req.valid('json');
    const done = await askTask(scopeOf(c), { plan, ...said, message, ...(key ? { key } : {}) });
    const task = isRefusal(done) ? done : await taskOf(scopeOf(c), plan, done.id);
    return isRefusal(task) ? problem(c, task, refusals) : c.json(planTaskBody(task), 200);
  },
);

tasksApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/tasks/{task}',
    tags,
    security,
    summary: 'Ett uppdrag, med vad som har hänt',
    request: { params: taskParams },
    responses: { ...jsonAnswer(PlanTask, 'Uppdraget'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const { id: plan, task } = c.req.valid('param');
    const found = await taskOf(scopeOf(c), plan, task);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(planTaskBody(found), 200);
  },
);

tasksApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/tasks/{task}/moves',
    tags,
    security,
    summary: 'Svara på ett uppdrag, eller skriv hur långt det har kommit',
    request: { params: taskParams, body: jsonBody(NewTaskMove) },
    responses: { ...jsonAnswer(PlanTask, 'Uppdraget'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan, task } = c.req.valid('param');
    const { to, reason = '', rightUnit = '', seen } = c.req.valid('json');
    const done = await moveTask(scopeOf(c), { plan, task, to, reason, rightUnit, ...(seen === undefined ? {} : { seen }) });
    const found = isRefusal(done) ? done : await taskOf(scopeOf(c), plan, task);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(planTaskBody(found), 200);
  },
);

async function taskOf(scope: Scope, plan: string, task: string) {
  const found = await readPlanTasks(scope, plan);
  return isRefusal(found) ? found : (found.tasks.find((one) => one.id === task) ?? refuse('task-not-found'));
}

function taskBody({ words, ...task }: ShownTask): z.infer<typeof TasksFound>['tasks'][number] & { name: null; masked: false } {
  const unitOf = ({ id: unit, name, organisation }: ShownTask['owner']) => ({ id: unit, name, organisation: { ...organisation } });
  return {
    ...{ id: task.id, plan: task.plan, measure: task.measure, state: task.state, overdue: task.overdue, ownerClosed: task.ownerClosed },
    ...{ number: task.number, since: task.since.toString(), due: task.due.toString(), sides: [...task.sides] },
    ...{ requester: unitOf(task.requester), owner: unitOf(task.owner), name: null, masked: false },
    words: words ? { what: words.what, message: words.message, agreement: words.agreement, row: words.row, outside: words.outside } : null,
  };
}

function planTaskBody(task: ShownPlanTask): z.infer<typeof PlanTask> {
  const { name: _, masked: __, ...body } = taskBody(task);
  return {
    ...body,
    forwardedFrom: task.forwardedFrom ?? null,
    open: [...task.open],
    moves: task.moves.map(({ number, to, side, at, unit, right, reason }) => ({
      ...{ number, to, side, unit },
      at: at.toString(),
      right: right ?? null,
      reason: reason ?? null,
    })),
  };
}
