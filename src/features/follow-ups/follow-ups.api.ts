import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, newId, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { followUpsBody, taskBody } from './api-answers.ts';
import { FollowUpsBody, FollowUpTasks, NewFollowUp, NotedFollowUp } from './api-schemas.ts';
import { readFollowUps, readTasks } from './read-follow-ups.ts';
import { registerFollowUp } from './register-follow-up.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['follow-ups'];
const params = z.strictObject({ slug: pathParam(Slug, 'slug', { example: 'jonkoping-missbruk-beroende' }) });

/** What is to be followed up in the agreements, and what has been. */
export const followUpsApi = apiRouter();

followUpsApi.openapi(
  createRoute({
    method: 'get',
    path: '/follow-ups',
    tags,
    summary: 'Det som ska följas upp, utvärderas och revideras',
    request: {
      query: z.strictObject({
        county: CountyCode.optional().openapi({ example: '06' }),
        on: IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' }),
      }),
    },
    responses: { ...jsonAnswer(FollowUpTasks, 'Uppgifterna'), ...problemAnswers() },
  }),
  async (c) => {
    const found = await readTasks(scopeOf(c), c.req.valid('query'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json({ on: found.on, tasks: found.tasks.map(taskBody) }, 200);
  },
);

followUpsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/follow-ups',
    tags,
    summary: 'Uppföljning av ett avtal: vad som ska göras och vad som är gjort',
    request: { params },
    responses: { ...jsonAnswer(FollowUpsBody, 'Uppföljningen'), ...problemAnswers(404) },
  }),
  async (c) => {
    const found = await readFollowUps(scopeOf(c), { slug: c.req.valid('param').slug });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(followUpsBody(found), 200);
  },
);

followUpsApi.openapi(
  createRoute({
    method: 'post',
    path: '/agreements/{slug}/follow-ups',
    tags,
    security: LOGIN,
    summary: 'Registrera en uppföljning, utvärdering eller revidering',
    description: 'Den som arbetar i det organ eller för den part som avtalet säger.',
    request: { params, body: jsonBody(NewFollowUp) },
    responses: { ...jsonAnswer(NotedFollowUp, 'Den är registrerad'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { key = newId(c.var.runtime.clock.now()), stage = 'done', ...typed } = c.req.valid('json');
    const done = await registerFollowUp(scopeOf(c), { key, stage, slug: c.req.valid('param').slug, ...typed });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ act: done.act }, 200);
  },
);
