import { z } from 'zod';
import { changeFrom } from '../../domain/organisations/changes.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { Day, Reach, reachFault, Seen } from './unit-input.ts';
import { unitToChange } from './unit-to-change.ts';
import { writeUnitChange } from './units.sql.ts';

/**
 * Changes what kind of unit it is and whom it serves, from a day. Refuses `unit-not-found`, `forbidden`, `changed-meanwhile`, `nothing-changed`,
 * `unit-kind-unknown`, `municipality-not-of-county`, `ages-backwards`, `already-closed` and `change-not-after-last`.
 */
export const changeUnit = useCase({
  permission: 'organisations.change-unit',
  mode: 'write',
  input: z.strictObject({ unit: z.uuid(), seen: Seen.optional(), from: Day, ...Reach.shape }),
  run: async ({ tx, actor, input, record }) => {
    const found = await unitToChange(tx, { actor, permission: 'organisations.change-unit' }, input);
    if ('refused' in found) return found;
    const { unit, last } = found;
    const { from, kind, ages } = input;
    const serves = [...new Set(input.serves)].sort();
    const fault = await reachFault(tx, unit.county, input);
    if (fault) return fault;
    const same = (one: { kind: string; serves: readonly string[]; ages: { from: number; to?: number | undefined } }) =>
      JSON.stringify([one.kind, one.serves.toSorted(), one.ages.from, one.ages.to]);
    if (same({ kind, serves, ages }) === same(last)) return refuse('nothing-changed');
    const change = changeFrom(unit.versions, from, { kind, serves, ages });
    if ('refused' in change) return change;
    await writeUnitChange(tx, unit.id, change);
    await record({
      kind: 'organisations.change-unit',
      subject: { kind: 'unit', id: unit.id },
      effectiveOn: from,
      content: { unitKind: kind, serves, ageFrom: ages.from, ageTo: ages.to ?? null },
    });
    return { id: unit.id };
  },
});
