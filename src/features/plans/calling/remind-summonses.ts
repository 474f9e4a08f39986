import type { JobKind, Runtime } from '../../../platform/index.ts';
import { listDueSummonses, remindOfSummons } from './calling.sql.ts';

/** So many at a time get a job. */
const MOST = 500;

/** The work of reminding units that are called and have not answered in time: every third day, until they have or the meeting has been held. */
export function remindSummonses({ database, clock }: Runtime): JobKind {
  return {
    queue: 'remind-summons',
    waiting: () => database.transaction('read', (tx) => listDueSummonses(tx, clock.today(), MOST)),
    run: async (id) => {
      await database.transaction('write', (tx) => remindOfSummons(tx, id, clock.today(), clock.now()));
    },
  };
}
