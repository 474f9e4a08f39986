import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FEWEST,
  protectedGroups,
  SURVEY_QUESTIONS,
  SURVEY_SEXES,
  SURVEY_WORDS,
  type SurveyCount,
  type SurveySex,
  type SurveyWord,
} from './survey.ts';

/** Each of these said the same word to every question. */
const said = (sex: SurveySex, words: Partial<Record<SurveyWord, number>>): SurveyCount[] =>
  SURVEY_QUESTIONS.flatMap((question) =>
    SURVEY_WORDS.flatMap((word) => (words[word] ? [{ sex, question, word, answers: words[word] ?? 0 }] : [])),
  );

describe('what was said in the survey', () => {
  test('is told of a group of five or more, and nothing of a smaller one, not even how many', () => {
    const groups = protectedGroups([...said('woman', { yes: 9 }), ...said('man', { yes: 4 })]);
    expect(groups).toEqual([
      { sex: 'woman', answered: 9, said: expect.objectContaining({ listened: { yes: 9, partly: 0, no: 0, unsure: 0 } }) },
      { sex: 'man', answered: 'few', said: undefined },
    ]);
  });

  test('a small count within a group takes another with it, so that it cannot be worked out', () => {
    const [group] = protectedGroups(said('woman', { yes: 20, partly: 7, no: 2 }));
    expect(group?.said?.listened).toEqual({ yes: 20, partly: 'few', no: 'few', unsure: 0 });
  });

  test('never shows a count under the least, and never hides one alone', () => {
    const counts = fc.array(
      fc.record({
        sex: fc.constantFrom(...SURVEY_SEXES),
        question: fc.constantFrom(...SURVEY_QUESTIONS),
        word: fc.constantFrom(...SURVEY_WORDS),
        answers: fc.integer({ min: 1, max: 12 }),
      }),
    );
    fc.assert(
      fc.property(counts, (rows) => {
        for (const { answered, said: told } of protectedGroups(rows)) {
          if (answered !== 'few') expect(answered).toBeGreaterThanOrEqual(FEWEST);
          for (const row of Object.values(told ?? {})) {
            const shown = Object.values(row);
            expect(shown.filter((one) => one === 'few').length).not.toBe(1);
            for (const one of shown) if (one !== 'few') expect(one === 0 || one >= FEWEST).toBe(true);
          }
        }
      }),
    );
  });
});
