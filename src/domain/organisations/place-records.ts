import type { Division } from './organisation-split.ts';
import { compareDays } from './period.ts';

/** A case in a record about a person, as the register knows it. `unit`: what its unit is on the day. */
export type CaseOfRecord = {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  /** Is it open on the day or later? */
  readonly open: boolean;
  /** The first day it no longer holds. */
  readonly until?: Temporal.PlainDate | undefined;
};

/** A record about a person: the cases in it, and never who it is. */
export type CasesOfRecord = { readonly person: string; readonly cases: readonly CaseOfRecord[] };

/** A record that does not follow by itself: it is named by its first open case, and goes to one of the parts. */
export type RecordToPlace = { readonly id: string; readonly parts: readonly string[] };

export type RecordPlaces = {
  /** Which organisation each record goes to, by person. */
  readonly placed: ReadonlyMap<string, string>;
  /** Those that somebody has to say it of. */
  readonly asked: readonly RecordToPlace[];
  /** Those of them of which nobody has, or something that cannot be. */
  readonly missing: readonly RecordToPlace[];
};

/**
 * Where the records of an organisation that is divided go: each to one of `parts`. A record follows the units that work with it. Do they go to different ones, or does none
 * of them go on, it goes where `chosen` says, by the id of its first open case: it has one huvudman, and the others see no more of it than what is disclosed to
 * them. One without open cases goes where the last unit went that worked with it, or else with the rest. What is chosen for one that follows by itself says nothing.
 */
export function placeRecords(
  records: readonly CasesOfRecord[],
  { units, rest }: Pick<Division, 'units' | 'rest'>,
  { parts, chosen }: { parts: readonly string[]; chosen: ReadonlyMap<string, string> },
): RecordPlaces {
  const placed = new Map<string, string>();
  const asked: RecordToPlace[] = [];
  const missing: RecordToPlace[] = [];
  for (const { person, cases } of records) {
    const [first, ...more] = cases.filter(({ open }) => open);
    if (!first) {
      placed.set(person, units.get(lastOf(cases)?.unit ?? '') ?? rest);
      continue;
    }
    const [one, ...others] = new Set([first, ...more].flatMap(({ unit }) => units.get(unit) ?? []));
    if (one !== undefined && others.length === 0) {
      placed.set(person, one);
      continue;
    }
    const toPlace = { id: first.id, parts: one === undefined ? parts : [one, ...others].toSorted() };
    const part = chosen.get(first.id);
    asked.push(toPlace);
    if (part !== undefined && toPlace.parts.includes(part)) placed.set(person, part);
    else missing.push(toPlace);
  }
  return { placed, asked, missing };
}

function lastOf(cases: readonly CaseOfRecord[]): CaseOfRecord | undefined {
  return cases.toSorted((a, b) => (a.until && b.until ? compareDays(a.until, b.until) : 0)).at(-1);
}
