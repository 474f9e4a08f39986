import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, newId, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { answerRemark, settleSuggestion } from './act-on-remark.ts';
import { addRemark } from './add-remark.ts';
import { readRemarks } from './read-remarks.ts';
import { EXAMPLE_DRAFT, EXAMPLE_REMARK, KeptRemark, NewRemark, NewRemarkAct, RemarkList, remarkBody } from './remark-schemas.ts';
import { refusals } from './texts-refusals.ts';
import { remarkApiTexts as texts } from './texts-remarks.ts';

const tags = ['drafts'];
const id = pathParam(z.uuid(), 'id', { example: EXAMPLE_DRAFT });

/** What is said about a working copy: read, said, answered and settled, by the same use-cases as on its pages. */
export const remarksApi = apiRouter();

remarksApi.openapi(
  createRoute({
    method: 'get',
    path: '/drafts/{id}/remarks',
    tags,
    security: LOGIN,
    summary: texts.read,
    request: { params: z.strictObject({ id }) },
    responses: { ...jsonAnswer(RemarkList, texts.readAnswer), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readRemarks(scopeOf(c), { draft: c.req.valid('param').id });
    return isRefusal(found) ? problem(c, found, refusals) : c.json({ number: found.number, remarks: found.remarks.map(remarkBody) }, 200);
  },
);

remarksApi.openapi(
  createRoute({
    method: 'post',
    path: '/drafts/{id}/remarks',
    tags,
    security: LOGIN,
    summary: texts.say,
    description: texts.sayNote,
    request: { params: z.strictObject({ id }), body: jsonBody(NewRemark) },
    responses: { ...jsonAnswer(KeptRemark, texts.said), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { key = newId(c.var.runtime.clock.now()), place = '', text = '', wording = '', ...said } = c.req.valid('json');
    const added = await addRemark(scopeOf(c), { draft: c.req.valid('param').id, key, place, text, wording, ...said });
    return isRefusal(added) ? problem(c, added, refusals) : c.json({ id: added.id }, 200);
  },
);

remarksApi.openapi(
  createRoute({
    method: 'post',
    path: '/drafts/{id}/remarks/{remark}/acts',
    tags,
    security: LOGIN,
    summary: texts.act,
    description: texts.actNote,
    request: {
      params: z.strictObject({ id, remark: pathParam(z.uuid(), 'remark', { example: EXAMPLE_REMARK }) }),
      body: jsonBody(NewRemarkAct),
    },
    responses: { ...jsonAnswer(KeptRemark, texts.acted), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: draft, remark } = c.req.valid('param');
    const { act, text = '', key = newId(c.var.runtime.clock.now()) } = c.req.valid('json');
    const asked = { key, draft, remark, text };
    const done =
      act === 'accept' || act === 'reject'
        ? await settleSuggestion(scopeOf(c), { ...asked, act })
        : await answerRemark(scopeOf(c), { ...asked, act });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ id: done.id }, 200);
  },
);
