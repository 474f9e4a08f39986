import { type Refusal, refuse } from '../refusal.ts';
import { type Change, type ChangeRefusal, closeAfter } from './changes.ts';
import { lastOf } from './period.ts';
import type { Unit, UnitVersion } from './unit.ts';

export type MergeRefusal = ChangeRefusal | Refusal<'merge-needs-two'> | Refusal<'merge-of-several-organisations'>;

/**
 * What it takes for units to become one from a day: how each of them ends. Refuses `merge-needs-two` (also when one is named twice),
 * `merge-of-several-organisations`, and for each part what its own history refuses.
 */
export function endOfParts(parts: readonly Unit[], day: Temporal.PlainDate): Map<string, Change<UnitVersion>> | MergeRefusal {
  if (new Set(parts.map(({ id }) => id)).size < 2) return refuse('merge-needs-two');
  if (new Set(parts.map(({ versions }) => lastOf(versions)?.organisation)).size > 1) return refuse('merge-of-several-organisations');
  const ends = new Map<string, Change<UnitVersion>>();
  for (const { id, versions } of parts) {
    const change = closeAfter(versions, day.subtract({ days: 1 }));
    if ('refused' in change) return change;
    ends.set(id, change);
  }
  return ends;
}

export type SplitRefusal = ChangeRefusal | Refusal<'split-needs-two'> | Refusal<'same-name-twice'> | Refusal<'cases-go-nowhere'>;

/**
 * How a unit ends when it becomes several of these names from a day, one of which (`cases`) takes its cases over: nobody is left whom no unit reaches,
 * and no unit reaches more than it must. Refuses `split-needs-two`, `same-name-twice`, `cases-go-nowhere` and what its history refuses.
 */
export function endOfWhole(
  { versions }: Unit,
  { names, cases }: { names: readonly string[]; cases: string },
  day: Temporal.PlainDate,
): Change<UnitVersion> | SplitRefusal {
  if (names.length < 2) return refuse('split-needs-two');
  if (new Set(names.map(plain)).size < names.length) return refuse('same-name-twice');
  if (!names.some((name) => isSameName(name, cases))) return refuse('cases-go-nowhere');
  return closeAfter(versions, day.subtract({ days: 1 }));
}

/** Is it the same name, however it is typed? */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
