import { z } from 'zod';
import { closeAfter } from '../../domain/organisations/changes.ts';
import { hasPassed } from '../../domain/organisations/period.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { endWithUnits } from './assignments-of-units.ts';
import { Day, Seen } from './unit-input.ts';
import { unitToChange } from './unit-to-change.ts';
import { writeUnitChange } from './units.sql.ts';

/**
 * Closes a unit after its last day. It stays in the register as what it was, and the assignments in it end with it. Refuses `unit-not-found`,
 * `forbidden`, `changed-meanwhile`, `already-closed`, `change-not-after-last`, `day-has-passed` (the last day is before yesterday) and
 * `assignments-to-come`.
 */
export const closeUnit = useCase({
  permission: 'organisations.close-unit',
  mode: 'write',
  input: z.strictObject({ unit: z.uuid(), seen: Seen.optional(), lastDay: Day }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const found = await unitToChange(tx, { actor, permission: 'organisations.close-unit' }, input);
    if ('refused' in found) return found;
    const { unit } = found;
    const change = closeAfter(unit.versions, input.lastDay);
    if ('refused' in change) return change;
    const after = input.lastDay.add({ days: 1 });
    if (hasPassed(after, today)) return refuse('day-has-passed', {});
    await writeUnitChange(tx, unit.id, change);
    const toCome = await endWithUnits({ tx, now, record }, [unit.id], after);
    if (toCome) return toCome;
    await record({ kind: 'organisations.close-unit', subject: { kind: 'unit', id: unit.id }, effectiveOn: after, content: {} });
    return { id: unit.id };
  },
});
