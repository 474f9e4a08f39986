import { heldOn, type Period } from './period.ts';

/** A way to reach a unit. Never a named person. */
export type UnitContact = { readonly kind: 'phone' | 'email' | 'address' | 'web'; readonly value: string; readonly note: string };

/** The ages that a unit is for, in whole years, both ends included; without `to` there is no upper end. */
export type Ages = { readonly from: number; readonly to?: number | undefined };

/** What a unit is in a period. */
export type UnitFacts = {
  readonly organisation: string;
  readonly name: string;
  /** A performer of the national taxonomy. */
  readonly kind: string;
  /** Codes of the municipalities it serves; none is the whole county. */
  readonly serves: readonly string[];
  readonly ages: Ages;
  readonly contacts: readonly UnitContact[];
  readonly confirmedOn: Temporal.PlainDate | undefined;
  readonly opening: string;
};

export type UnitVersion = Period & UnitFacts;

/** A unit through its names and places. */
export type Unit = {
  readonly id: string;
  readonly hsaId: string | undefined;
  readonly county: string;
  readonly versions: readonly UnitVersion[];
};

/** What the unit was on the day; undefined before it opened and after it closed. */
export function unitOn({ versions }: Unit, day: Temporal.PlainDate): UnitVersion | undefined {
  return heldOn(versions, day);
}

/** Years that an age is known to be between, both included. */
export type AgeSpan = { readonly min: number; readonly max: number };

/** May the unit be for someone of this age? What is not known of it shuts no unit out. */
export function isForAge({ ages }: Pick<UnitFacts, 'ages'>, age: AgeSpan | undefined): boolean {
  return age === undefined || (age.max >= ages.from && (ages.to === undefined || age.min <= ages.to));
}
