import { createRoute, z } from '@hono/zod-openapi';
import { Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { draftBody, draftItem, draftTextBody } from './api-answers.ts';
import { DraftBody, DraftList, DraftTextBody, NewDecision, NotedDecision } from './api-schemas.ts';
import { readDecisions } from './decisions.ts';
import { listDraftsOf } from './read-draft.ts';
import { recordDecision } from './record-decision.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['drafts'];
const params = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: '0bb55bd9-d604-8239-8b83-3deabd0ed6df' }) });

/** Working copies and their decisions, for the systems where parties keep their records. */
export const draftsApi = apiRouter();

draftsApi.openapi(
  createRoute({
    method: 'get',
    path: '/drafts',
    tags,
    security: LOGIN,
    summary: 'Arbetsversioner i ditt län',
    request: { query: z.strictObject({ agreement: Slug.optional().openapi({ example: 'jonkoping-psykiatriska-tillstand' }) }) },
    responses: { ...jsonAnswer(DraftList, 'De som du får läsa'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const { agreement: slug } = c.req.valid('query');
    const found = await listDraftsOf(scopeOf(c), { slug });
    return isRefusal(found) ? problem(c, found, refusals) : c.json({ drafts: found.drafts.map(draftItem) }, 200);
  },
);

draftsApi.openapi(
  createRoute({
    method: 'get',
    path: '/drafts/{id}',
    tags,
    security: LOGIN,
    summary: 'En arbetsversion, och vem som har beslutat om den',
    request: { params },
    responses: { ...jsonAnswer(DraftBody, 'Arbetsversionen'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readDecisions(scopeOf(c), { draft: c.req.valid('param').id });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(draftBody(found), 200);
  },
);

draftsApi.openapi(
  createRoute({
    method: 'get',
    path: '/drafts/{id}/text',
    tags,
    security: LOGIN,
    summary: 'Texten i en arbetsversion',
    request: { params },
    responses: { ...jsonAnswer(DraftTextBody, 'Texten'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readDecisions(scopeOf(c), { draft: c.req.valid('param').id });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(draftTextBody(found), 200);
  },
);

draftsApi.openapi(
  createRoute({
    method: 'post',
    path: '/drafts/{id}/decisions',
    tags,
    security: LOGIN,
    summary: 'Anteckna en parts eller ett organs beslut',
    description: 'Registratorn antecknar sin egen parts beslut, den som sitter i ett organ organets. Ett antecknat beslut ändras aldrig.',
    request: { params, body: jsonBody(NewDecision) },
    responses: { ...jsonAnswer(NotedDecision, 'Beslutet är antecknat'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { extract, ...typed } = c.req.valid('json');
    const bytes = extract === undefined ? {} : { extract: new Uint8Array(Buffer.from(extract, 'base64')) };
    const noted = await recordDecision(scopeOf(c), { draft: c.req.valid('param').id, ...typed, ...bytes });
    return isRefusal(noted) ? problem(c, noted, refusals) : c.json({ act: noted.act }, 200);
  },
);
