import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { planBody, plansBody } from './api-answers.ts';
import { EstablishedVersion, NewAssessment, NewPlan, NewVersion, OpenedPlan, PlanBody, PlansFound } from './api-schemas.ts';
import { assessNeed } from './assess-need.ts';
import { establishPlan } from './contents/establish-plan.ts';
import { openPlan } from './open-plan.ts';
import { readPlanCore } from './read-plan.ts';
import { readPlans } from './read-plans.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['plans'];
const security = LOGIN;
const params = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' }) });

/** Plans, for staff whose unit takes part in them. */
export const plansApi = apiRouter();

plansApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans',
    tags,
    security,
    summary: 'Planer som din enhet är med i',
    request: { query: z.strictObject({ before: z.uuid().optional() }) },
    responses: { ...jsonAnswer(PlansFound, 'Femtio planer i taget'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const found = await readPlans(scopeOf(c), c.req.valid('query'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(plansBody(found.plans, found.next), 200);
  },
);

plansApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}',
    tags,
    security,
    summary: 'En plan, så långt den är öppen för dig',
    description: 'Har personen skyddad identitet får en granskare hos er och hos den som samordnar veta att du har läst planen.',
    request: { params },
    responses: { ...jsonAnswer(PlanBody, 'Planen'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const plan = await readPlanCore(scopeOf(c), c.req.valid('param').id);
    return isRefusal(plan) ? problem(c, plan, refusals) : c.json(planBody(plan), 200);
  },
);

plansApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans',
    tags,
    security,
    summary: 'Öppna en plan för en person som din enhet arbetar med',
    request: { body: jsonBody(NewPlan) },
    responses: { ...jsonAnswer(OpenedPlan, 'Planen är öppnad'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { key, whyNot, ...plan } = c.req.valid('json');
    const done = await openPlan(scopeOf(c), { ...plan, ...(key ? { key } : {}), ...(whyNot === undefined ? {} : { whyNot }) });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ id: done.id }, 200);
  },
);

plansApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/assessments',
    tags,
    security,
    summary: 'Skriv vad din huvudman kommer fram till: behövs planen?',
    request: { params, body: jsonBody(NewAssessment) },
    responses: { ...jsonAnswer(PlanBody, 'Planen'), ...problemAnswers(401, 403, 404, 413, 415) },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const { needed, reason = '' } = c.req.valid('json');
    const done = await assessNeed(scopeOf(c), { plan: id, needed, reason });
    if (isRefusal(done)) return problem(c, done, refusals);
    const plan = await readPlanCore(scopeOf(c), id);
    return isRefusal(plan) ? problem(c, plan, refusals) : c.json(planBody(plan), 200);
  },
);

plansApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/versions',
    tags,
    security,
    summary: 'Upprätta planen som en version',
    request: {
      params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: '054636f5-edea-8e95-a499-16def892527f' }) }),
      body: jsonBody(NewVersion),
    },
    responses: { ...jsonAnswer(EstablishedVersion, 'Versionens nummer'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { reason = '', notAsked = '' } = c.req.valid('json');
    const done = await establishPlan(scopeOf(c), { plan: c.req.valid('param').id, reason, notAsked });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ number: done.number }, 200);
  },
);
