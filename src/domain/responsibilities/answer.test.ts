import { describe, expect, test } from 'vitest';
import type { AgreementFile } from '../counties/agreement-file.ts';
import { answerSituation } from './answer.ts';
import type { Facts } from './fact-value.ts';
import { agreementOf, row, situationFile, situationOf } from './given.ts';
import { compileNavigator } from './navigator.ts';
import type { Situation } from './situation.ts';

const answer = (agreements: AgreementFile[], facts: Facts = {}, more: Partial<Situation> = {}) =>
  answerSituation(
    compileNavigator(
      agreements.map((agreement) => ({ agreement, status: 'as given' })),
      situationFile,
    ),
    situationOf(facts, more),
  );
const rows = (given: { duties: readonly { row: { id: string }; result: string }[] }) =>
  given.duties.map((duty) => `${duty.row.id} ${duty.result}`);
const years = (age: number) => ({ range: { min: age, max: age } });
const withdrawal = { need: { set: ['withdrawal'] } };

describe('which duties are shown', () => {
  const agreement = agreementOf([
    row('A-1', { when: { need: { any: ['withdrawal'] } } }),
    row('A-2', { when: { need: { any: ['housing'] } } }),
    row('A-3', { when: { need: { any: ['withdrawal'] } }, conditions: { age: { min: 20 } }, 'way-forward': 'turn here' }),
    row('A-4', { when: { need: { any: ['children'] } }, always: true, law: ['SoL 19:1'] }),
  ]);

  test('a row that speaks of something else is not shown; one whose requirement fails is shown as unmet', () => {
    expect(rows(answer([agreement], { ...withdrawal, age: years(19) }))).toEqual(['A-1 met', 'A-3 unmet', 'A-4 met']);
  });

  test('what is not known keeps a row, as unknown', () => {
    expect(rows(answer([agreement]))).toEqual(['A-1 unknown', 'A-2 unknown', 'A-3 unknown', 'A-4 met']);
  });

  test('a duty that always holds is not filtered by the need, and stands apart from the groups', () => {
    const given = answer([agreement], withdrawal);
    expect(given.always.map((duty) => duty.row.id)).toEqual(['A-4']);
    expect(Object.values(given.groups).flatMap((entries) => entries.map(({ duty }) => duty.row.id))).not.toContain('A-4');
  });

  test('a duty that always holds is still filtered by whom it concerns', () => {
    const children = agreementOf([row('A-1', { when: { 'child-at-home': { is: true } }, always: true })]);
    expect(rows(answer([children], { 'child-at-home': { yesNo: false } }))).toEqual([]);
    expect(rows(answer([children], {}))).toEqual(['A-1 unknown']);
  });

  test('the age in a band across the limit is uncertain, not unmet', () => {
    expect(rows(answer([agreement], { ...withdrawal, age: { range: { min: 18, max: 25 } } }))).toContain('A-3 unknown');
  });
});

describe('whom an agreement is for', () => {
  const agreement = agreementOf([row('A-1'), row('A-2', { always: true, law: ['SoL 19:1'] }), row('A-3', { always: true })], {
    target: {
      when: { substance: { any: ['alcohol'] } },
      conditions: { age: { min: 18 } },
      'applies-instead': [{ agreement: 'b', text: 'go there' }],
    },
  });

  test('outside the target group the agreement says what applies instead, and only duties by law stay', () => {
    const given = answer([agreement], { age: years(17) });
    expect(rows(given)).toEqual(['A-2 met']);
    expect(given.agreements).toMatchObject([{ slug: 'a', scope: 'unmet', appliesInstead: [{ agreement: 'b', text: 'go there' }] }]);
  });

  test('when the age is unknown both the duties and what applies instead are shown', () => {
    const given = answer([agreement]);
    expect(rows(given)).toEqual(['A-1 unknown', 'A-2 met', 'A-3 unknown']);
    expect(given.agreements).toMatchObject([{ scope: 'unknown', appliesInstead: [{ agreement: 'b' }] }]);
  });

  test('inside the target group nothing applies instead', () => {
    expect(answer([agreement], { age: years(18), substance: { set: ['alcohol'] } }).agreements).toMatchObject([
      { scope: 'met', appliesInstead: [] },
    ]);
  });

  test('an agreement that does not speak of the situation is left out altogether', () => {
    const given = answer([agreement], { substance: { set: ['none'] } });
    expect([given.duties, given.agreements]).toEqual([[], []]);
  });

  test('agreements of another county are never used', () => {
    expect(answer([agreement], {}, { county: '20' }).duties).toEqual([]);
  });

  test('a local agreement is used in its municipality, and when the municipality is not known', () => {
    const { terms } = agreement;
    const local = agreementOf([row('A-1')], {
      terms: { ...terms, target: { ...terms.target, when: {} }, parties: { ...terms.parties, municipalities: ['0686'] } },
    });
    const shown = (more: Partial<Situation>) => answer([local], {}, more).duties.length;
    expect([shown({ municipality: '0686' }), shown({ municipality: '0680' }), shown({})]).toEqual([1, 0, 1]);
  });
});

