import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, useCase } from '../../platform/index.ts';
import { hashOfClientSecret, newClientSecret } from './client-secret.ts';
import { findWebhookOfSystem, insertClientEnding, insertClientSecret, listClientSecrets, listEventsOfSystem } from './systems.sql.ts';
import { findWebhook } from './webhooks.sql.ts';

/**
 * Makes a secret for the huvudman's own system, and shows it this once: what is kept can be compared with it and nothing more. The one before holds for a day more.
 * Refuses `webhook-not-found`, `webhook-ended`, `secret-shown` (the form comes once more: what it made is not kept), `key-taken`.
 */
export const makeClientSecret = useCase({
  permission: 'webhooks.make-client-secret',
  mode: 'write',
  input: z.strictObject({ id: z.uuid(), webhook: z.uuid() }),
  run: async ({ tx, actor, now, input: { id, webhook }, record }) => {
    const found = await findWebhook(tx, webhook);
    if (!found) return refuse('webhook-not-found');
    if ((await listClientSecrets(tx, webhook)).some((one) => one.id === id)) return refuse('secret-shown');
    if (found.ended_at) return refuse('webhook-ended');
    const secret = newClientSecret();
    const hash = hashOfClientSecret(secret);
    if (!hash || !(await insertClientSecret(tx, { id, webhook, hash }, getLogin(actor).account, now))) return refuse('key-taken');
    await record({ kind: 'webhooks.make-client-secret', subject: { kind: 'webhook', id: webhook }, content: {} });
    return { secret };
  },
});

/** The secrets that the system has open nothing more, from now. Ended once more it is as it was. Refuses `webhook-not-found`. */
export const endClientSecrets = useCase({
  permission: 'webhooks.end-client-secrets',
  mode: 'write',
  input: z.strictObject({ webhook: z.uuid() }),
  run: async ({ tx, actor, now, input: { webhook }, record }) => {
    if (!(await findWebhook(tx, webhook))) return refuse('webhook-not-found');
    const [latest] = await listClientSecrets(tx, webhook);
    if (!latest || latest.ended) return { id: webhook };
    await insertClientEnding(tx, { id: newId(now), webhook, upto: latest.nth }, getLogin(actor).account, now);
    await record({ kind: 'webhooks.end-client-secrets', subject: { kind: 'webhook', id: webhook }, content: {} });
    return { id: webhook };
  },
});

/** At most so many events at a time. */
export const MOST_EVENTS = 200;

/**
 * What the address of a system has been told, or was to be, after a number: by the secret alone, for the one address that it is of. Refuses `system-unknown` (the
 * secret opens nothing: it is none, has been ended or replaced, or the address is ended) and `webhook-not-found` (it is of another address).
 */
export const readEventsAsSystem = useCase({
  permission: 'webhooks.read-as-system',
  mode: 'read',
  input: z.strictObject({ secret: z.string(), webhook: z.uuid(), after: z.int().min(0).default(0) }),
  run: async ({ tx, now, input: { secret, webhook, after } }) => {
    const hash = hashOfClientSecret(secret);
    const found = hash && (await findWebhookOfSystem(tx, hash, now));
    if (!hash || !found) return refuse('system-unknown');
    if (found !== webhook) return refuse('webhook-not-found');
    const rows = await listEventsOfSystem(tx, hash, { now, after, most: MOST_EVENTS + 1 });
    const events = rows.slice(0, MOST_EVENTS);
    return { events, next: rows.length > MOST_EVENTS ? Number(events.at(-1)?.number) : undefined };
  },
});
