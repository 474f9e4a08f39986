import { z } from 'zod';
import { endOfParts } from '../../domain/organisations/merge-and-split.ts';
import { hasPassed } from '../../domain/organisations/period.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, useCase } from '../../platform/index.ts';
import { endWithUnits } from './assignments-of-units.ts';
import { Day, Name } from './unit-input.ts';
import { type UnitToChange, unitToChange } from './unit-to-change.ts';
import { insertSuccession, insertUnit, lockForChange, writeUnitChange } from './units.sql.ts';

/**
 * Makes several units of one organisation into one from a day. The parts end the day before; the new unit is of the kind of the first part, serves
 * whom all of them served and takes their assignments over. Answers its id. Refuses `merge-needs-two`, `merge-of-several-organisations`,
 * `unit-not-found`, `forbidden`, `already-closed`, `change-not-after-last`, `day-has-passed` and `assignments-to-come`.
 */
export const mergeUnits = useCase({
  permission: 'organisations.merge-units',
  mode: 'write',
  input: z.strictObject({ parts: z.array(z.uuid()).max(50), name: Name, from: Day }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const { parts: ids, name, from } = input;
    await lockForChange(tx, ids);
    const parts: UnitToChange[] = [];
    for (const unit of ids) {
      const found = await unitToChange(tx, { actor, permission: 'organisations.merge-units' }, { unit });
      if ('refused' in found) return found;
      parts.push(found);
    }
    const ends = endOfParts(
      parts.map(({ unit }) => unit),
      from,
    );
    if ('refused' in ends) return ends;
    if (hasPassed(from, today)) return refuse('day-has-passed', {});
    const [first] = parts;
    if (!first) return refuse('merge-needs-two');
    const id = newId(now);
    const lasts = parts.map(({ last }) => last);
    const serves = lasts.some((one) => one.serves.length === 0) ? [] : [...new Set(lasts.flatMap((one) => one.serves))].sort();
    const upTo = lasts.some(({ ages }) => ages.to === undefined) ? undefined : Math.max(...lasts.map(({ ages }) => ages.to ?? 0));
    const ages = { from: Math.min(...lasts.map((one) => one.ages.from)), ...(upTo === undefined ? {} : { to: upTo }) };
    await insertUnit(tx, { id }, { ...first.last, from, to: undefined, name, serves, ages });
    for (const [part, change] of ends) {
      await writeUnitChange(tx, part, change);
      await insertSuccession(tx, newId(now), { on: from, how: 'merge', from: part, to: id });
    }
    const toCome = await endWithUnits({ tx, now, record }, [...ends.keys()], from, id);
    if (toCome) return toCome;
    await record({
      kind: 'organisations.merge-units',
      subject: { kind: 'unit', id },
      effectiveOn: from,
      content: { name, parts: [...ends.keys()] },
    });
    return { id };
  },
});
