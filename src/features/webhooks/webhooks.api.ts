import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import {
  apiRouter,
  bearerOf,
  jsonAnswer,
  LOGIN_OR_SYSTEM,
  problem,
  problemAnswers,
  queryNumber,
  rateLimit,
  scopeOf,
} from '../../platform/index.ts';
import { readEventsAsSystem } from './let-system-in.ts';
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

/** So many questions a minute with one secret, wherever they come from. */
const limited = rateLimit({
  perMinute: 60,
  address: (c) => bearerOf(c) ?? '',
  now: () => performance.now(),
  refused: (c) => problem(c, refuse('too-many')),
});
webhooksApi.use('/events', (c, next) => (bearerOf(c) === undefined ? next() : limited(c, next)));

webhooksApi.openapi(
  createRoute({
    method: 'get',
    path: '/events',
    tags: ['events'],
    security: LOGIN_OR_SYSTEM,
    summary: 'Händelser som er adress har fått, eller skulle ha fått',
    description:
      'För den som förvaltar organisationen, och för ert eget system med sin nyckel: `Authorization: Bearer …`. Högst 60 frågor i minuten med en nyckel.',
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
    const secret = c.get('actor').kind === 'public' ? bearerOf(c) : undefined;
    const found =
      secret === undefined
        ? await readEvents(scopeOf(c), { webhook, after })
        : await readEventsAsSystem(scopeOf(c), { secret, webhook, after });
    // What a system is answered is its own: it is kept for nobody else.
    c.header('cache-control', 'no-store');
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
