import { createRoute, z } from '@hono/zod-openapi';
import { Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { NewTurn, NotedTurn, TurnCorrection } from './api-schemas.ts';
import { correctTurn } from './correct-turn.ts';
import { noteTurn } from './note-turn.ts';
import { refusals } from './texts.ts';

const slug = pathParam(Slug, 'slug', { example: 'jonkoping-psykiatriska-tillstand' });
const params = z.strictObject({ slug });

/** That a party leaves an agreement or joins it, and that what it noted of it was wrong. */
export const membershipsApi = apiRouter();

membershipsApi.openapi(
  createRoute({
    method: 'post',
    path: '/agreements/{slug}/turns',
    tags: ['agreements'],
    security: LOGIN,
    summary: 'Anteckna att din part lämnar avtalet eller går med',
    description: 'Partens registrator, för den egna parten. Avtal som säger att ingen kan lämna dem säger nej. Övriga parter får veta.',
    request: { params, body: jsonBody(NewTurn) },
    responses: { ...jsonAnswer(NotedTurn, 'Det är antecknat'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { note = '', ...typed } = c.req.valid('json');
    const done = await noteTurn(scopeOf(c), { slug: c.req.valid('param').slug, note, ...typed });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ act: done.act }, 200);
  },
);

membershipsApi.openapi(
  createRoute({
    method: 'post',
    path: '/agreements/{slug}/turns/{act}/correction',
    tags: ['agreements'],
    security: LOGIN,
    summary: 'Rätta det din part har antecknat om att lämna avtalet eller gå med',
    description:
      'Anteckningen räknas inte längre. Svarar med den nya anteckningen när `from` anges, annars med rättelsen. Övriga parter får veta.',
    request: {
      params: z.strictObject({ slug, act: pathParam(z.uuid(), 'act', { example: '36cf84c5-3cec-82ad-9464-635764bc8bbf' }) }),
      body: jsonBody(TurnCorrection),
    },
    responses: { ...jsonAnswer(NotedTurn, 'Det är rättat'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { slug, act } = c.req.valid('param');
    const done = await correctTurn(scopeOf(c), { slug, act, ...c.req.valid('json') });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ act: done.act }, 200);
  },
);
