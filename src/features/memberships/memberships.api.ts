import { createRoute, z } from '@hono/zod-openapi';
import { Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { NewTurn, NotedTurn } from './api-schemas.ts';
import { noteTurn } from './note-turn.ts';
import { refusals } from './texts.ts';

const params = z.strictObject({ slug: pathParam(Slug, 'slug', { example: 'jonkoping-psykiatriska-tillstand' }) });

/** That a party leaves an agreement or joins it. */
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
