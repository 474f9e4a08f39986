import { type AgeSpan, isForAge, type Unit, type UnitVersion, unitOn } from './unit.ts';

/** A unit as it was on the day that was asked about. */
export type UnitOnDay = { readonly unit: Unit; readonly was: UnitVersion };

/** What units are looked for: each fact that is left out shuts nobody out. */
export type UnitQuery = {
  readonly municipality?: string | undefined;
  readonly kind?: string | undefined;
  readonly age?: AgeSpan | undefined;
};

/** The units that were open on the day and fit, in the order given. */
export function unitsThatFit(units: readonly Unit[], { municipality, kind, age }: UnitQuery, day: Temporal.PlainDate): UnitOnDay[] {
  return units.flatMap((unit) => {
    const was = unitOn(unit, day);
    if (!was) return [];
    if (kind !== undefined && was.kind !== kind) return [];
    if (municipality !== undefined && was.serves.length > 0 && !was.serves.includes(municipality)) return [];
    return isForAge(was, age) ? [{ unit, was }] : [];
  });
}
