import { describe, expect, test } from 'vitest';
import type { AgreementFile } from '../counties/agreement-file.ts';
import type { Facts } from './fact-value.ts';
import { agreementOf, row, situationFile, situationOf } from './given.ts';
import { compileNavigator } from './navigator.ts';
import { nextQuestion } from './next-question.ts';
import type { Situation } from './situation.ts';

const noSteps = { ...situationFile, 'next-steps': [] };
const ask = (agreement: AgreementFile, facts: Facts, more: Partial<Situation> = {}) =>
  nextQuestion(compileNavigator([{ agreement, status: undefined }], noSteps), situationOf(facts, more))?.fact.id;
const withdrawal = { need: { set: ['withdrawal'] } };

describe('the next question', () => {
  const agreement = agreementOf([
    row('A-1', { when: { need: { any: ['withdrawal'] }, severity: { any: ['mild'] } } }),
    row('A-2', { when: { need: { any: ['withdrawal'] }, severity: { any: ['severe'] } } }),
    row('A-3', { when: { need: { any: ['withdrawal'] }, psychiatric: { is: true } } }),
    row('A-4', { when: { need: { any: ['housing'] }, 'child-at-home': { is: true } } }),
  ]);

  test('what help is sought for comes first', () => {
    expect(ask(agreement, {})).toBe('need');
  });

  test('then what settles most', () => {
    expect(ask(agreement, withdrawal)).toBe('severity');
  });

  test('then what is left, and nothing that no longer changes the answer', () => {
    expect(ask(agreement, { ...withdrawal, severity: { choice: 'mild' } })).toBe('psychiatric');
    expect(ask(agreement, { ...withdrawal, severity: { choice: 'mild' }, psychiatric: { yesNo: false } })).toBeUndefined();
  });

  test("a question answered with don't know is not asked again", () => {
    expect(ask(agreement, { ...withdrawal, severity: 'unknown' })).toBe('psychiatric');
  });

  test('the order of the file breaks a tie', () => {
    const tied = agreementOf([
      row('A-1', { when: { 'child-at-home': { is: true } } }),
      row('A-2', { when: { psychiatric: { is: true } } }),
    ]);
    expect(ask(tied, {})).toBe('psychiatric');
  });

  test('no agreement, no question', () => {
    expect(ask(agreement, {}, { county: '20' })).toBeUndefined();
  });

  test('an age limit of a target group is asked for, even when no row has one', () => {
    expect(ask(agreementOf([row('A-1')], { target: { conditions: { age: { min: 18 } } } }), {})).toBe('age');
  });

  test('a requirement that cannot be met any more is not asked about', () => {
    const failed = agreementOf([row('A-1', { conditions: { age: { min: 20 }, psychiatric: { is: true } }, 'way-forward': 'x' })]);
    expect(ask(failed, { age: { range: { min: 10, max: 10 } } })).toBeUndefined();
  });

  test('no sixth question is asked; what follows from other answers is no question', () => {
    const five: Facts = { ...withdrawal, substance: 'unknown', age: 'unknown', 'child-at-home': 'unknown', severity: 'unknown' };
    expect(ask(agreement, five)).toBeUndefined();
    expect(ask(agreement, five, { asked: Object.keys(withdrawal), implied: Object.keys(five) })).toBe('psychiatric');
  });
});

test('a next step that depends on a fact is worth a question', () => {
  const navigator = compileNavigator([{ agreement: agreementOf([row('A-1')]), status: undefined }], situationFile);
  expect(nextQuestion(navigator, situationOf({}))?.fact.id).toBe('psychiatric');
  expect(nextQuestion(navigator, situationOf({ psychiatric: { yesNo: true } }))?.fact.id).toBe('child-at-home');
  const both: Facts = { psychiatric: { yesNo: true }, 'child-at-home': { yesNo: true } };
  expect(nextQuestion(navigator, situationOf(both))?.fact.id).toBe('needs-both');
  expect(nextQuestion(navigator, situationOf({ ...both, 'needs-both': 'unknown' }))).toBeUndefined();
});

test('a question is always one that some answer to changes the answer', () => {
  const onlyOneWay = agreementOf([row('A-1', { when: { severity: { any: ['mild', 'severe'] } } })]);
  // Every severity selects the row, but knowing it turns "perhaps" into "yes".
  expect(ask(onlyOneWay, {})).toBe('severity');
  expect(ask(onlyOneWay, { severity: { choice: 'mild' } })).toBeUndefined();
});

test("when a fact was answered with don't know, what it follows from is asked instead", () => {
  const risky = agreementOf([row('A-1', { when: { need: { any: ['withdrawal'] }, severity: { any: ['severe'] } } })]);
  expect(ask(risky, { ...withdrawal, severity: 'unknown' })).toBe('risk');
  expect(ask(risky, { ...withdrawal, severity: { choice: 'mild' } })).toBeUndefined();
});

test('a set that is known in part may still be asked about, once', () => {
  const narrow = agreementOf([row('A-1', { when: { substance: { any: ['alcohol'] } } })]);
  const facts: Facts = { substance: { set: ['narcotics'], open: true } };
  expect(ask(narrow, facts, { asked: [] })).toBe('substance');
  expect(ask(narrow, facts, { asked: ['substance'] })).toBeUndefined();
});
