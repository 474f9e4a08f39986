import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { lackBody, lackItem } from './api-answers.ts';
import { LackBody, LackDone, LackList, NewLack, NewLackAnswer, NothingMore } from './api-schemas.ts';
import { pointOut } from './point-out.ts';
import { listLacksOf, readLack } from './read-lacks.ts';
import { answerLack, receiveLack, withdrawLack } from './reply-to-lack.ts';
import { refusals } from './texts.ts';

const tags = ['non-compliance'];
/** What the municipality of the demonstration has pointed out, and what it pointed out later. */
const EXAMPLE = '6b3f5fb7-ae04-8d02-b0cb-e9072eb95695';
const LATER = '5f0698e3-12c4-8917-b602-4a197211c85f';
const paramsOf = (example: string) => z.strictObject({ id: pathParam(z.uuid(), 'id', { example }) });
const params = paramsOf(EXAMPLE);

/** What parties point out in writing when an agreement is not kept, and what the bodies that it goes to say. */
export const lacksApi = apiRouter();

lacksApi.openapi(
  createRoute({
    method: 'get',
    path: '/non-compliance',
    tags,
    security: LOGIN,
    summary: 'Påtalade brister som rör dig',
    responses: { ...jsonAnswer(LackList, 'Det som är påtalat'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const found = await listLacksOf(scopeOf(c), {});
    if (isRefusal(found)) return problem(c, found, refusals);
    const orders = found.orders.map(({ slug, bodies }) => ({ agreement: slug, bodies: [...bodies] }));
    return c.json({ lacks: found.lacks.map((view) => lackItem(view, found.county)), orders }, 200);
  },
);

lacksApi.openapi(
  createRoute({
    method: 'get',
    path: '/non-compliance/{id}',
    tags,
    security: LOGIN,
    summary: 'En påtalad brist, med vad organen har svarat',
    request: { params },
    responses: { ...jsonAnswer(LackBody, 'Bristen'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readLack(scopeOf(c), { lack: c.req.valid('param').id });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(lackBody(found, found.county), 200);
  },
);

lacksApi.openapi(
  createRoute({
    method: 'post',
    path: '/non-compliance',
    tags,
    security: LOGIN,
    summary: 'Påtala att avtalet inte följs',
    description: 'Det går till de organ som avtalet nämner. De parter som det gäller får också veta. Avtal utan sådan ordning säger nej.',
    request: { body: jsonBody(NewLack) },
    responses: { ...jsonAnswer(LackDone, 'Det är påtalat'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { agreement: slug, ...typed } = c.req.valid('json');
    const done = await pointOut(scopeOf(c), { ...typed, slug });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ id: done.id }, 200);
  },
);

const done = { ...jsonAnswer(LackDone, 'Det är gjort'), ...problemAnswers(401, 403, 404, 409, 413, 415) };

lacksApi.openapi(
  createRoute({
    method: 'post',
    path: '/non-compliance/{id}/receipt',
    tags,
    security: LOGIN,
    summary: 'Säga att organet har tagit emot den',
    request: { params, body: jsonBody(NothingMore) },
    responses: done,
  }),
  async (c) => {
    const answer = await receiveLack(scopeOf(c), { lack: c.req.valid('param').id });
    return isRefusal(answer) ? problem(c, answer, refusals) : c.json({ id: answer.id }, 200);
  },
);

lacksApi.openapi(
  createRoute({
    method: 'post',
    path: '/non-compliance/{id}/answer',
    tags,
    security: LOGIN,
    summary: 'Svara för organet',
    request: { params, body: jsonBody(NewLackAnswer) },
    responses: done,
  }),
  async (c) => {
    const answer = await answerLack(scopeOf(c), { lack: c.req.valid('param').id, answer: c.req.valid('json').answer });
    return isRefusal(answer) ? problem(c, answer, refusals) : c.json({ id: answer.id }, 200);
  },
);

lacksApi.openapi(
  createRoute({
    method: 'post',
    path: '/non-compliance/{id}/withdrawal',
    tags,
    security: LOGIN,
    summary: 'Ta tillbaka det som din part har påtalat',
    description: 'Så länge inte alla organ har svarat. Texten finns kvar att läsa.',
    request: { params: paramsOf(LATER), body: jsonBody(NothingMore) },
    responses: done,
  }),
  async (c) => {
    const answer = await withdrawLack(scopeOf(c), { lack: c.req.valid('param').id });
    return isRefusal(answer) ? problem(c, answer, refusals) : c.json({ id: answer.id }, 200);
  },
);
