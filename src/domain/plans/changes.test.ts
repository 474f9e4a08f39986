import { describe, expect, it } from 'vitest';
import { type AnswerGiven, answersFault, answersTo, type ChangeAnswer, type Changed, isAsked, isSettled } from './changes.ts';

const goal: Changed = { kind: 'goal', subject: 'g', number: 2 };
const given = (answer: ChangeAnswer, number = 2, minute = 0, subject = 'g'): AnswerGiven => ({
  ...{ kind: 'goal', subject, number, answer },
  at: Temporal.Instant.from('2026-11-22T10:00Z').add({ minutes: minute }),
});

describe('what the person says of a change', () => {
  it.each(['approved', 'objects', 'not-asked'] as const)('is settled by %s', (answer) => {
    expect(isSettled(goal, [given(answer)])).toBe(true);
  });

  it('is never settled by words alone, by an answer to another wording, or by one to another thing', () => {
    expect(isSettled(goal, [])).toBe(false);
    expect(isSettled(goal, [given('commented')])).toBe(false);
    expect(isSettled(goal, [given('approved', 1)])).toBe(false);
    expect(isSettled(goal, [given('approved', 2, 0, 'h')])).toBe(false);
    expect(isSettled(goal, [{ ...given('approved'), kind: 'measure' }])).toBe(false);
  });

  it('keeps the answers to earlier wordings apart, the latest last', () => {
    const { now, earlier } = answersTo(goal, [
      given('objects', 2, 5),
      given('approved', 1, 1),
      given('approved', 2, 9),
      given('objects', 1),
    ]);
    expect(now.map(({ answer }) => answer)).toEqual(['objects', 'approved']);
    expect(earlier.map(({ answer }) => answer)).toEqual(['objects', 'approved']);
  });

  it('is not asked of what they have written themselves', () => {
    expect([isAsked({ voice: 'own' }), isAsked({ voice: 'noted' }), isAsked({ voice: 'staff' }), isAsked({})]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('to establish a plan', () => {
  it('takes an answer to every change, or a reason why the person was not asked', () => {
    expect(answersFault([], '')).toBeUndefined();
    expect(answersFault([goal], 'Personen ville inte svara.')).toBeUndefined();
  });

  it('refuses a change with neither, and says how many', () => {
    expect(answersFault([goal, { ...goal, subject: 'h' }], '')).toMatchObject({ code: 'answers-missing', params: { count: 2 } });
    expect(answersFault([goal], '  x ')).toMatchObject({ code: 'answers-missing' });
  });
});
