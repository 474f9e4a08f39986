import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../../domain/refusal.ts';
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
import { noteNotification } from './note-notification.ts';

const tags = ['plans'];
const security = LOGIN;
const params = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' }) });

const PlanNotifications = z
  .strictObject({
    duties: z.array(
      z.strictObject({ id: z.string(), title: z.string(), law: z.array(z.string()), urgency: z.enum(['immediately', 'on-request']) }),
    ),
    made: z.array(z.strictObject({ id: z.uuid(), duty: z.string(), madeAt: z.string() })),
  })
  .openapi('PlanNotifications', {
    description:
      'Vad din enhet är skyldig att anmäla, vad som än är sagt om samtycke, och vad den har noterat att den har anmält. Vad som anmäldes finns inte här. Bara din egen enhet läser det.',
  });
const NewNotification = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som noteringen får. Skickas samma sak två gånger blir det en.' }),
    duty: z.string().max(60).openapi({ description: 'Vilken anmälan: `id` i `duties`.' }),
    on: z.iso.date(),
    time: z
      .string()
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/)
      .openapi({ description: 'Klockslag i Sverige: `14.30`.' }),
  })
  .openapi('NewNotification', {
    example: { key: '7a3c1f0e-7a55-4c59-9c53-0d6f3f2c9b13', duty: 'orosanmalan', on: '2026-01-15', time: '14.30' },
  });

/** That duties to notify have been done, for the unit that did. */
export const notifyingApi = apiRouter();

notifyingApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/notifications',
    tags,
    security,
    summary: 'Vad din enhet ska anmäla, och har noterat att den har anmält',
    request: { params },
    responses: { ...jsonAnswer(PlanNotifications, 'Skyldigheter och noteringar'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await notifyingOf(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

notifyingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/notifications',
    tags,
    security,
    summary: 'Notera att en anmälan är gjord',
    request: { params, body: jsonBody(NewNotification) },
    responses: { ...jsonAnswer(PlanNotifications, 'Skyldigheter och noteringar'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const { key, ...said } = c.req.valid('json');
    const done = await noteNotification(scopeOf(c), { plan, key: key ?? newId(c.var.runtime.clock.now()), ...said });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await notifyingOf(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function notifyingOf(scope: Scope, plan: string) {
  const found = await readPlan(scope, plan);
  if (isRefusal(found)) return found;
  const { duties = [], made = [] } = found.notifying ?? {};
  return {
    duties: duties.map(({ id, title, law, urgency }) => ({ id, title, law: [...law], urgency })),
    made: made.map(({ id, duty, madeAt }) => ({ id, duty, madeAt: madeAt.toString() })),
  };
}
