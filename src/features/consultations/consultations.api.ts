import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { commentBodies, roundBody, roundItem } from './api-answers.ts';
import { CommentList, EXAMPLE_ROUND, Extended, KeptComment, NewComment, NewExtension, RoundBody, RoundList } from './api-schemas.ts';
import { extendRound } from './extend-round.ts';
import { giveComment } from './give-comment.ts';
import { readRound, readRounds } from './read-rounds.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['consultations'];
const params = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: EXAMPLE_ROUND }) });
/** What is public here changes without the data being loaded anew, so nobody keeps it. */
const NOT_KEPT = { 'cache-control': 'no-store' };

/** Consultations: the public ones for everyone, and the rest for those asked and those who write. */
export const consultationsApi = apiRouter();

consultationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations',
    tags,
    summary: 'Remisser som du får läsa',
    responses: { ...jsonAnswer(RoundList, 'Remisserna'), ...problemAnswers() },
  }),
  async (c) => {
    const found = await readRounds(scopeOf(c), {});
    return isRefusal(found) ? problem(c, found, refusals) : c.json({ consultations: found.map(roundItem) }, 200, NOT_KEPT);
  },
);

consultationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}',
    tags,
    summary: 'En remiss med sin text',
    request: { params },
    responses: { ...jsonAnswer(RoundBody, 'Remissen'), ...problemAnswers(404) },
  }),
  async (c) => {
    const found = await readRound(scopeOf(c), { round: c.req.valid('param').id });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(roundBody(found), 200, NOT_KEPT);
  },
);

consultationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/comments',
    tags,
    summary: 'Synpunkter i en remiss, med svaren på dem',
    request: { params },
    responses: { ...jsonAnswer(CommentList, 'Synpunkterna'), ...problemAnswers(404) },
  }),
  async (c) => {
    const found = await readRound(scopeOf(c), { round: c.req.valid('param').id });
    return isRefusal(found) ? problem(c, found, refusals) : c.json({ comments: commentBodies(found) }, 200, NOT_KEPT);
  },
);

consultationsApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/comments',
    tags,
    security: LOGIN,
    summary: 'Lämna en synpunkt',
    description: 'För den som svarar för en av de tillfrågade. Sena synpunkter tas emot och märks som sena tills remissen är avslutad.',
    request: { params, body: jsonBody(NewComment) },
    responses: { ...jsonAnswer(KeptComment, 'Synpunkten är lämnad'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const kept = await giveComment(scopeOf(c), { round: c.req.valid('param').id, ...c.req.valid('json') });
    return isRefusal(kept) ? problem(c, kept, refusals) : c.json({ id: kept.id }, 200);
  },
);

consultationsApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/extensions',
    tags,
    security: LOGIN,
    summary: 'Ge de tillfrågade mer tid',
    description: 'För den som har skickat remissen, tills den är avslutad. De tillfrågade får veta det.',
    request: { params, body: jsonBody(NewExtension) },
    responses: { ...jsonAnswer(Extended, 'Remissen är förlängd'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const extended = await extendRound(scopeOf(c), { round: c.req.valid('param').id, ...c.req.valid('json') });
    return isRefusal(extended) ? problem(c, extended, refusals) : c.json(extended, 200);
  },
);
