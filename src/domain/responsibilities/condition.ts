import type { Condition, Conditions } from '../counties/conditions.ts';
import type { Facts, FactValue } from './fact-value.ts';
import { and, or, type Truth, truthOf } from './truth.ts';

/** One condition tried on a situation, so that it can be shown: "age: at least 20 – met". */
export type ConditionResult = {
  readonly fact: string;
  readonly condition: Condition;
  readonly result: Truth;
  /** What the situation says of the fact; absent when it was not asked. */
  readonly value?: FactValue;
};

/**
 * Does the value satisfy the condition? A range that lies partly inside is `unknown`. A condition that does not fit the kind of
 * fact is `unknown` too: a fault in a file must widen an answer, never narrow it.
 */
export function testCondition(condition: Condition, value: FactValue | undefined): Truth {
  if (value === undefined || value === 'unknown') return 'unknown';
  if ('any' in condition) {
    if ('set' in value) {
      if (condition.any.some((option) => value.set.includes(option))) return 'met';
      return value.open ? 'unknown' : 'unmet';
    }
    return 'choice' in value ? truthOf(condition.any.includes(value.choice)) : 'unknown';
  }
  if ('is' in condition) return 'yesNo' in value ? truthOf(value.yesNo === condition.is) : 'unknown';
  if (!('range' in value)) return 'unknown';
  const min = 'min' in condition ? condition.min : Number.NEGATIVE_INFINITY;
  const max = condition.max ?? Number.POSITIVE_INFINITY;
  if (value.range.min >= min && value.range.max <= max) return 'met';
  return value.range.max < min || value.range.min > max ? 'unmet' : 'unknown';
}

/** All conditions on a situation: the whole (no conditions = met) and each by itself, in the order of the file. */
export function evaluate(conditions: Conditions, facts: Facts): { readonly result: Truth; readonly each: readonly ConditionResult[] } {
  const each = resultsOf(Object.entries(conditions), facts);
  return { result: each.reduce<Truth>((all, one) => and(all, one.result), 'met'), each };
}

/** Each of the conditions by itself. */
export function resultsOf(conditions: readonly (readonly [string, Condition])[], facts: Facts): ConditionResult[] {
  return conditions.map(([fact, condition]) => {
    const value = facts[fact];
    const result = testCondition(condition, value);
    return value === undefined ? { fact, condition, result } : { fact, condition, result, value };
  });
}

/** Only the whole, without the particulars: for loops over many rows. */
export function truthOfAll(conditions: readonly (readonly [string, Condition])[], facts: Facts): Truth {
  let all: Truth = 'met';
  for (const [fact, condition] of conditions) {
    const result = testCondition(condition, facts[fact]);
    if (result === 'unmet') return 'unmet';
    if (result === 'unknown') all = 'unknown';
  }
  return all;
}

/** Is one of these enough to hold? Each is conditions that must all hold; several are alternatives of one another. */
export function truthOfAny(alternatives: readonly (readonly (readonly [string, Condition])[])[], facts: Facts): Truth {
  let any: Truth = 'unmet';
  for (const one of alternatives) {
    any = or(any, truthOfAll(one, facts));
    if (any === 'met') return any;
  }
  return any;
}
