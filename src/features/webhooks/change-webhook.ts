import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { sendAgain } from './events.sql.ts';
import { contexts } from './sealed.ts';
import { newWebhookSecret } from './sign.ts';
import { findWebhook, insertEnding, insertSecret, listSecrets, takeSecret } from './webhooks.sql.ts';

/** The address is told no more, from now. Ended once more it is as it was. Refuses `webhook-not-found`. */
export const endWebhook = useCase({
  permission: 'webhooks.end',
  mode: 'write',
  input: z.strictObject({ webhook: z.uuid() }),
  run: async ({ tx, actor, now, input: { webhook }, record }) => {
    const found = await findWebhook(tx, webhook);
    if (!found) return refuse('webhook-not-found');
    if (found.ended_at) return { id: webhook };
    await insertEnding(tx, webhook, getLogin(actor).account, now);
    await record({ kind: 'webhooks.end', subject: { kind: 'webhook', id: webhook }, content: {} });
    return { id: webhook };
  },
});

/**
 * Makes a new secret; the one before holds for a day more, and events are signed with both until then. Refuses `webhook-not-found`, `webhook-ended`,
 * `key-taken` (the key is that of another's secret).
 */
export const renewSecret = useCase({
  permission: 'webhooks.renew-secret',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), webhook: z.uuid() }),
  run: async ({ tx, actor, now, keys, input: { key, webhook }, record }) => {
    const found = await findWebhook(tx, webhook);
    if (!found) return refuse('webhook-not-found');
    if ((await listSecrets(tx, webhook)).some(({ id }) => id === key)) return { id: webhook };
    if (found.ended_at) return refuse('webhook-ended');
    const cipher = keys.encrypt(newWebhookSecret(), contexts.secret(key));
    if (!(await insertSecret(tx, { id: key, webhook, cipher }, getLogin(actor).account, now))) return refuse('key-taken');
    await record({ kind: 'webhooks.renew-secret', subject: { kind: 'webhook', id: webhook }, content: {} });
    return { id: webhook };
  },
});

/** Shows the latest secret of an address, once. Refuses `webhook-not-found`, `secret-shown`. */
export const showSecret = useCase({
  permission: 'webhooks.show-secret',
  mode: 'write',
  input: z.strictObject({ webhook: z.uuid() }),
  run: async ({ tx, keys, input: { webhook }, record }) => {
    const [latest] = (await findWebhook(tx, webhook)) ? await listSecrets(tx, webhook) : [];
    if (!latest) return refuse('webhook-not-found');
    const cipher = await takeSecret(tx, latest.id);
    if (!cipher) return refuse('secret-shown');
    await record({ kind: 'webhooks.show-secret', subject: { kind: 'webhook', id: webhook }, content: {} });
    return { secret: keys.decrypt(cipher, contexts.secret(latest.id)) };
  },
});

/** Lets an event that was given up wait to be sent again, within seconds. Refuses `event-not-given-up`. */
export const resendEvent = useCase({
  permission: 'webhooks.resend',
  mode: 'write',
  input: z.strictObject({ webhook: z.uuid(), event: z.uuid() }),
  run: async ({ tx, input: { webhook, event }, record }) => {
    if (!(await findWebhook(tx, webhook)) || !(await sendAgain(tx, event))) return refuse('event-not-given-up');
    await record({ kind: 'webhooks.resend', subject: { kind: 'webhook', id: webhook }, content: { event } });
    return { id: webhook };
  },
});
