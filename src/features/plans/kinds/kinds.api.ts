import { createRoute, z } from '@hono/zod-openapi';
import { dischargeEventNames } from '../../../domain/plans/discharge-notes.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  jsonBody,
  LOGIN,
  newId,
  pathParam,
  problem,
  problemAnswers,
  type Scope,
  scopeOf,
} from '../../../platform/index.ts';
import { readPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import type { ShownCarePlan, ShownDischarge } from './load-kind.ts';
import { noteAttitude, noteDischarge } from './note-kind.ts';

const common = { tags: ['plans'], security: LOGIN };
const DISCHARGE = '9a8e2247-8b32-81ec-9e8a-555bbe11a475';
const CARE = 'ae3f84ee-2932-8556-959f-75e085e5cfd1';
const params = (example: string) => z.strictObject({ id: pathParam(z.uuid(), 'id', { example }) });
const key = z.uuid().optional().openapi({ description: 'Skickas samma sak två gånger med samma `key` skrivs den en gång.' });
const seen = z.int().min(0).default(0).openapi({ description: '`number` för det som du hade läst; 0 när inget är noterat.' });
const place = z.strictObject({ id: z.uuid(), name: z.string() });

const Discharge = z.strictObject({
  number: z.int(),
  events: z.strictObject(Object.fromEntries(dischargeEventNames.map((name) => [name, z.string().nullable()]))),
  ...{ contact: z.string(), openCareMissing: z.enum(['yes', 'no']).nullable(), compulsory: z.boolean() },
  steps: z.array(z.strictObject({ step: z.string(), state: z.string(), dueAt: z.string().nullable(), due: z.string().nullable() })),
  payment: z.strictObject({ pays: z.enum(['yes', 'no', 'unknown']), day: z.string().nullable() }).nullable(),
});
const CarePlan = z.strictObject({
  attitude: z.strictObject({ number: z.int(), words: z.string(), unit: z.string(), at: z.string() }).nullable(),
  wordings: z.string(),
  adjusted: z.array(place.extend({ at: z.string() }).strict()),
  toAdjust: z.array(place),
});
const PlanOfKind = z.strictObject({ discharge: Discharge.nullable(), carePlan: CarePlan.nullable() }).openapi('PlanOfKind', {
  description:
    'Det som bara planer av ett slag har: vid utskrivning meddelanden, tidsgränser och kommunens betalning; i en samordnad vårdplan personens inställning och vilka enheter som har justerat den. null när planen är av ett annat slag, eller när delen inte är öppen för dig.',
});

const Event = z.strictObject({ on: z.iso.date(), at: z.string().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/) }).optional();
const NewDischarge = z
  .strictObject({
    ...{ key, seen },
    events: z.strictObject(
      Object.fromEntries(dischargeEventNames.map((name) => [name, Event])) as Record<(typeof dischargeEventNames)[number], typeof Event>,
    ),
    contact: z.string().max(200).optional(),
    openCareMissing: z.enum(['yes', 'no']).optional(),
    compulsory: z.boolean().optional(),
  })
  .openapi('NewDischargeNotes', {
    description: 'Allt som är känt om vistelsen, varje gång. Dag och klockslag i svensk tid. Det som utelämnas är inte känt.',
    example: {
      seen: 1,
      events: { admitted: { on: '2026-11-19', at: '14.10' } },
      contact: 'Alva Utkaster',
      openCareMissing: 'no',
      compulsory: false,
    },
  });
const NewAttitude = z
  .strictObject({ key, seen, words: z.string().min(3).max(4000) })
  .openapi('NewCarePlanAttitude', { example: { seen: 1, words: 'Vill hellre bo hemma.' } });
/** What only some kinds of plans have. */
export const kindsApi = apiRouter();

const written = { ...jsonAnswer(PlanOfKind, 'Det som planen har'), ...problemAnswers(401, 403, 404, 409, 413, 415) };

kindsApi.openapi(
  createRoute({
    ...{ method: 'get', path: '/plans/{id}/kind', ...common },
    summary: 'Det som bara planer av sitt slag har',
    request: { params: params(DISCHARGE) },
    responses: { ...jsonAnswer(PlanOfKind, 'Det som planen har'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await kindOf(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

kindsApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/plans/{id}/kind/discharge', ...common },
    summary: 'Notera vad som har hänt kring en vistelse på sjukhus',
    request: { params: params(DISCHARGE), body: jsonBody(NewDischarge) },
    responses: written,
  }),
  async (c) => {
    const plan = c.req.valid('param').id;
    const { key: said, ...notes } = c.req.valid('json');
    const done = await noteDischarge(scopeOf(c), { key: said ?? newId(c.var.runtime.clock.now()), plan, ...notes });
    const found = isRefusal(done) ? done : await kindOf(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

kindsApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/plans/{id}/kind/attitude', ...common },
    summary: 'Notera personens inställning till en samordnad vårdplan',
    request: { params: params(CARE), body: jsonBody(NewAttitude) },
    responses: written,
  }),
  async (c) => {
    const plan = c.req.valid('param').id;
    const { key: said, ...words } = c.req.valid('json');
    const done = await noteAttitude(scopeOf(c), { key: said ?? newId(c.var.runtime.clock.now()), plan, ...words });
    const found = isRefusal(done) ? done : await kindOf(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function kindOf(scope: Scope, id: string): Promise<z.infer<typeof PlanOfKind> | Refusal> {
  const plan = await readPlan(scope, id);
  if (isRefusal(plan)) return plan;
  const { discharge, carePlan } = plan.ofKind;
  return { discharge: discharge ? dischargeBody(discharge) : null, carePlan: carePlan ? carePlanBody(carePlan) : null };
}

function dischargeBody({ number, notes, steps, payment }: ShownDischarge): z.infer<typeof Discharge> {
  return {
    number,
    events: Object.fromEntries(dischargeEventNames.map((name) => [name, notes.events[name] ?? null])),
    ...{ contact: notes.contact, openCareMissing: notes.openCareMissing ?? null, compulsory: notes.compulsory },
    steps: steps.map(({ step, state, dueAt, moved, due }) => ({
      ...{ step, state, dueAt: dueAt?.toString() ?? null },
      due: (moved ?? due)?.toString() ?? null,
    })),
    payment: payment ? { pays: payment.pays, day: payment.day?.toString() ?? null } : null,
  };
}

function carePlanBody({ attitude, hash, adjusted, toAdjust }: ShownCarePlan): z.infer<typeof CarePlan> {
  return {
    attitude: attitude ? { number: attitude.number, words: attitude.words, unit: attitude.unit, at: attitude.at.toString() } : null,
    wordings: hash,
    adjusted: adjusted.map(({ unit, name, at }) => ({ id: unit, name, at: at.toString() })),
    toAdjust: toAdjust.map(({ unit, name }) => ({ id: unit, name })),
  };
}
