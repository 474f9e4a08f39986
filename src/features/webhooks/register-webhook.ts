import { isIP } from 'node:net';
import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { addressFault, LONGEST_ADDRESS } from '../../domain/webhooks/address.ts';
import { EVENT_KINDS } from '../../domain/webhooks/events.ts';
import { stableId, useCase } from '../../platform/index.ts';
import { isOpenAddress } from '../link-checks/index.ts';
import { contexts } from './sealed.ts';
import { newWebhookSecret } from './sign.ts';
import { findWebhook, insertSecret, insertWebhook } from './webhooks.sql.ts';

/**
 * Lets the huvudman's own system be told, at an address, of some kinds of acts in the plans that it takes part in and may know of. A secret is made with it.
 * Where the address leads is tried each time that it is gone to. Refuses `webhook-address` (params.because), `key-taken`.
 */
export const registerWebhook = useCase({
  permission: 'webhooks.register',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid(),
    url: z
      .string()
      .trim()
      .max(LONGEST_ADDRESS + 1),
    kinds: z.array(z.enum(EVENT_KINDS)).min(1).max(EVENT_KINDS.length),
  }),
  run: async ({ tx, actor, now, keys, input, record }) => {
    const { key: id, url } = input;
    const kinds = EVENT_KINDS.filter((kind) => input.kinds.includes(kind));
    const fault = addressFault(url, { inside: false });
    if (fault) return fault;
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !isOpenAddress(host)) return refuse('webhook-address', { because: 'not-open' });
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('webhook-not-found');
    const { account } = getLogin(actor);
    if (!(await insertWebhook(tx, { id, organisation, url, kinds }, account, now))) {
      const before = await findWebhook(tx, id);
      return before && saysTheSame(before, { url, kinds }) ? { id } : refuse('key-taken');
    }
    const secret = stableId(`${id}:secret`);
    const cipher = keys.encrypt(newWebhookSecret(), contexts.secret(secret));
    await insertSecret(tx, { id: secret, webhook: id, cipher }, account, now);
    await record({ kind: 'webhooks.register', subject: { kind: 'webhook', id }, content: { kinds } });
    return { id };
  },
});
