import type { JobKind, Runtime } from '../../platform/index.ts';
import { REMIND_AFTER } from './announce-change.ts';
import { listDueReminders, remindParty } from './planned-changes.sql.ts';

/** So many parties at a time get a job. */
const MOST = 500;

/** The work of reminding parties that have not answered what was announced: every seventh day, until they have or it is called off. */
export function remindParties({ database, clock }: Runtime): JobKind {
  return {
    queue: 'remind-planned-change',
    waiting: () => database.transaction('read', (tx) => listDueReminders(tx, clock.today(), MOST)),
    run: async (id) => {
      const when = { on: clock.today(), again: REMIND_AFTER, at: clock.now() };
      await database.transaction('write', (tx) => remindParty(tx, id, when));
    },
  };
}
