import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { RESPONDENTS, SURVEY_SEXES, SURVEY_WORDS } from '../../domain/surveys/survey.ts';
import { useCase } from '../../platform/index.ts';
import { readSurveyCode } from './survey-code.ts';
import { surveyRules } from './survey-rules.ts';
import { findOrganisationByTag, insertSurveyAnswer } from './surveys.sql.ts';

/**
 * Answers the survey about a meeting, under a code that was handed out there: once for each code. Anybody who has the code may; who they are is asked nowhere and kept
 * nowhere, and the log is told nothing. `said`: a word for each question, in their order. Refuses `survey-code-unknown`, `survey-code-ended`, `survey-code-spent`, `survey-incomplete`.
 */
export const answerSurvey = useCase({
  permission: 'surveys.answer',
  mode: 'write',
  input: z.strictObject({
    code: z.string().trim().min(1).max(60),
    respondent: z.enum(RESPONDENTS),
    sex: z.enum(SURVEY_SEXES),
    said: z.array(z.enum(SURVEY_WORDS)).min(1).max(12),
  }),
  run: async ({ tx, today, keys, input: { code, respondent, sex, said } }) => {
    const asked = (await surveyRules(tx)).questions.ask.map(({ id }) => id);
    if (said.length !== asked.length) return refuse('survey-incomplete');
    const read = readSurveyCode(keys, code);
    const organisation = read && (await findOrganisationByTag(tx, read.tag));
    if (!read || !organisation) return refuse('survey-code-unknown');
    if (Temporal.PlainDate.compare(today, read.until) >= 0) return refuse('survey-code-ended');
    const { hash, until, month } = read;
    const about = { organisation: organisation.id, county: organisation.county, month };
    return (await insertSurveyAnswer(tx, { hash, until, ...about, respondent, sex, asked, said }))
      ? { taken: true }
      : refuse('survey-code-spent');
  },
});
