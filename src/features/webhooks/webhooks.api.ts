import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, LOGIN, problem, problemAnswers, queryNumber, scopeOf } from '../../platform/index.ts';
import { readEvents } from './read-webhooks.ts';
import { refusals } from './texts.ts';

const Event = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  kind: z.string().nullable(),
  plan: z.uuid().nullable(),
  at: z.string(),
});
const WebhookEvents = z.strictObject({ events: z.array(Event), next: z.int().nullable() }).openapi('WebhookEvents', {
  description:
    'Två hundra händelser i taget, i nummerordning utan luckor. Det som ni inte längre får veta har sitt nummer kvar, utan `kind` och `plan`. Fråga med `after` lika med `next` för fler.',
});

/** What a huvudman's own systems have been told, for those that have missed some. */
export const webhooksApi = apiRouter();

webhooksApi.openapi(
  createRoute({
    method: 'get',
    path: '/events',
    tags: ['events'],
    security: LOGIN,
    summary: 'Händelser som er adress har fått, eller skulle ha fått',
    request: {
      query: z.strictObject({
        webhook: z.uuid().openapi({ param: { name: 'webhook', in: 'query' }, example: 'e695117b-63a6-8e89-87f7-a568c870a903' }),
        after: queryNumber({ min: 0, max: 999_999_999, example: 0, description: 'Det sista numret som ni har.' }).optional(),
      }),
    },
    responses: { ...jsonAnswer(WebhookEvents, 'Händelserna'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const { webhook, after = 0 } = c.req.valid('query');
    const found = await readEvents(scopeOf(c), { webhook, after });
    if (isRefusal(found)) return problem(c, found, refusals);
    const events = found.events.map(({ id, number, kind, plan_id, at }) => ({
      id,
      number: Number(number),
      kind,
      plan: plan_id,
      at: at.toString(),
    }));
    return c.json({ events, next: found.next ?? null }, 200);
  },
);
