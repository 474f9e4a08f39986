import { type Fault, fault, type Path, unknownReference } from './check-fault.ts';
import type { NationalIndex } from './check-national-index.ts';
import { pieces } from './check-select.ts';
import { Condition } from './conditions.ts';
import type { Fact } from './national-files.ts';

/** Where conditions stand in an agreement, and in the facts file. */
export const conditionPlaces = {
  agreement: [
    'terms.target.when',
    'terms.target.conditions',
    'responsibilities.*.when',
    'responsibilities.*.also-when.*',
    'responsibilities.*.conditions',
    'related.*.speaks-of',
  ],
  situation: ['next-steps.*.when', 'next-steps.*.certain-when', 'implications.*.when', 'contradictory.*.when', 'contradictory.*.unless'],
} as const;

/** Conditions on facts or options that do not exist, tests that do not fit the type of the fact, and tests no one can meet. */
export function checkConditions(file: string, value: unknown, places: readonly string[], national: NationalIndex): Fault[] {
  return places
    .flatMap((place) => pieces(value, `${place}.*`, Condition))
    .flatMap(({ path, value: condition }) => {
      const id = String(path.at(-1));
      const fact = national.factById.get(id);
      return fact ? checkOnFact(file, path, condition, fact) : unknownReference(file, path, 'fact', id, national.facts);
    });
}

function checkOnFact(file: string, path: Path, condition: Condition, fact: Fact): Fault[] {
  const misfit = fault(file, path, 'condition-misfit', { fact: fact.id, type: fact.type, used: Object.keys(condition) });
  if ('any' in condition) {
    if (fact.type !== 'choice' && fact.type !== 'set') return [misfit];
    const options = fact.options.map(({ id }) => id);
    return condition.any.flatMap((option, index) => unknownReference(file, [...path, 'any', index], 'option', option, options, fact.id));
  }
  if ('is' in condition) return fact.type === 'yes-no' ? [] : [misfit];
  if (fact.type !== 'number') return [misfit];
  const min = 'min' in condition ? condition.min : fact.min;
  const max = condition.max ?? fact.max;
  if (min <= max && min <= fact.max && max >= fact.min) return [];
  return [fault(file, path, 'condition-impossible', { fact: fact.id, min, max, factMin: fact.min, factMax: fact.max })];
}
