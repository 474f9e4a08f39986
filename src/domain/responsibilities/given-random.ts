import fc from 'fast-check';
import type { AgreementFile } from '../counties/agreement-file.ts';
import type { Condition } from '../counties/conditions.ts';
import type { Fact, SituationFile } from '../counties/national-files.ts';
import { type Answer, answerSituation } from './answer.ts';
import { type Facts, type FactValue, NONE, withoutFact } from './fact-value.ts';
import { agreementOf, row } from './given.ts';
import type { Navigator } from './navigator.ts';
import type { Situation } from './situation.ts';

/** Random material for the properties: what may be known, what knowing less looks like, and agreements nobody wrote. */

type Facets = Pick<SituationFile, 'facts'>;

function anyValue(fact: Fact): fc.Arbitrary<FactValue> {
  if (fact.type === 'yes-no') return fc.boolean().map((yesNo) => ({ yesNo }));
  if (fact.type === 'choice') return fc.constantFrom(...fact.options.map(({ id }) => ({ choice: id })));
  if (fact.type === 'number') {
    const end = fc.integer({ min: fact.min, max: Math.min(fact.max, 100) });
    return fc.oneof(
      end.map((at) => ({ range: { min: at, max: at } })),
      fc.tuple(end, end).map(([a, b]) => ({ range: { min: Math.min(a, b), max: Math.max(a, b) } })),
    );
  }
  const some = fact.options.map(({ id }) => id).filter((id) => id !== NONE);
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.subarray(some, { minLength: 1, maxLength: Math.min(3, some.length) }) },
      { weight: 1, arbitrary: fc.constant([fact.options.at(-1)?.id ?? '']) },
    )
    .map((set) => ({ set }));
}

/** Any state of knowledge: each fact known, answered with "don't know", or not asked. */
export function anyFacts({ facts }: Facets): fc.Arbitrary<Facts> {
  const known = (fact: Fact) =>
    fc.oneof({ weight: 3, arbitrary: anyValue(fact) }, { weight: 1, arbitrary: fc.constant('unknown' as const) });
  return fc.record(Object.fromEntries(facts.map((fact) => [fact.id, known(fact)])), { requiredKeys: [] }) as fc.Arbitrary<Facts>;
}

/** Every way of knowing a little less: a fact not asked, answered with "don't know", a wider range, a set that may hold more. */
export function knowingLess(facts: Facts, file: Facets): Facts[] {
  return file.facts.flatMap(({ id, ...fact }): Facts[] => {
    const value = facts[id];
    if (value === undefined) return [];
    const without = [withoutFact(facts, id), { ...facts, [id]: 'unknown' as const }];
    if (value === 'unknown' || fact.type === 'choice' || fact.type === 'yes-no') return without;
    if ('range' in value)
      return [...without, { ...facts, [id]: { range: { min: Math.max(0, value.range.min - 3), max: value.range.max + 3 } } }];
    return 'set' in value ? [...without, { ...facts, [id]: { set: value.set, open: true as const } }] : without;
  });
}

function anyConditions({ facts }: Facets): fc.Arbitrary<Record<string, Condition>> {
  const on = (fact: Fact): fc.Arbitrary<Condition> => {
    if (fact.type === 'yes-no') return fc.boolean().map((is) => ({ is }));
    if (fact.type === 'number')
      return fc
        .integer({ min: 1, max: 90 })
        .chain((limit) => fc.constantFrom<Condition>({ min: limit }, { max: limit }, { min: limit, max: limit + 9 }));
    return fc
      .subarray(
        fact.options.map(({ id }) => id),
        { minLength: 1 },
      )
      .map((any) => ({ any }));
  };
  return fc
    .subarray([...facts], { maxLength: 2 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((fact) => [fact.id, on(fact)])))) as fc.Arbitrary<Record<string, Condition>>;
}

/** An agreement with some rows, target group and conditions at random. */
export function anyAgreement(file: Facets): fc.Arbitrary<AgreementFile> {
  const conditions = anyConditions(file);
  const oneRow = fc.record({
    when: conditions,
    conditions,
    'also-when': fc.array(conditions, { maxLength: 2 }),
    always: fc.boolean(),
    law: fc.constantFrom([], ['SoL 19:1']),
    'way-forward': fc.constantFrom(undefined, 'turn here'),
    actors: fc.constantFrom(
      [{ actor: 'pv', role: 'responsible' }],
      [
        { actor: 'soc', role: 'main' },
        { actor: 'region', role: 'may-offer' },
      ],
    ),
  });
  return fc.record({ rows: fc.array(oneRow, { maxLength: 6 }), when: conditions, scope: conditions }).map(({ rows, when, scope }) =>
    agreementOf(
      rows.map((one, index) => row(`A-${index}`, { ...one })),
      { target: { when, conditions: scope } },
    ),
  );
}

/** What an answer says, in a form that two answers can be compared by. */
export function gist<S>(navigator: Navigator<S>, situation: Situation): string {
  const { duties, steps, agreements, elsewhere, fallback }: Answer<S> = answerSituation(navigator, situation);
  return JSON.stringify([
    duties.map((duty) => [duty.key, duty.result]),
    steps.map(({ step, result }) => [step.id, result]),
    agreements.map(({ slug, selected, scope }) => [slug, selected, scope]),
    elsewhere.map(({ related, result }) => [related.slug, result]),
    fallback,
  ]);
}
