import { type Refusal, refuse } from '../refusal.ts';
import type { Organisation } from './organisation.ts';
import { type IntoRefusal, intoFault } from './organisation-ends.ts';

/** What goes on in which of the organisations that one is divided into: ids of units and seats to ids of organisations, and all else to one of them. */
export type Division = {
  readonly units: ReadonlyMap<string, string>;
  readonly seats: ReadonlyMap<string, string>;
  /** Where accounts and assignments go that are of no unit, or of units that go to different organisations. */
  readonly rest: string;
};

export type DivisionRefusal =
  | IntoRefusal
  | Refusal<'division-needs-two'>
  | Refusal<'units-go-nowhere'>
  | Refusal<'seats-go-nowhere'>
  | Refusal<'unit-not-found'>
  | Refusal<'seat-not-found'>;

type Named = { readonly id: string; readonly name: string };

/** The organisations that a division makes of one, each once, in the order of their ids. */
export function partsOf({ units, seats, rest }: Division): string[] {
  return [...new Set([...units.values(), ...seats.values(), rest])].sort();
}

/**
 * What speaks against dividing an organisation so: a unit or seat of it has no place (`units-go-nowhere`, `seats-go-nowhere`, params.names), something is named that
 * it does not have (`unit-not-found`, `seat-not-found`, params.id), or all of it goes to one (`division-needs-two`: then it goes up into that one).
 * Undefined when nothing does.
 */
export function divisionFault(
  division: Division,
  had: { readonly units: readonly Named[]; readonly seats: readonly Named[] },
): DivisionRefusal | undefined {
  const missing = (all: readonly Named[], chosen: ReadonlyMap<string, string>) => all.filter(({ id }) => !chosen.has(id));
  const unknown = (all: readonly Named[], chosen: ReadonlyMap<string, string>) =>
    [...chosen.keys()].find((id) => !all.some((one) => one.id === id));
  const names = (all: readonly Named[]) => ({ ids: all.map(({ id }) => id), names: all.map(({ name }) => name) });
  const units = missing(had.units, division.units);
  if (units.length > 0) return refuse('units-go-nowhere', names(units));
  const seats = missing(had.seats, division.seats);
  if (seats.length > 0) return refuse('seats-go-nowhere', names(seats));
  const unit = unknown(had.units, division.units);
  if (unit !== undefined) return refuse('unit-not-found', { id: unit });
  const seat = unknown(had.seats, division.seats);
  if (seat !== undefined) return refuse('seat-not-found', { id: seat });
  return partsOf(division).length < 2 ? refuse('division-needs-two') : undefined;
}

/** What speaks against one of the organisations that it is to become, as when it goes up into one (`intoFault`). Undefined when nothing does. */
export function partsFault(one: Organisation, parts: readonly Organisation[], day: Temporal.PlainDate): IntoRefusal | undefined {
  return parts.map((part) => intoFault(one, part, day)).find((fault) => fault !== undefined);
}
