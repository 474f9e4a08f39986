import type { ShownPlan } from '../show-plan.ts';
import type { Told } from './happening-words.ts';
import type { HappeningRow } from './history.sql.ts';

/** What things in a plan are called, by their ids, as far as its reader may read it: goals, measures, tasks, and those from outside who are called. */
export function namesIn({ contents: { goals = [], measures = [] }, tasks, calling }: ShownPlan): ReadonlyMap<string, string> {
  return new Map([
    ...goals.map(({ id, goal }) => [id, goal] as const),
    ...measures.map(({ id, what }) => [id, what] as const),
    ...tasks.list.flatMap(({ id, words }) => (words ? [[id, words.what] as const] : [])),
    ...calling.summonses.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])),
  ]);
}

/** Something that has happened, for the words of a language. */
export function toldOf({ says, number, unit, ref, dropped }: HappeningRow, names: ReadonlyMap<string, string>): Told {
  return { says: says ?? '', number: number ?? 0, unit: unit ?? undefined, name: names.get(ref), ref, dropped };
}

/** The names in it, which are as they were written whatever the language. */
export function namesOf({ unit, name }: Told): string[] {
  return [unit, name].filter((one) => one !== undefined);
}
