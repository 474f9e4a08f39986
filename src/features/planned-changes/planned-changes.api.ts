import { createRoute, z } from '@hono/zod-openapi';
import { Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { announceChange } from './announce-change.ts';
import { changeBody, changeItem } from './api-answers.ts';
import { AnnouncedChange, ChangeBody, ChangeList, NewAcknowledgement, NewAnswer, NewChange, NewObjection } from './api-schemas.ts';
import { listChangesOf, noteSeen, readChange } from './read-changes.ts';
import { acknowledgeChange, answerObjection, objectToChange } from './reply-to-change.ts';
import { refusals } from './texts-refusals.ts';
import { withdrawChange } from './withdraw-change.ts';

const tags = ['planned-changes'];
/** The region's change of the demonstration. */
const EXAMPLE = '6b69471e-8e62-86b8-9488-b9f72e9e5fa5';
/** The municipality's. */
const WITHDRAWN = 'b64ef04b-7d9d-84a6-9cd8-417b82a91505';
const params = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: EXAMPLE }) });

/** What parties plan in their services, and tell each other. */
export const plannedChangesApi = apiRouter();

plannedChangesApi.openapi(
  createRoute({
    method: 'get',
    path: '/planned-changes',
    tags,
    security: LOGIN,
    summary: 'Planerade förändringar i ditt län',
    request: { query: z.strictObject({ agreement: Slug.optional().openapi({ example: 'jonkoping-missbruk-beroende' }) }) },
    responses: { ...jsonAnswer(ChangeList, 'Det som är meddelat'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const found = await listChangesOf(scopeOf(c), { slug: c.req.valid('query').agreement });
    if (isRefusal(found)) return problem(c, found, refusals);
    return c.json({ changes: found.changes.map((view) => changeItem(view, found.county)) }, 200);
  },
);

plannedChangesApi.openapi(
  createRoute({
    method: 'get',
    path: '/planned-changes/{id}',
    tags,
    security: LOGIN,
    summary: 'En planerad förändring, med alla parters svar',
    description: 'När någon hos en part som har fått den läser den här, antecknas det att parten har öppnat den.',
    request: { params },
    responses: { ...jsonAnswer(ChangeBody, 'Förändringen'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const { id: change } = c.req.valid('param');
    const found = await readChange(scopeOf(c), { change });
    if (isRefusal(found)) return problem(c, found, refusals);
    if (found.unseen) await noteSeen(scopeOf(c), { change });
    return c.json(changeBody(found), 200);
  },
);

plannedChangesApi.openapi(
  createRoute({
    method: 'post',
    path: '/planned-changes',
    tags,
    security: LOGIN,
    summary: 'Meddela en planerad förändring',
    description: 'Alla andra parter i de avtal som raderna hör till får veta det.',
    request: { body: jsonBody(NewChange) },
    responses: { ...jsonAnswer(AnnouncedChange, 'Det är meddelat'), ...problemAnswers(401, 403, 409, 413, 415) },
  }),
  async (c) => {
    const done = await announceChange(scopeOf(c), c.req.valid('json'));
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ id: done.id }, 200);
  },
);

const done = { ...jsonAnswer(AnnouncedChange, 'Det är gjort'), ...problemAnswers(401, 403, 404, 409, 413, 415) };

plannedChangesApi.openapi(
  createRoute({
    method: 'post',
    path: '/planned-changes/{id}/objection',
    tags,
    security: LOGIN,
    summary: 'Invända för din part',
    description: 'Alla parter läser invändningen.',
    request: { params, body: jsonBody(NewObjection) },
    responses: done,
  }),
  async (c) => {
    const { wording: seen, reason } = c.req.valid('json');
    const answer = await objectToChange(scopeOf(c), { change: c.req.valid('param').id, seen, reason });
    return isRefusal(answer) ? problem(c, answer, refusals) : c.json({ id: answer.id }, 200);
  },
);

plannedChangesApi.openapi(
  createRoute({
    method: 'post',
    path: '/planned-changes/{id}/answer',
    tags,
    security: LOGIN,
    summary: 'Besvara en parts invändning',
    description: 'Bara den part som har meddelat förändringen svarar, en gång på varje invändning.',
    request: { params, body: jsonBody(NewAnswer) },
    responses: done,
  }),
  async (c) => {
    const { wording: seen, party, answer: text } = c.req.valid('json');
    const answer = await answerObjection(scopeOf(c), { change: c.req.valid('param').id, seen, party, answer: text });
    return isRefusal(answer) ? problem(c, answer, refusals) : c.json({ id: answer.id }, 200);
  },
);

plannedChangesApi.openapi(
  createRoute({
    method: 'post',
    path: '/planned-changes/{id}/acknowledgement',
    tags,
    security: LOGIN,
    summary: 'Kvittera att din part har tagit del',
    request: { params, body: jsonBody(NewAcknowledgement) },
    responses: { ...jsonAnswer(AnnouncedChange, 'Det är kvitterat'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const done = await acknowledgeChange(scopeOf(c), { change: c.req.valid('param').id, seen: c.req.valid('json').wording });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ id: done.id }, 200);
  },
);

plannedChangesApi.openapi(
  createRoute({
    method: 'post',
    path: '/planned-changes/{id}/withdrawal',
    tags,
    security: LOGIN,
    summary: 'Återkalla det som är meddelat',
    description: 'Före dagen, av den part som har meddelat det. Alla som har fått veta det får veta det.',
    request: { params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: WITHDRAWN }) }), body: jsonBody(NewAcknowledgement) },
    responses: done,
  }),
  async (c) => {
    const answer = await withdrawChange(scopeOf(c), { change: c.req.valid('param').id, seen: c.req.valid('json').wording });
    return isRefusal(answer) ? problem(c, answer, refusals) : c.json({ id: answer.id }, 200);
  },
);
