import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { closeAfter } from '../../domain/organisations/changes.ts';
import { compareDays, hasPassed, lastOf } from '../../domain/organisations/period.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { endAssignmentsWith, endFault, endSeatsWith } from './ends-of-organisation.ts';
import { findOrganisation, writeOrganisationChange } from './organisations.sql.ts';
import { stampOf } from './stamp.ts';
import { Day, Seen } from './unit-input.ts';
import { listUnits, lockForChange, writeUnitChange } from './units.sql.ts';

/**
 * Closes a private provider or a user organisation of one's county after its last day, with its units, assignments and seats. Regions and municipalities
 * are never closed: they go up into another (`mergeOrganisation`). Refuses `organisation-not-found`, `forbidden`, `own-organisation`,
 * `changed-meanwhile`, `already-closed`, `change-not-after-last`, `day-has-passed`, `cases-remain` and `assignments-to-come`.
 */
export const closeOrganisation = useCase({
  permission: 'organisations.close-organisation',
  mode: 'write',
  input: z.strictObject({ organisation: z.uuid(), seen: Seen.optional(), lastDay: Day }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const permission = 'organisations.close-organisation';
    const after = input.lastDay.add({ days: 1 });
    await lockForChange(tx, [input.organisation]);
    const one = await findOrganisation(tx, input.organisation);
    if (!one) return refuse('organisation-not-found', { id: input.organisation });
    if (!mayHandle(actor, permission, one)) return refuse('forbidden', { permission });
    if (assignmentOf(actor)?.organisation.id === one.id) return refuse('own-organisation');
    if (input.seen !== undefined && input.seen !== stampOf(one)) return refuse('changed-meanwhile', {});
    const change = closeAfter(one.versions, input.lastDay);
    if ('refused' in change) return change;
    if (hasPassed(after, today)) return refuse('day-has-passed', {});
    const stands = await endFault({ tx }, one, after);
    if (stands) return stands;
    const units = await listUnits(tx, { organisation: one.id });
    await lockForChange(
      tx,
      units.map(({ id }) => id),
    );
    const closed: string[] = [];
    for (const { id, versions } of units) {
      const last = lastOf(versions);
      if (!last || last.organisation !== one.id || (last.to && compareDays(last.to, after) < 0)) continue;
      const end = closeAfter(last.to ? [{ ...last, to: undefined }] : versions, input.lastDay);
      if ('refused' in end) return end;
      await writeUnitChange(tx, id, end);
      closed.push(id);
    }
    await writeOrganisationChange(tx, one.id, change);
    await endAssignmentsWith({ tx, now, record }, one, after);
    await endSeatsWith({ tx, now, record }, one, after);
    await record({ kind: permission, subject: { kind: 'organisation', id: one.id }, effectiveOn: after, content: { units: closed } });
    return { id: one.id };
  },
});
