import { nextAsk } from '../../domain/documents/signature-order.ts';
import { type JobKind, newId, type Runtime } from '../../platform/index.ts';
import { type Following, followSignature } from './follow-signature.ts';
import { endAsk, findAsk, findOrder, listDueAsks } from './signature-orders.sql.ts';

/** So many orders at a time get a job. */
const MOST = 100;

/** What the database knows this work by. */
const FOLLOW = 'follow-signatures';

/**
 * The work of following orders for signatures at an outside service, so that none waits for a person who never comes back, or for a call that never comes: the
 * service is asked, ever more seldom, until the order has ended. Each time is a row before it is a job; done again, after a crash or by several processes, it
 * writes nothing twice.
 */
export function followSignatures({ database, clock }: Runtime, { service, asOwner }: Omit<Following, 'clock'>): JobKind {
  return {
    queue: 'follow-signature',
    waiting: () => {
      const now = clock.now();
      return database.transaction('read', (tx) => listDueAsks(tx, now, MOST), { program: FOLLOW, now });
    },
    run: async (id) => {
      const due = await asOwner((tx) => findAsk(tx, id));
      if (!due) return;
      const reached = (await followSignature({ service, clock, asOwner }, due.order)) ?? true;
      const at = clock.now();
      await asOwner(async (tx) => {
        const order = await findOrder(tx, due.order);
        if (!order) return;
        const next = { id: newId(at), due: nextAsk({ expiresAt: Temporal.Instant.from(order.expiresAt) }, due.number, at) };
        await endAsk(tx, { ask: id, reached, at, next });
      });
    },
  };
}
