import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { LONGEST_ADDRESS } from '../../domain/webhooks/address.ts';
import { EVENT_KINDS } from '../../domain/webhooks/events.ts';
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
} from '../../platform/index.ts';
import { endWebhook, renewSecret, resendEvent, showSecret } from './change-webhook.ts';
import { endClientSecrets, makeClientSecret } from './let-system-in.ts';
import { readWebhook, readWebhooks } from './read-webhooks.ts';
import { registerWebhook } from './register-webhook.ts';
import { refusals } from './texts.ts';
import type { WebhookRow } from './webhooks.sql.ts';

const common = { tags: ['events'], security: LOGIN };
/** The address that the examples register, and go on with. */
const EXAMPLE = '8d0f1a52-3c0e-4b7e-9f61-2b8f8f6d1c40';
const params = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: EXAMPLE }) });
const ofEvent = z.strictObject({
  id: pathParam(z.uuid(), 'id', { example: 'c77f511f-c4ab-88c3-8cac-b62fc8ba3f17' }),
  event: pathParam(z.uuid(), 'event', { example: 'a53cbfcb-26fc-83e8-b9e2-0d1791837283' }),
});
const key = z.uuid().optional().openapi({ description: 'Skickas samma sak två gånger med samma `key` görs det en gång.' });

const kinds = z.array(z.enum(EVENT_KINDS)).min(1).max(EVENT_KINDS.length);
const webhook = { id: z.uuid(), url: z.string(), kinds, since: z.string(), endedAt: z.string().nullable() };
const WebhookAddress = z
  .strictObject(webhook)
  .openapi('WebhookAddress', { description: 'En adress som får händelser. Hemligheten visas för sig, en gång.' });
const Addresses = z.strictObject({ webhooks: z.array(WebhookAddress) }).openapi('WebhookAddresses');

const Delivery = z
  .strictObject({
    ...{ id: z.uuid(), number: z.int().nullable(), kind: z.string(), at: z.string() },
    ...{ state: z.enum(['waiting', 'delivered', 'withheld', 'given-up']), attempts: z.int(), lastAt: z.string().nullable() },
    ...{ status: z.int().nullable(), fault: z.string().nullable() },
  })
  .openapi('WebhookDelivery', {
    description:
      'En händelse och vad som blev av den. Vilken plan den gäller står inte här. `status` och `fault` är det senaste försökets.',
  });
const Deliveries = z
  .strictObject({
    webhook: WebhookAddress,
    secretShownAt: z.string().nullable(),
    systemSince: z.string().nullable(),
    events: z.array(Delivery),
  })
  .openapi('WebhookDeliveries', {
    description: 'De hundra senaste händelserna. `systemSince`: sedan när systemet har en nyckel att hämta händelser med.',
  });

const NewWebhook = z
  .strictObject({ key, url: z.string().max(LONGEST_ADDRESS), kinds })
  .openapi('NewWebhook', { example: { key: EXAMPLE, url: 'https://system.example/overens', kinds: ['plans.open', 'plans.establish'] } });
const NewSecret = z.strictObject({ key }).openapi('NewWebhookSecret', { example: {} });
const ShownSecret = z.strictObject({ secret: z.string() }).openapi('WebhookSecret', {
  description: 'Visas bara den här gången. Finns den inte kvar hos er, gör en ny.',
});
const Nothing = z.strictObject({}).openapi('NoContent', { example: {} });

/** Where a huvudman's own systems are told of its plans, for those who administer it: the same as the pages. */
export const registeringApi = apiRouter();

