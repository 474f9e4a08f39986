import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { eventState } from '../../domain/webhooks/events.ts';
import { holdingSecrets } from '../../domain/webhooks/secrets.ts';
import { useCase } from '../../platform/index.ts';
import { type EventRow, listEvents, listEventsAfter } from './events.sql.ts';
import { MOST_EVENTS as MOST } from './let-system-in.ts';
import { listClientSecrets } from './systems.sql.ts';
import { findWebhook, listSecrets, listWebhooks } from './webhooks.sql.ts';

const SHOWN = 100;

/** The addresses that one's own huvudman is told at. */
export const readWebhooks = useCase({
  permission: 'webhooks.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx }) => ({ webhooks: await listWebhooks(tx) }),
});

/** One address: its latest hundred events and what became of each, whether its secret has been shown, and the secrets that its system holds (`system`, the latest first). Refuses `webhook-not-found`. */
export const readWebhook = useCase({
  permission: 'webhooks.read',
  mode: 'read',
  input: z.strictObject({ webhook: z.uuid() }),
  run: async ({ tx, now, input: { webhook: id } }) => {
    const webhook = await findWebhook(tx, id);
    if (!webhook) return refuse('webhook-not-found');
    const [latest] = await listSecrets(tx, id);
    const events = (await listEvents(tx, id, SHOWN)).map((one) => ({ ...one, state: stateOf(one) }));
    const system = await listClientSecrets(tx, id);
    const holding = system.filter(({ ended }) => !ended);
    return { webhook, system: holdingSecrets(holding, now), secret: { at: latest?.at, shownAt: latest?.shown_at ?? undefined }, events };
  },
});

function stateOf({ withheld_at, delivered_at, given_up_at }: EventRow) {
  return eventState({ withheldAt: withheld_at ?? undefined, deliveredAt: delivered_at ?? undefined, givenUpAt: given_up_at ?? undefined });
}

/** What an address has been told, or was to be, after a number: for whoever has missed some. `next`: the number to ask after for more. Refuses `webhook-not-found`. */
export const readEvents = useCase({
  permission: 'webhooks.read',
  mode: 'read',
  input: z.strictObject({ webhook: z.uuid(), after: z.int().min(0).default(0) }),
  run: async ({ tx, input: { webhook, after } }) => {
    if (!(await findWebhook(tx, webhook))) return refuse('webhook-not-found');
    const rows = await listEventsAfter(tx, webhook, after, MOST + 1);
    const events = rows.slice(0, MOST);
    return { events, next: rows.length > MOST ? Number(events.at(-1)?.number) : undefined };
  },
});
