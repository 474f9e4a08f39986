import { z } from 'zod';
import { changeFrom } from '../../domain/organisations/changes.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { Day, Name, Seen } from './unit-input.ts';
import { unitToChange } from './unit-to-change.ts';
import { writeUnitChange } from './units.sql.ts';

/**
 * Gives a unit another name from a day; it stays the same unit. Refuses `unit-not-found`, `forbidden`, `changed-meanwhile`, `nothing-changed`,
 * `already-closed` and `change-not-after-last`.
 */
export const renameUnit = useCase({
  permission: 'organisations.rename-unit',
  mode: 'write',
  input: z.strictObject({ unit: z.uuid(), seen: Seen.optional(), name: Name, from: Day }),
  run: async ({ tx, actor, input, record }) => {
    const found = await unitToChange(tx, { actor, permission: 'organisations.rename-unit' }, input);
    if ('refused' in found) return found;
    const { unit, last } = found;
    const { name, from } = input;
    if (name === last.name) return refuse('nothing-changed');
    const change = changeFrom(unit.versions, from, { name });
    if ('refused' in change) return change;
    await writeUnitChange(tx, unit.id, change);
    await record({
      kind: 'organisations.rename-unit',
      subject: { kind: 'unit', id: unit.id },
      effectiveOn: from,
      content: { name, before: last.name },
    });
    return { id: unit.id };
  },
});
