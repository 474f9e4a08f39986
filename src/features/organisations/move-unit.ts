import { z } from 'zod';
import { changeFrom } from '../../domain/organisations/changes.ts';
import { unitComesFault } from '../../domain/organisations/organisation-ends.ts';
import { hasPassed } from '../../domain/organisations/period.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Telling, useCase } from '../../platform/index.ts';
import { endWithUnits } from './assignments-of-units.ts';
import { findOrganisation } from './organisations.sql.ts';
import { Day, Seen } from './unit-input.ts';
import { unitToChange } from './unit-to-change.ts';
import { lockForChange, writeUnitChange } from './units.sql.ts';

/**
 * Hands a unit over to another organisation of the county from a day: the county does, and the administrators of both are told. The assignments in it end the day before: the new organisation gives its own.
 * Refuses `unit-not-found`, `forbidden`, `changed-meanwhile`, `organisation-not-found`, `organisation-of-other-county`, `nothing-changed`,
 * `organisation-ends`, `already-closed`, `change-not-after-last`, `day-has-passed` and `assignments-to-come`.
 */
export const moveUnit = useCase({
  permission: 'organisations.move-unit',
  mode: 'write',
  input: z.strictObject({ unit: z.uuid(), seen: Seen.optional(), to: z.uuid(), from: Day }),
  run: async ({ tx, actor, today, now, input, record }) => {
    // An organisation before the units of it, as those who merge and divide lock them.
    await lockForChange(tx, [input.to]);
    const found = await unitToChange(tx, { actor, permission: 'organisations.move-unit' }, input);
    if ('refused' in found) return found;
    const { unit, organisation } = found;
    const { to, from } = input;
    const receiver = await findOrganisation(tx, to);
    if (!receiver || receiver.kind === 'user-organisation') return refuse('organisation-not-found', { id: to });
    if (receiver.county !== unit.county) return refuse('organisation-of-other-county', { county: receiver.county });
    if (receiver.id === organisation.id) return refuse('nothing-changed');
    const ends = unitComesFault(receiver);
    if (ends) return ends;
    const change = changeFrom(unit.versions, from, { organisation: to });
    if ('refused' in change) return change;
    if (hasPassed(from, today)) return refuse('day-has-passed', {});
    await writeUnitChange(tx, unit.id, change);
    const toCome = await endWithUnits({ tx, now, record }, [unit.id], from);
    if (toCome) return toCome;
    await record({
      kind: 'organisations.move-unit',
      subject: { kind: 'unit', id: unit.id },
      effectiveOn: from,
      content: { organisation: to, before: organisation.id },
      tell: [organisation.id, to].map((told): Telling => {
        const params = { unit: unit.id, organisation: to, before: organisation.id, from: from.toString() };
        return { kind: 'unit-moved', to: { role: 'system-administrator', organisation: told }, params };
      }),
    });
    return { id: unit.id };
  },
});
