import { createRoute, z } from '@hono/zod-openapi';
import { OUTSIDE_REASONS } from '../../../domain/plans/trace.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../../platform/index.ts';
import { afterStep } from '../after-step.ts';
import { PlanBody } from '../api-schemas.ts';
import { refusals } from '../texts-refusals.ts';
import { decideInPlan } from './decide-in-plan.ts';
import { writeGoal } from './write-goal.ts';
import { writeMeasure } from './write-measure.ts';

const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' });
const responses = { ...jsonAnswer(PlanBody, 'Planen'), ...problemAnswers(401, 403, 404, 409, 413, 415) };
const seen = z.int().min(0).default(0).openapi({
  description: '`number` för den lydelse som du hade läst; 0 för något nytt. Har någon skrivit sedan dess svarar API:et 409.',
});
const drop = z.boolean().default(false).openapi({ description: 'Sant när det inte ska vara med längre.' });

const NewGoal = z
  .strictObject({
    seen,
    sort: z.enum(['of-person', 'of-staff']),
    horizon: z.enum(['short', 'long']),
    words: z.string().min(3).max(2000),
    sign: z.string().max(1000).default(''),
    drop,
  })
  .openapi('NewPlanGoal', {
    description: 'Ett mål i personens egna ord eller i personalens. `sign` säger hur man ser att det är nått.',
    example: { seen: 0, sort: 'of-person', horizon: 'short', words: 'Sova hela natten', sign: 'Sover sju timmar', drop: false },
  });

const NewMeasure = z
  .strictObject({
    seen,
    need: z.string().min(3).max(2000),
    what: z.string().min(3).max(2000),
    unit: z.uuid().optional().openapi({ description: 'Enheten som gör det. Utelämnas när någon annan än huvudmännen gör det.' }),
    who: z.string().min(2).max(200),
    ownPart: z.string().max(1000).default(''),
    starts: z.iso.date(),
    target: z.iso.date(),
    row: z.string().max(120).optional().openapi({ description: 'Ansvaret som insatsen genomför, som `överenskommelse#rad`.' }),
    outside: z
      .enum(OUTSIDE_REASONS)
      .optional()
      .openapi({ description: 'Varför insatsen inte följer av någon överenskommelse. Skriv `row` eller `outside`.' }),
    drop,
  })
  .openapi('NewPlanMeasure', {
    description: 'En insats: vad som behövs, vad som görs, av vem, från när till när, och vilket ansvar den genomför.',
    example: {
      ...{ seen: 0, need: 'Hitta rutiner hemma', what: 'Boendestöd två gånger i veckan', who: 'Föreningen Stegen', ownPart: '' },
      ...{ starts: '2026-12-01', target: '2027-03-01', outside: 'own-wish', drop: false },
    },
  });

const NewDuties = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som uppgiften får. Skickas samma sak två gånger skrivs den en gång.' }),
    overall: z.uuid().openapi({ description: 'Huvudmannen som har det övergripande ansvaret.' }),
    coordinator: z.uuid().openapi({ description: 'Kontot för den som samordnar.' }),
    substitute: z.uuid().optional().openapi({ description: 'Kontot för den som ersätter.' }),
    followUp: z.iso.date(),
    tookPart: z.boolean(),
    whyNot: z.string().max(2000).default(''),
    othersAsked: z.boolean().default(false),
    none: z.array(z.uuid()).max(20).default([]).openapi({ description: 'Huvudmän som inte har någon insats.' }),
  })
  .openapi('NewPlanDuties', {
    description: 'Vem som svarar för vad i planen, när den följs upp och hur personen var med. Bara det som är nytt skrivs.',
    example: {
      ...{ key: '9f8d1c77-8f2f-4a53-8a43-3a5d8fd0b1b2', overall: 'e05f74d1-c282-8cdc-af71-4a899fb7dea0' },
      ...{ coordinator: '548a7000-1b50-8e81-899a-4b01688fe7b7', followUp: '2027-03-01', tookPart: true },
      ...{ whyNot: '', othersAsked: true, none: [] },
    },
  });

/** What a plan says, for staff: goals, measures, and who answers for what. */
export const planContentsApi = apiRouter();

planContentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/goals/{goal}',
    tags,
    security,
    summary: 'Skriv ett mål i planen, under ett id som du väljer',
    request: {
      params: z.strictObject({ id, goal: pathParam(z.uuid(), 'goal', { example: '3b0c8a0a-5a60-4a0c-b1b3-3c2f6b8f4e21' }) }),
      body: jsonBody(NewGoal),
    },
    responses,
  }),
  async (c) => {
    const { id: plan, goal } = c.req.valid('param');
    const found = await afterStep(scopeOf(c), plan, await writeGoal(scopeOf(c), { plan, goal, ...c.req.valid('json') }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

planContentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/measures/{measure}',
    tags,
    security,
    summary: 'Skriv en insats i planen, under ett id som du väljer',
    request: {
      params: z.strictObject({ id, measure: pathParam(z.uuid(), 'measure', { example: '6c2f4d5e-1a51-4c5d-9d0a-5d5f1f9f7a31' }) }),
      body: jsonBody(NewMeasure),
    },
    responses,
  }),
  async (c) => {
    const { id: plan, measure } = c.req.valid('param');
    const { unit, row, outside, ...said } = c.req.valid('json');
    const told = { ...(unit ? { unit } : {}), ...(row === undefined ? {} : { row }), ...(outside ? { outside } : {}) };
    const found = await afterStep(scopeOf(c), plan, await writeMeasure(scopeOf(c), { plan, measure, ...said, ...told }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

planContentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/duties',
    tags,
    security,
    summary: 'Bestäm vem som svarar för vad i planen',
    request: { params: z.strictObject({ id }), body: jsonBody(NewDuties) },
    responses,
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const { key, substitute, ...said } = c.req.valid('json');
    const told = { ...(key ? { key } : {}), ...(substitute ? { substitute } : {}) };
    const found = await afterStep(scopeOf(c), plan, await decideInPlan(scopeOf(c), { plan, ...said, ...told }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);
