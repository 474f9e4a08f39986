import { z } from 'zod';
import { closeAfter } from '../../domain/organisations/changes.ts';
import { useCase } from '../../platform/index.ts';
import { Day, Seen } from './unit-input.ts';
import { unitToChange } from './unit-to-change.ts';
import { carryAssignments, writeUnitChange } from './units.sql.ts';

/**
 * Closes a unit after its last day. It stays in the register as what it was, and the assignments in it end with it. Refuses `unit-not-found`,
 * `forbidden`, `changed-meanwhile`, `already-closed` and `change-not-after-last`.
 */
export const closeUnit = useCase({
  permission: 'organisations.close-unit',
  mode: 'write',
  input: z.strictObject({ unit: z.uuid(), seen: Seen.optional(), lastDay: Day }),
  run: async ({ tx, actor, now, input, record }) => {
    const found = await unitToChange(tx, { actor, permission: 'organisations.close-unit' }, input);
    if ('refused' in found) return found;
    const { unit } = found;
    const change = closeAfter(unit.versions, input.lastDay);
    if ('refused' in change) return change;
    await writeUnitChange(tx, unit.id, change);
    const after = input.lastDay.add({ days: 1 });
    await carryAssignments(tx, unit.id, after, now);
    await record({ kind: 'organisations.close-unit', subject: { kind: 'unit', id: unit.id }, effectiveOn: after, content: {} });
    return { id: unit.id };
  },
});
