import type { JobKind, Runtime } from '../../platform/index.ts';
import { deliver, listUndelivered } from './delivery.sql.ts';

/** So many rows at a time get a job. */
const MOST = 500;

/**
 * The work of telling: each row of the outbox is delivered once, however often it is tried and by how many processes. `onNobody` hears of each row, by its
 * id, that there was nobody at all to tell.
 */
export function deliverNotices({ database, clock }: Runtime, onNobody: (outbox: string) => void = () => undefined): JobKind {
  return {
    queue: 'deliver-notice',
    waiting: () => database.transaction('read', (tx) => listUndelivered(tx, MOST)),
    run: async (id) => {
      const given = await database.transaction('write', (tx) => deliver(tx, id, clock.now()));
      if (given === 0) onNobody(id);
    },
  };
}
