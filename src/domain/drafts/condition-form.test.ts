import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conditions } from '../counties/conditions.ts';
import type { Fact } from '../counties/national-files.ts';
import { conditionsFrom, typedConditions } from './condition-form.ts';

const base = (id: string) => ({ id, param: id, label: id, question: id, order: 1 });
const options = ['one', 'two', 'three'].map((id) => ({ id, param: id, label: id }));
const facts: Fact[] = [
  { ...base('need'), type: 'set', options },
  { ...base('severity'), type: 'choice', options },
  { ...base('pregnant'), type: 'yes-no' },
  { ...base('age'), type: 'number', unit: 'år', min: 0, max: 120, bands: [] },
];

const anyOf = fc.uniqueArray(fc.constantFrom('one', 'two', 'three'), { minLength: 1 }).map((any) => ({ any }));
const range = fc.oneof(
  fc.record({ min: fc.nat(120) }),
  fc.record({ max: fc.nat(120) }),
  fc.record({ min: fc.nat(60), max: fc.integer({ min: 60, max: 120 }) }),
);
const conditions: fc.Arbitrary<Conditions> = fc
  .record({ need: anyOf, severity: anyOf, pregnant: fc.record({ is: fc.boolean() }), age: range }, { requiredKeys: [] })
  .map((value) => ({ ...value }) as Conditions);

describe('conditions in a form', () => {
  test('are the same when they come back as they were shown', () => {
    fc.assert(
      fc.property(conditions, (given) => {
        expect(conditionsFrom('when', facts, typedConditions(given))).toEqual(given);
      }),
    );
  });

  test('refuse a yes that is also a no, and an age that is no number', () => {
    expect(conditionsFrom('when', facts, { picks: ['pregnant:yes', 'pregnant:no'], numbers: {} })).toMatchObject({
      code: 'condition-both-ways',
    });
    const typed = { picks: [], numbers: { age: { min: 'arton', max: '' } } };
    expect(conditionsFrom('when', facts, typed)).toMatchObject({ code: 'condition-not-a-number', params: { fact: 'age', edge: 'min' } });
  });

  test('never throw and hold nothing of facts that are not there, whatever is sent', () => {
    const anything = fc.record({
      picks: fc.array(fc.oneof(fc.string(), fc.constantFrom('need:one', 'pregnant:no', '__proto__:x', 'age:1'))),
      numbers: fc.dictionary(fc.constantFrom('age', '__proto__', 'need'), fc.record({ min: fc.string(), max: fc.string() })),
    });
    fc.assert(
      fc.property(anything, (typed) => {
        const found = conditionsFrom('when', facts, typed);
        if (!('refused' in found)) expect(Object.keys(found).every((id) => facts.some((fact) => fact.id === id))).toBe(true);
      }),
    );
  });
});
