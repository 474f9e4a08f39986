import type { CompiledRow, Test } from './compile-agreement.ts';
import { NEED } from './fact-value.ts';

/** On what a row holds. Neither tests nor words: without condition. */
export type Ground = {
  readonly row: CompiledRow;
  readonly tests: readonly Test[];
  /** Other conditions, each enough in the place of `tests`. Empty when `tests` is: what holds on no condition needs no other. */
  readonly either: readonly (readonly Test[])[];
  /** The condition as the agreement has it, in our words; absent when the activity itself says as much. */
  readonly text?: string;
  readonly requires: readonly string[];
};

/** On what a row of an activity holds. What help is sought for, and what the activity is `about`, are no conditions. */
export function groundOf(row: CompiledRow, about: readonly string[]): Ground {
  const [all = [], ...others] = row.alternatives.map((when) =>
    [...when.filter((test) => !isNarrowedBy(test, row.conditions)), ...row.conditions].filter(([fact]) => fact !== NEED),
  );
  const [first = [], ...rest] = [all, ...others].map((ways) => ways.filter(([fact]) => !about.includes(fact)));
  const free = [first, ...rest].some((way) => way.length === 0);
  const tests = free ? [] : first;
  const text = row.row['conditions-text'];
  const said = all.length > 0 && tests.length === 0 ? undefined : text;
  return { row, tests, either: free ? [] : rest, requires: row.row.requires, ...(said === undefined ? {} : { text: said }) };
}

/** A row may be selected for several options and then require some of them: the latter is the condition. */
function isNarrowedBy([fact, wide]: Test, conditions: readonly Test[]): boolean {
  return conditions.some(
    ([other, narrow]) => other === fact && 'any' in wide && 'any' in narrow && narrow.any.every((option) => wide.any.includes(option)),
  );
}

export function isUnconditional({ tests, text, requires }: Ground): boolean {
  return tests.length === 0 && text === undefined && requires.length === 0;
}

/** Two sets of grounds with the same key ask for the same. Words are compared only where nothing else can be. */
export function groundsKey(grounds: readonly Ground[]): string {
  const keys = grounds.map(({ tests, either, text, requires }) => {
    const sorted = [tests, ...either].map((way) => way.map((test) => JSON.stringify(test)).toSorted());
    return JSON.stringify([sorted, tests.length === 0 ? (text ?? '') : '', requires]);
  });
  return [...new Set(keys)].toSorted().join('\n');
}
