import { z } from 'zod';
import { endOfWhole, isSameName } from '../../domain/organisations/merge-and-split.ts';
import { hasPassed } from '../../domain/organisations/period.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, useCase } from '../../platform/index.ts';
import { endWithUnits } from './assignments-of-units.ts';
import { Day, Name, Seen } from './unit-input.ts';
import { unitToChange } from './unit-to-change.ts';
import { insertSuccession, insertUnit, writeUnitChange } from './units.sql.ts';

/**
 * Makes a unit into several from a day, each with all else as it was; what differs between them is changed afterwards. The assignments in it end:
 * where each person goes on is for the administrator to say. Its cases with persons go on in the one that is named (`cases`), which opens them at the
 * others where they are needed. Answers the ids. Refuses `split-needs-two`, `same-name-twice`, `cases-go-nowhere`, `unit-not-found`, `forbidden`, `changed-meanwhile`, `already-closed`, `change-not-after-last`, `day-has-passed` and
 * `assignments-to-come`.
 */
export const splitUnit = useCase({
  permission: 'organisations.split-unit',
  mode: 'write',
  input: z.strictObject({ unit: z.uuid(), seen: Seen.optional(), names: z.array(Name).max(10), cases: Name, from: Day }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const found = await unitToChange(tx, { actor, permission: 'organisations.split-unit' }, input);
    if ('refused' in found) return found;
    const { unit, last } = found;
    const { names, cases, from } = input;
    const change = endOfWhole(unit, { names, cases }, from);
    if ('refused' in change) return change;
    if (hasPassed(from, today)) return refuse('day-has-passed', {});
    await writeUnitChange(tx, unit.id, change);
    const ids: string[] = [];
    for (const name of names) {
      const id = newId(now);
      ids.push(id);
      await insertUnit(tx, { id }, { ...last, from, to: undefined, name });
      await insertSuccession(tx, newId(now), { on: from, how: 'split', from: unit.id, to: id }, isSameName(name, cases));
    }
    const toCome = await endWithUnits({ tx, now, record }, [unit.id], from);
    if (toCome) return toCome;
    await record({
      kind: 'organisations.split-unit',
      subject: { kind: 'unit', id: unit.id },
      effectiveOn: from,
      content: { names: [...names], into: ids, cases: ids[names.findIndex((name) => isSameName(name, cases))] ?? null },
    });
    return { ids };
  },
});