describe('what a duty carries', () => {
  test('its source, its agreement with the status it came with, and what each condition gave', () => {
    const given = answer(
      [agreementOf([row('A-1', { when: { need: { any: ['withdrawal'] } }, conditions: { age: { min: 20 } }, 'way-forward': 'x' })])],
      {
        ...withdrawal,
        age: years(45),
      },
    );
    expect(given.agreements).toMatchObject([{ slug: 'a', version: '1', status: 'as given' }]);
    expect(given.duties).toMatchObject([
      {
        key: 'a/A-1',
        citations: [{ section: 's', number: '3', heading: 'Ansvar', sentence: 'a1' }],
        selection: [{ fact: 'need', result: 'met', value: { set: ['withdrawal'] } }],
        conditions: [{ fact: 'age', condition: { min: 20 }, result: 'met' }],
        who: [{ actor: 'pv', name: 'Primärvård', authority: 'region', performers: ['primarvard'] }],
      },
    ]);
  });

  test('an unmet duty carries its way forward with the rows it names, whether or not they are shown', () => {
    const agreement = agreementOf([
      row('A-1', { conditions: { age: { min: 20 } }, 'way-forward': 'assess', 'way-forward-rows': ['A-2', 'A-9'] }),
      row('A-2', { when: { need: { any: ['housing'] } } }),
    ]);
    const given = answer([agreement], { ...withdrawal, age: years(19) });
    expect(given.duties).toMatchObject([{ result: 'unmet', wayForward: { text: 'assess', rows: [{ key: 'a/A-2' }] } }]);
    expect(given.duties).toHaveLength(1);
  });
});

describe('always somewhere to turn', () => {
  test('an answer with a duty that applies needs no fallback', () => {
    expect(answer([agreementOf([row('A-1')])]).fallback).toBe(false);
  });

  test('no agreements at all: fallback', () => {
    expect(answer([]).fallback).toBe(true);
  });

  test('only duties that always hold: fallback', () => {
    expect(answer([agreementOf([row('A-1', { always: true })])]).fallback).toBe(true);
  });

  test('only unmet duties: fallback', () => {
    const unmet = agreementOf([row('A-1', { conditions: { age: { min: 20 } }, 'way-forward': 'x' })]);
    expect(answer([unmet], { age: years(10) }).fallback).toBe(true);
  });

  test('an unmet duty without a way of its own: fallback, though another duty applies', () => {
    const agreement = agreementOf([row('A-1'), row('A-2', { conditions: { age: { min: 20 } } })]);
    expect(answer([agreement], { age: years(10) }).fallback).toBe(true);
    const always = agreementOf([row('A-1'), row('A-2', { conditions: { age: { min: 20 } }, always: true })]);
    expect(answer([always], { age: years(10) }).fallback).toBe(true);
  });
});

describe('conflicts between agreements', () => {
  const conflict = { agreement: 'b', row: 'B-1', text: 'they differ' };
  const a = agreementOf([row('A-1', { conflicts: [conflict] })]);
  const b = agreementOf(
    [row('B-1', { when: { need: { any: ['withdrawal'] } }, conflicts: [{ agreement: 'a', row: 'A-1', text: 'same' }] })],
    { slug: 'b' },
  );

  test('are shown once when both sides are shown', () => {
    expect(answer([a, b], withdrawal).conflicts).toEqual([{ between: ['a/A-1', 'b/B-1'], text: 'they differ' }]);
  });

  test('are not shown when only one side concerns the person', () => {
    expect(answer([a, b], { need: { set: ['housing'] } }).conflicts).toEqual([]);
  });
});

describe('next steps', () => {
  const region = row('A-1');
  const municipality = row('A-2', { mode: 'municipality', actors: [{ actor: 'soc', role: 'responsible' }] });
  const steps = (rowsGiven: Parameters<typeof agreementOf>[0], facts: Facts) =>
    answer([agreementOf(rowsGiven)], facts).steps.map(({ step, result }) => `${step.id} ${result}`);

  test('a step whose ground is unknown is shown with reservation, unless the file says to hide it', () => {
    expect(steps([region], {})).toEqual(['concern unknown', 'plan unknown']);
  });

  test('a step whose ground is known not to hold is not shown', () => {
    expect(steps([region], { 'child-at-home': { yesNo: false }, psychiatric: { yesNo: true } })).toEqual([
      'plan unknown',
      'hidden-until-known met',
    ]);
  });

  test('both authorities are needed when duties that apply are of both', () => {
    expect(steps([region, municipality], {})).toContain('plan met');
    expect(steps([region, { ...municipality, when: { need: { any: ['housing'] } } }], {})).toContain('plan unknown');
  });

  test('duties that always hold do not make both authorities needed', () => {
    expect(steps([region, { ...municipality, always: true }], {})).toContain('plan unknown');
  });

  test('what was answered of both authorities goes before what the duties suggest', () => {
    expect(steps([region, municipality], { 'needs-both': { yesNo: false } }).some((step) => step.startsWith('plan'))).toBe(false);
    expect(steps([region], { 'needs-both': { yesNo: true } })).toContain('plan met');
  });
});

test('what we do not know is told with the duties it bears on, and whether it was asked', () => {
  const agreement = agreementOf([
    row('A-1', { when: { psychiatric: { is: true } } }),
    row('A-2', { when: { psychiatric: { is: true }, age: { min: 18 } } }),
  ]);
  expect(answer([agreement], { psychiatric: 'unknown' }).unknowns).toEqual([
    { fact: 'psychiatric', asked: true, duties: ['a/A-1', 'a/A-2'], agreements: [] },
    { fact: 'age', asked: false, duties: ['a/A-2'], agreements: [] },
  ]);
});

test('what cannot change an unmet duty is not told as unknown', () => {
  const agreement = agreementOf([row('A-1', { conditions: { age: { min: 20 }, psychiatric: { is: true } }, 'way-forward': 'x' })]);
  expect(answer([agreement], { age: years(10) }).unknowns).toEqual([]);
});
