import { describe, expect, test } from 'vitest';
import { answerSituation } from './answer.ts';
import type { Facts } from './fact-value.ts';
import { agreementOf, row, situationFile, situationOf } from './given.ts';
import { compileNavigator } from './navigator.ts';
import { nextQuestion } from './next-question.ts';

const CHILD = { 'child-at-home': { is: true } };
const ADULT = { age: { min: 20 }, psychiatric: { is: true } };
const navigatorOf = (more: Record<string, unknown>, related: unknown[] = [], steps = situationFile['next-steps']) =>
  compileNavigator([{ agreement: agreementOf([row('A-1', more)], { related }), status: undefined }], {
    ...situationFile,
    'next-steps': steps,
  });
const duty = (facts: Facts) => answerSituation(navigatorOf({ when: CHILD, 'also-when': [ADULT] }), situationOf(facts)).duties[0];
const yes = { yesNo: true };
const no = { yesNo: false };

describe('a row with more than one way to be selected', () => {
  test('is shown when one of them holds, whatever the other says, and says by which', () => {
    expect(duty({ 'child-at-home': yes, psychiatric: no })).toMatchObject({ result: 'met' });
    const other = duty({ 'child-at-home': no, psychiatric: yes, age: { range: { min: 30, max: 30 } } });
    expect(other?.result).toBe('met');
    expect(other?.selection.map(({ fact }) => fact)).toEqual(['age', 'psychiatric']);
  });

  test('is hidden only when every one of them is ruled out', () => {
    expect(duty({ 'child-at-home': no, psychiatric: no })).toBeUndefined();
    expect(duty({ 'child-at-home': no })?.result).toBe('unknown');
    expect(duty({ psychiatric: no })?.result).toBe('unknown');
  });

  test('names the ways that may hold, each by itself, and not those that cannot', () => {
    expect(duty({})?.either.map((way) => way.map(({ fact }) => fact))).toEqual([['child-at-home'], ['age', 'psychiatric']]);
    expect(duty({ psychiatric: no })?.either.map((way) => way.map(({ fact }) => fact))).toEqual([['child-at-home']]);
  });

  test('has no question about what no longer matters', () => {
    const navigator = navigatorOf({ when: CHILD, 'also-when': [ADULT] }, [], []);
    const asked = (facts: Facts) => nextQuestion(navigator, situationOf(facts))?.fact.id;
    expect(asked({ 'child-at-home': yes })).toBeUndefined();
    expect(asked({ 'child-at-home': no, psychiatric: no })).toBeUndefined();
    expect(asked({ psychiatric: no })).toBe('child-at-home');
  });
});

describe('an agreement whose text is not held', () => {
  const related = { slug: 'other', title: 'T', kind: 'agreement', about: 'A', 'speaks-of': { psychiatric: { is: true } } };
  const named = (facts: Facts, more: unknown[] = [related]) =>
    answerSituation(navigatorOf({}, more), situationOf(facts)).elsewhere.map(({ related: one, result }) => `${one.slug} ${result}`);

  test('is named in a situation it speaks of, with reservation when that is not known, and not otherwise', () => {
    expect(named({ psychiatric: yes })).toEqual(['other met']);
    expect(named({})).toEqual(['other unknown']);
    expect(named({ psychiatric: no })).toEqual([]);
  });

  test('is not named when its text is held, or when nobody has said what it speaks of', () => {
    const { 'speaks-of': _unsaid, ...silent } = related;
    expect(
      named({ psychiatric: yes }, [
        { ...related, held: true },
        { ...silent, slug: 'silent' },
      ]),
    ).toEqual([]);
  });
});

test('a step that is certain only on a further condition is never hidden by it', () => {
  const [first] = situationFile['next-steps'];
  if (!first) throw new Error('no step');
  const step = { ...first, id: 'rarely', when: { substance: { any: ['alcohol'] } }, 'certain-when': { severity: { any: ['severe'] } } };
  const result = (facts: Facts) => answerSituation(navigatorOf({}, [], [step]), situationOf(facts)).steps[0]?.result;
  const alcohol = { substance: { set: ['alcohol'] } };
  expect(result({ ...alcohol, severity: { choice: 'severe' } })).toBe('met');
  expect(result({ ...alcohol, severity: { choice: 'mild' } })).toBe('unknown');
  expect(result(alcohol)).toBe('unknown');
  expect(result({ substance: { set: ['none'] }, severity: { choice: 'severe' } })).toBeUndefined();
});
