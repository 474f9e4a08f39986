import type { Condition } from '../counties/conditions.ts';
import type { ResponsibilityRow } from '../counties/responsibility.ts';
import { groundsKey } from './compare-ground.ts';
import type { ComparedSide, Presence } from './compare-side.ts';
import type { UnitKey } from './compare-units.ts';

export type Side = 'left' | 'right';
type Deadline = NonNullable<ResponsibilityRow['deadline']>;

/**
 * What differs between two sides of an activity. `divided`: shared out by a fact that the other side does not go by. `unit`: a
 * kind of unit that the other side does not name. `part`, `condition`: both name it, but it does not do as much, or not on the
 * same condition. That a side does not name a unit never says that the unit has no duty.
 */
export type Difference =
  | { readonly code: 'divided'; readonly side: Side; readonly fact: string }
  | { readonly code: 'unit'; readonly side: Side; readonly unit: UnitKey; readonly presence: Presence }
  | { readonly code: 'part' | 'condition'; readonly unit: UnitKey; readonly left: Presence; readonly right: Presence }
  | { readonly code: 'deadline'; readonly left: readonly Deadline[]; readonly right: readonly Deadline[] };

/** Every difference between two sides that both mention the activity, the widest first. None: the same who, condition and time. */
export function differencesBetween(left: ComparedSide, right: ComparedSide): Difference[] {
  return [...divided(left, right), ...units(left, right), ...deadlines(left, right)];
}

function divided(left: ComparedSide, right: ComparedSide): Difference[] {
  const only = (side: Side, one: ComparedSide, other: ComparedSide): Difference[] =>
    dividingFacts(one)
      .filter((fact) => !testedFacts(other).has(fact))
      .map((fact) => ({ code: 'divided', side, fact }));
  return [...only('left', left, right), ...only('right', right, left)];
}

/** The facts by which different kinds of unit have the responsibility on this side. */
function dividingFacts({ presences }: ComparedSide): string[] {
  const tested = presences
    .filter(({ part }) => part === 'chief' || part === 'responsible')
    .flatMap(({ unit, grounds }) => grounds.flatMap(({ tests }) => tests.map(([fact, condition]) => ({ unit, fact, condition }))));
  return [...Map.groupBy(tested, ({ fact }) => fact)].filter(([, ofFact]) => differsByUnit(ofFact)).map(([fact]) => fact);
}

function differsByUnit(tested: readonly { unit: UnitKey; condition: Condition }[]): boolean {
  const byUnit = Map.groupBy(tested, ({ unit }) => unit);
  const keys = [...byUnit.values()].map((all) => [...new Set(all.map(({ condition }) => JSON.stringify(condition)))].toSorted().join('\n'));
  return new Set(keys).size > 1;
}

function testedFacts({ presences }: ComparedSide): Set<string> {
  return new Set(presences.flatMap(({ grounds }) => grounds.flatMap(({ tests }) => tests.map(([fact]) => fact))));
}

function units(left: ComparedSide, right: ComparedSide): Difference[] {
  const rights = new Map(right.presences.map((presence) => [presence.unit, presence]));
  const lefts = new Set(left.presences.map(({ unit }) => unit));
  const fromLeft = left.presences.flatMap((presence): Difference[] => {
    const other = rights.get(presence.unit);
    if (!other) return [{ code: 'unit', side: 'left', unit: presence.unit, presence }];
    if (other.part !== presence.part) return [{ code: 'part', unit: presence.unit, left: presence, right: other }];
    return groundsKey(presence.grounds) === groundsKey(other.grounds)
      ? []
      : [{ code: 'condition', unit: presence.unit, left: presence, right: other }];
  });
  const fromRight = right.presences
    .filter(({ unit }) => !lefts.has(unit))
    .map((presence): Difference => ({ code: 'unit', side: 'right', unit: presence.unit, presence }));
  return [...fromLeft, ...fromRight];
}

function deadlines(left: ComparedSide, right: ComparedSide): Difference[] {
  const [ofLeft, ofRight] = [deadlinesOf(left), deadlinesOf(right)];
  return deadlinesKey(ofLeft) === deadlinesKey(ofRight) ? [] : [{ code: 'deadline', left: ofLeft, right: ofRight }];
}

function deadlinesOf({ rows }: ComparedSide): Deadline[] {
  return rows.flatMap(({ row }) => row.row.deadline ?? []);
}

/** Time limits of the same entry of the catalogue are the same, however they are worded. */
function deadlinesKey(all: readonly Deadline[]): string {
  return [...new Set(all.map(({ catalogue, value, basis }) => catalogue ?? `${basis} ${value}`))].toSorted().join('\n');
}
