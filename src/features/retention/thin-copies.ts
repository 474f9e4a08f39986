import { PUBLIC } from '../../domain/access/actor.ts';
import { type JobKind, noteProgramLook, type Runtime, recorder } from '../../platform/index.ts';
import { findThinned, listDueThinnings, thinCopy } from './thinning.sql.ts';

/** What the database knows this work by. */
const THIN = 'thin-copies';

/** So many at a time get a job. */
const MOST = 200;

/**
 * The work of deleting what somebody has decided to delete: the contents of a copy, and never that there was one. Where the rule that the decision rested on holds no
 * more, or something has been noted since, nothing is deleted, and that is noted. Done again it does nothing.
 */
export function thinCopies({ database, clock }: Runtime): JobKind {
  const acting = () => ({ program: THIN, now: clock.now() });
  return {
    queue: 'thin-copy',
    waiting: () => database.transaction('read', (tx) => listDueThinnings(tx, MOST), acting()),
    run: async (offer) => {
      const now = clock.now();
      await database.transaction(
        'write',
        async (tx) => {
          const found = await findThinned(tx, offer);
          if (!found || !(await thinCopy(tx, offer))) return;
          const { copy, plan, rule, person, organisation } = found;
          const record = recorder(tx, { actor: PUBLIC, today: clock.today(), now });
          await record({ kind: 'retention.thin', subject: { kind: 'retention', id: organisation }, content: { offer, copy, rule } });
          const look = { person, owner: organisation, record: { kind: 'plan', id: plan }, details: { copy, written: true } } as const;
          await noteProgramLook(tx, 'retention.thin', { ...look, purpose: { kind: 'system', share: null } }, now);
        },
        acting(),
      );
    },
  };
}
