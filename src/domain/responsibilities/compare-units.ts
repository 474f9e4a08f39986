import type { ActivitiesFile } from '../counties/national-files.ts';
import { unitsOf } from './matches-role.ts';
import type { Unit, Who } from './who.ts';

/** The kinds of unit that a comparison tells apart (activities.yaml, `units`). */
export type UnitKinds = ActivitiesFile['units'];

/** What two agreements are compared by: a kind of unit, a performer of no kind, or the authority of an actor without performers. */
export type UnitKey = `unit/${string}` | `performer/${string}` | `authority/${string}`;

/**
 * The kinds of unit that an actor stands for; of a group, those of its members. Agreements cut their units differently: a clinic
 * and the whole of psychiatry are the same kind. A performer of no kind counts only when none of the unit's others has one.
 */
export function unitKeysOf(who: Who, kinds: UnitKinds): UnitKey[] {
  return [...new Set(unitsOf(who).flatMap((unit) => keysOf(unit, kinds)))];
}

function keysOf({ authority, performers }: Unit, kinds: UnitKinds): UnitKey[] {
  const found = kinds.filter(
    (kind) => (authority === kind.authority || authority === 'both') && kind.performers.some((performer) => performers.includes(performer)),
  );
  if (found.length > 0) return found.map(({ id }) => `unit/${id}` as const);
  if (performers.length > 0) return performers.map((performer) => `performer/${performer}` as const);
  return [`authority/${authority}`];
}

/** In the order of the kinds; what has no kind comes after, by name. */
export function byKind(kinds: UnitKinds): (a: UnitKey, b: UnitKey) => number {
  const order = new Map(kinds.map(({ id }, index) => [`unit/${id}`, index]));
  const place = (key: UnitKey) => order.get(key) ?? kinds.length;
  return (a, b) => place(a) - place(b) || (a < b ? -1 : Number(a > b));
}
