import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST, lastHalfYear, protectedGroups, SURVEY_WORDS, type SurveyCount, type SurveySex, type SurveyWord } from './survey.ts';

const QUESTIONS = ['listened', 'right-people'];

/** Each of these said the same word to every question. */
const said = (sex: SurveySex, words: Partial<Record<SurveyWord, number>>): SurveyCount[] =>
  QUESTIONS.flatMap((question) => SURVEY_WORDS.map((word) => ({ sex, question, word, answers: words[word] ?? 0 })));
const shown = (...counts: SurveyCount[]) => {
  const sexes = [...new Set(counts.map(({ sex }) => sex))];
  const first = counts.filter(({ question }) => question === QUESTIONS[0]);
  const answered = (sex: SurveySex) => first.filter((one) => one.sex === sex).reduce((sum, one) => sum + (one.answers ?? 0), 0);
  return protectedGroups(
    sexes.map((sex) => ({ sex, answered: answered(sex) })),
    counts,
  );
};
const rowOf = (counts: readonly number[], fewest = FEWEST) =>
  protectedGroups(
    [{ sex: 'woman', answered: counts.reduce((sum, one) => sum + one, 0) }],
    SURVEY_WORDS.map((word, nth) => ({ sex: 'woman', question: 'listened', word, answers: counts[nth] ?? 0 })),
    fewest,
  )[0]?.said?.get('listened');

describe('what was said in the survey', () => {
  test('is told of a group of five or more, and nothing of a smaller one, not even how many', () => {
    const [woman, man] = shown(...said('woman', { yes: 9 }), ...said('man', { yes: 4 }));
    expect(woman?.answered).toBe(9);
    expect(woman?.said?.get('listened')).toEqual({ yes: 9, partly: 0, no: 0, unsure: 0 });
    expect(man).toEqual({ sex: 'man', answered: 'few', said: undefined });
  });

  test('a small count takes the other words with it, and yes too where it is small, or they are together', () => {
    expect(rowOf([20, 7, 6, 0])).toEqual({ yes: 20, partly: 7, no: 6, unsure: 0 });
    expect(rowOf([20, 7, 2, 0])).toEqual({ yes: 20, partly: 'few', no: 'few', unsure: 'few' });
    for (const counts of [
      [20, 0, 1, 1],
      [3, 20, 0, 0],
    ])
      expect(rowOf(counts)).toEqual({ yes: 'few', partly: 'few', no: 'few', unsure: 'few' });
  });

  test('leaves no hidden count that can be worked out from what is shown, by whoever knows how it is hidden', () => {
    const publications = new Map<string, number[][]>();
    const most = 16;
    for (let a = 0; a <= most; a += 1)
      for (let b = 0; a + b <= most; b += 1)
        for (let c = 0; a + b + c <= most; c += 1)
          for (let d = 0; a + b + c + d <= most; d += 1) {
            const counts = [a, b, c, d];
            const row = rowOf(counts);
            if (!row || !Object.values(row).includes('few')) continue;
            const told = JSON.stringify([a + b + c + d, row]);
            publications.set(told, [...(publications.get(told) ?? []), counts]);
          }
    const worked = [...publications].filter(([told, all]) => {
      const [, row] = JSON.parse(told) as [number, Record<SurveyWord, number | 'few'>];
      return SURVEY_WORDS.some((word, nth) => row[word] === 'few' && new Set(all.map((counts) => counts[nth])).size < 4);
    });
    expect(publications.size).toBeGreaterThan(50);
    expect(worked.map(([told]) => told)).toEqual([]);
  });

  test('keeps hidden what the database has hidden, and hides what it has not', () => {
    const row = (answers: readonly (number | null)[]) =>
      protectedGroups(
        [{ sex: 'man', answered: 30 }],
        SURVEY_WORDS.map((word, nth) => ({ sex: 'man', question: 'listened', word, answers: answers[nth] ?? null })),
      )[0]?.said?.get('listened');
    expect(row([20, null, null, null])).toEqual({ yes: 20, partly: 'few', no: 'few', unsure: 'few' });
    expect(row([25, 3, 9, 0])).toEqual({ yes: 25, partly: 'few', no: 'few', unsure: 'few' });
    expect(protectedGroups([{ sex: 'man', answered: null }], said('man', { yes: 30 }))).toEqual([
      { sex: 'man', answered: 'few', said: undefined },
    ]);
  });

  test('never shows a count under the least', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 5, max: 12 }),
        (counts, fewest) => {
          for (const one of Object.values(rowOf(counts, fewest) ?? {})) expect(one === 'few' || one === 0 || one >= fewest).toBe(true);
        },
      ),
    );
  });

  test('is told by half-years that are over', () => {
    expect(lastHalfYear(Temporal.PlainDate.from('2026-11-22')).toString()).toBe('2026-01-01');
    expect(lastHalfYear(Temporal.PlainDate.from('2026-06-30')).toString()).toBe('2025-07-01');
    expect(lastHalfYear(Temporal.PlainDate.from('2027-01-01')).toString()).toBe('2026-07-01');
  });
});
