import type { SentEvent } from '../../domain/webhooks/events.ts';
import { holdingSecrets } from '../../domain/webhooks/secrets.ts';
import { type JobKind, newId, type Runtime } from '../../platform/index.ts';
import { findEventToSend, listUnsent, noteAttempt } from './events.sql.ts';
import { type Posted, postEvent } from './post-event.ts';
import { contexts } from './sealed.ts';
import { signedHeaders } from './sign.ts';
import { listSecrets } from './webhooks.sql.ts';

/** So many at a time get a job. */
const MOST = 500;
const PROGRAM = 'send-webhooks';

export type WebhookWork = {
  /** May what is not the open internet be gone to? For trials alone. */
  readonly inside: boolean;
  readonly post?: typeof postEvent;
};

/** Why an event is to be tried again, as a code. */
class NotDelivered extends Error {
  readonly code: string;
  constructor(posted: Posted) {
    super('not delivered');
    this.code = 'fault' in posted ? posted.fault : `status-${posted.status}`;
  }
}

/**
 * The work of telling a huvudman's own systems: each event is sent until it is answered with a 2xx, with its id and its number every time. Whether it may still
 * be told is asked just before it is sent.
 */
export function sendWebhooks({ database, clock, keys }: Runtime, { inside, post = postEvent }: WebhookWork): JobKind {
  const acting = () => ({ program: PROGRAM, now: clock.now() });
  return {
    queue: 'send-webhook',
    waiting: () => database.transaction('read', (tx) => listUnsent(tx, MOST), acting()),
    run: async (id, { last }) => {
      if (!keys) throw new Error('the runtime has no keys');
      const found = await database.transaction(
        'write',
        async (tx) => {
          const event = await findEventToSend(tx, id);
          return event && { event, secrets: await listSecrets(tx, event.webhook_id) };
        },
        acting(),
      );
      if (!found) return;
      const { event } = found;
      const now = clock.now();
      const secrets = holdingSecrets(found.secrets, now).map((one) => keys.decrypt(one.secret_cipher, contexts.secret(one.id)));
      const sent: SentEvent = { id, kind: event.kind, number: Number(event.number), plan: event.plan_id, at: event.at.toString() };
      const body = JSON.stringify(sent);
      const posted = await post(event.url, body, signedHeaders(id, body, secrets, now), { inside });
      const { status, fault } = { status: undefined, fault: undefined, ...posted };
      const attempt = { id: newId(clock.now()), event: id, status, fault, last };
      await database.transaction('write', (tx) => noteAttempt(tx, attempt), acting());
      if (status === undefined || status < 200 || status > 299) throw new NotDelivered(posted);
    },
  };
}
