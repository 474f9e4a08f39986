import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { closeAfter } from '../../domain/organisations/changes.ts';
import { handOver, intoFault } from '../../domain/organisations/organisation-ends.ts';
import { hasPassed } from '../../domain/organisations/period.ts';
import { mayHandleBodies } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, type Telling, useCase } from '../../platform/index.ts';
import { comingFault, endAssignmentsWith, endSeatsWith } from './ends-of-organisation.ts';
import { findOrganisation, writeOrganisationChange } from './organisations.sql.ts';
import { looksAtMoves, recordsThatFollow } from './records-of-organisation.ts';
import { stampOf } from './stamp.ts';
import { Day, Seen } from './unit-input.ts';
import { insertOrganisationSuccession, listUnits, lockForChange, writeUnitChange } from './units.sql.ts';

/**
 * Lets an organisation go up into another of its kind in the county from a day: its units, assignments, seats and accounts follow, and the register
 * answers who it is and who it was. So do its records about persons, whom the same units work with as before. The county does, the administrators of both are told and, when
 * there are records, the quality manager of the other; the log is told of each. Refuses `organisation-not-found`, `forbidden`, `own-organisation`, `changed-meanwhile`, what `intoFault` refuses, `already-closed`,
 * `change-not-after-last`, `day-has-passed` and `assignments-to-come`.
 */
export const mergeOrganisation = useCase({
  permission: 'organisations.merge-organisation',
  mode: 'write',
  input: z.strictObject({ organisation: z.uuid(), seen: Seen.optional(), into: z.uuid(), from: Day }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const permission = 'organisations.merge-organisation';
    const { from: day } = input;
    await lockForChange(tx, [input.organisation, input.into]);
    const [one, into] = [await findOrganisation(tx, input.organisation), await findOrganisation(tx, input.into)];
    if (!one || !into) return refuse('organisation-not-found', { id: one ? input.into : input.organisation });
    if (!mayHandleBodies(actor, permission, one.county)) return refuse('forbidden', { permission });
    if (assignmentOf(actor)?.organisation.id === one.id) return refuse('own-organisation');
    if (input.seen !== undefined && input.seen !== stampOf(one)) return refuse('changed-meanwhile', {});
    const fault = intoFault(one, into, day);
    if (fault) return fault;
    const change = closeAfter(one.versions, day.subtract({ days: 1 }));
    if ('refused' in change) return change;
    if (hasPassed(day, today)) return refuse('day-has-passed', {});
    const stands = await comingFault({ tx }, one, day);
    if (stands) return stands;
    const units = await listUnits(tx, { organisation: one.id });
    await lockForChange(
      tx,
      units.map(({ id }) => id),
    );
    const moved: string[] = [];
    for (const unit of units) {
      const next = handOver(unit.versions, { from: one.id, to: into.id }, day);
      if (!next) continue;
      if ('refused' in next) return next;
      await writeUnitChange(tx, unit.id, next);
      moved.push(unit.id);
    }
    const records = await recordsThatFollow({ tx }, { from: one.id, to: into.id, on: day });
    await writeOrganisationChange(tx, one.id, change);
    await insertOrganisationSuccession(tx, newId(now), { on: day, how: 'merge', from: one.id, to: into.id });
    await endAssignmentsWith({ tx, now, record }, one, day, into.id);
    await endSeatsWith({ tx, now, record }, one, day, into.id);
    const params = { organisation: one.id, into: into.id, from: day.toString() };
    await record({
      kind: permission,
      subject: { kind: 'organisation', id: one.id },
      effectiveOn: day,
      content: { into: into.id, units: moved, records: records.length },
      tell: [
        ...[one.id, into.id].map((organisation) => ({ role: 'system-administrator', organisation }) as const),
        ...(records.length > 0 ? [{ role: 'quality-manager', organisation: into.id } as const] : []),
      ].map((to): Telling => ({ kind: 'organisation-merged', to, params })),
    });
    return { id: into.id, records };
  },
  audit: (_, answer) => looksAtMoves(answer?.records ?? []),
});