registeringApi.openapi(
  createRoute({
    ...{ method: 'get', path: '/webhooks', ...common },
    summary: 'Adresser som får händelser',
    responses: { ...jsonAnswer(Addresses, 'Adresserna'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const found = await readWebhooks(scopeOf(c), {});
    return isRefusal(found) ? problem(c, found, refusals) : c.json({ webhooks: found.webhooks.map(addressBody) }, 200);
  },
);

registeringApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/webhooks', ...common },
    summary: 'Registrera en adress som ska få händelser',
    description: 'Kräver att du nyligen har loggat in. Hämta sedan hemligheten som händelserna signeras med.',
    request: { body: jsonBody(NewWebhook) },
    responses: { ...jsonAnswer(Deliveries, 'Adressen'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { key: said, ...rest } = c.req.valid('json');
    const done = await registerWebhook(scopeOf(c), { key: said ?? newId(c.var.runtime.clock.now()), ...rest });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await deliveriesOf(scopeOf(c), done.id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

registeringApi.openapi(
  createRoute({
    ...{ method: 'get', path: '/webhooks/{id}', ...common },
    summary: 'En adress och vad som har skickats till den',
    request: { params },
    responses: { ...jsonAnswer(Deliveries, 'Adressen och händelserna'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await deliveriesOf(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

registeringApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/webhooks/{id}/secret', ...common },
    summary: 'Visa hemligheten som händelserna signeras med',
    description: 'En gång. Kräver att du nyligen har loggat in.',
    request: { params, body: jsonBody(Nothing) },
    responses: { ...jsonAnswer(ShownSecret, 'Hemligheten'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const found = await showSecret(scopeOf(c), { webhook: c.req.valid('param').id });
    return isRefusal(found) ? problem(c, found, refusals) : c.json({ secret: found.secret }, 200);
  },
);

registeringApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/webhooks/{id}/secrets', ...common },
    summary: 'Byt hemligheten som händelserna signeras med',
    description: 'Den förra gäller ett dygn till. Kräver att du nyligen har loggat in.',
    request: { params, body: jsonBody(NewSecret) },
    responses: { ...jsonAnswer(Deliveries, 'Adressen'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const here = c.req.valid('param').id;
    const done = await renewSecret(scopeOf(c), { key: c.req.valid('json').key ?? newId(c.var.runtime.clock.now()), webhook: here });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await deliveriesOf(scopeOf(c), here);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

registeringApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/webhooks/{id}/events/{event}/resend', ...common },
    summary: 'Skicka en händelse igen, när den har getts upp',
    request: { params: ofEvent, body: jsonBody(Nothing) },
    responses: { ...jsonAnswer(Deliveries, 'Adressen'), ...problemAnswers(401, 403, 404, 413, 415) },
  }),
  async (c) => {
    const { id: here, event } = c.req.valid('param');
    const done = await resendEvent(scopeOf(c), { webhook: here, event });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await deliveriesOf(scopeOf(c), here);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

registeringApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/webhooks/{id}/client-secrets', ...common },
    summary: 'Gör en nyckel som ert system hämtar händelser med',
    description: 'Den visas i svaret och aldrig mer. Den förra gäller ett dygn till. Kräver att du nyligen har loggat in.',
    request: { params, body: jsonBody(NewSecret) },
    responses: { ...jsonAnswer(ShownSecret, 'Nyckeln'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const here = c.req.valid('param').id;
    const done = await makeClientSecret(scopeOf(c), { id: c.req.valid('json').key ?? newId(c.var.runtime.clock.now()), webhook: here });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ secret: done.secret }, 200);
  },
);

registeringApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/webhooks/{id}/client-secrets/ending', ...common },
    summary: 'Stäng de nycklar som ert system hämtar händelser med',
    request: { params, body: jsonBody(Nothing) },
    responses: { ...jsonAnswer(Deliveries, 'Adressen'), ...problemAnswers(401, 403, 404, 413, 415) },
  }),
  async (c) => {
    const here = c.req.valid('param').id;
    const done = await endClientSecrets(scopeOf(c), { webhook: here });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await deliveriesOf(scopeOf(c), here);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

registeringApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/webhooks/{id}/ending', ...common },
    summary: 'Sluta skicka händelser till en adress',
    request: { params, body: jsonBody(Nothing) },
    responses: { ...jsonAnswer(Deliveries, 'Adressen'), ...problemAnswers(401, 403, 404, 413, 415) },
  }),
  async (c) => {
    const here = c.req.valid('param').id;
    const done = await endWebhook(scopeOf(c), { webhook: here });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await deliveriesOf(scopeOf(c), here);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

function addressBody({ id: one, url, kinds: of, made_at, ended_at }: WebhookRow): z.infer<typeof WebhookAddress> {
  return { id: one, url, kinds: [...of], since: made_at.toString(), endedAt: ended_at?.toString() ?? null };
}

async function deliveriesOf(scope: Scope, of: string): Promise<z.infer<typeof Deliveries> | Refusal> {
  const found = await readWebhook(scope, { webhook: of });
  if (isRefusal(found)) return found;
  return {
    webhook: addressBody(found.webhook),
    ...{ secretShownAt: found.secret.shownAt?.toString() ?? null, systemSince: found.system[0]?.at.toString() ?? null },
    events: found.events.map((one) => ({
      ...{ id: one.id, number: one.number === null ? null : Number(one.number), kind: one.kind, at: one.at.toString(), state: one.state },
      ...{ attempts: one.attempts, lastAt: one.last_at?.toString() ?? null, status: one.status, fault: one.fault },
    })),
  };
}
