import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../counties/conditions.ts';
import { evaluate, testCondition, truthOfAll } from './condition.ts';
import type { FactValue } from './fact-value.ts';

describe('a condition on what is known', () => {
  const cases: [string, Condition, FactValue | undefined, string][] = [
    ['a fact that was not asked is unknown', { is: true }, undefined, 'unknown'],
    ["don't know is unknown", { any: ['a'] }, 'unknown', 'unknown'],
    ['one of the options suffices', { any: ['a', 'b'] }, { set: ['b', 'c'] }, 'met'],
    ['none of the options is unmet', { any: ['a', 'b'] }, { set: ['c'] }, 'unmet'],
    ['a choice among the options is met', { any: ['a', 'b'] }, { choice: 'a' }, 'met'],
    ['another choice is unmet', { any: ['a', 'b'] }, { choice: 'c' }, 'unmet'],
    ['yes where yes is required is met', { is: true }, { yesNo: true }, 'met'],
    ['no where yes is required is unmet', { is: true }, { yesNo: false }, 'unmet'],
    ['the lower end is inside', { min: 20 }, { range: { min: 20, max: 20 } }, 'met'],
    ['just below the lower end is outside', { min: 20 }, { range: { min: 19, max: 19 } }, 'unmet'],
    ['the upper end is inside', { min: 16, max: 19 }, { range: { min: 19, max: 19 } }, 'met'],
    ['just above the upper end is outside', { max: 19 }, { range: { min: 20, max: 20 } }, 'unmet'],
    ['a range across the limit is unknown', { min: 20 }, { range: { min: 18, max: 25 } }, 'unknown'],
    ['a range inside is met', { min: 18, max: 64 }, { range: { min: 20, max: 64 } }, 'met'],
    ['a condition of the wrong kind is unknown, never unmet', { min: 20 }, { yesNo: false }, 'unknown'],
  ];
  test.each(cases)('%s', (_name, condition, value, expected) => {
    expect(testCondition(condition, value)).toBe(expected);
  });

  test('one unmet condition settles the whole, whatever is unknown', () => {
    expect(evaluate({ age: { min: 18 }, psychiatric: { is: true } }, { age: { range: { min: 17, max: 17 } } }).result).toBe('unmet');
  });

  test('each condition is shown with what was said of it', () => {
    const { each } = evaluate({ age: { min: 20 }, risk: { any: ['x'] } }, { age: { range: { min: 45, max: 45 } } });
    expect(each).toEqual([
      { fact: 'age', condition: { min: 20 }, result: 'met', value: { range: { min: 45, max: 45 } } },
      { fact: 'risk', condition: { any: ['x'] }, result: 'unknown' },
    ]);
  });

  test('no conditions are met', () => {
    expect(evaluate({}, {}).result).toBe('met');
  });
});

test('a wider age range never turns a settled condition around', () => {
  const age = fc.integer({ min: 0, max: 120 });
  fc.assert(
    fc.property(age, age, age, age, (limit, at, down, up) => {
      const narrow = testCondition({ min: limit }, { range: { min: at, max: at } });
      const wide = testCondition({ min: limit }, { range: { min: Math.max(0, at - down), max: at + up } });
      expect([narrow, 'unknown']).toContain(wide);
    }),
  );
});

test('the whole without particulars is the whole with them', () => {
  const truth = fc.constantFrom<FactValue | undefined>({ yesNo: true }, { yesNo: false }, 'unknown', undefined);
  fc.assert(
    fc.property(truth, truth, (a, b) => {
      const conditions = { a: { is: true }, b: { is: true } };
      const facts = { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
      expect(truthOfAll(Object.entries(conditions), facts)).toBe(evaluate(conditions, facts).result);
    }),
  );
});
