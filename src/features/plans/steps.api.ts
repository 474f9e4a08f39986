import { createRoute, z } from '@hono/zod-openapi';
import { PREPARATION_PARTS } from '../../domain/plans/parts.ts';
import { INITIATORS } from '../../domain/plans/plan-kinds.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { afterStep } from './after-step.ts';
import { PlanBody } from './api-schemas.ts';
import { askUnit } from './ask-unit.ts';
import { pointOut } from './point-out.ts';
import { refusals } from './texts-refusals.ts';
import { writePart } from './write-part.ts';

const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' });
const responses = { ...jsonAnswer(PlanBody, 'Planen'), ...problemAnswers(401, 403, 404, 409, 413, 415) };

const NewInitiative = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som uppgiften får. Skickas samma sak två gånger skrivs den en gång.' }),
    by: z.enum(INITIATORS),
    on: z.iso.date(),
    reason: z.string().min(3).max(4000),
  })
  .openapi('NewPlanInitiative', {
    description: 'Att någon mer har sett att planen behövs, vilken dag och varför. Tiden räknas från den första dagen.',
    example: { key: '0d2f6a1e-52d4-4f6b-9c0e-0f6f9a3d1c11', by: 'relative', on: '2026-11-19', reason: 'Systern ringde och var orolig.' },
  });

const NewText = z
  .strictObject({
    text: z.string().max(20_000),
    seen: z.string().max(40).optional().openapi({
      description: '`at` för den text som du hade läst. Utelämnas när inget var skrivet. Har någon skrivit sedan dess svarar API:et 409.',
    }),
  })
  .openapi('NewPlanText', {
    description: 'Vad som står i en del av planen. En tom text tar bort den.',
    example: { text: 'Personen vill ses på mottagningen.' },
  });

const NewParty = z.strictObject({ unit: z.uuid() }).openapi('NewPlanParty', {
  description: 'En enhet i länet som ska vara med i planen.',
  example: { unit: 'f5b2ba32-90ac-8604-9937-6cb5e676de3f' },
});

/** What is done in a plan before it is made: who saw the need, what is written before the meeting, who takes part. */
export const planStepsApi = apiRouter();

planStepsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/initiatives',
    tags,
    security,
    summary: 'Skriv att någon mer har sett att planen behövs',
    request: { params: z.strictObject({ id }), body: jsonBody(NewInitiative) },
    responses,
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const { key, ...said } = c.req.valid('json');
    const found = await afterStep(scopeOf(c), plan, await pointOut(scopeOf(c), { plan, ...said, ...(key ? { key } : {}) }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

planStepsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/texts/{part}',
    tags,
    security,
    summary: 'Skriv en del av planen inför mötet',
    request: {
      params: z.strictObject({ id, part: pathParam(z.enum(PREPARATION_PARTS), 'part', { example: 'adaptations' }) }),
      body: jsonBody(NewText),
    },
    responses,
  }),
  async (c) => {
    const { id: plan, part } = c.req.valid('param');
    const { text, seen = '' } = c.req.valid('json');
    const found = await afterStep(scopeOf(c), plan, await writePart(scopeOf(c), { plan, part, text, seen }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

planStepsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/parties',
    tags,
    security,
    summary: 'Be en enhet vara med i planen',
    request: { params: z.strictObject({ id }), body: jsonBody(NewParty) },
    responses,
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const found = await afterStep(scopeOf(c), plan, await askUnit(scopeOf(c), { plan, unit: c.req.valid('json').unit }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);
