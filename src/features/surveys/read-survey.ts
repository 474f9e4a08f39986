import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { protectedGroups, type RESPONDENTS, SURVEY_QUESTIONS, type SurveyGroup } from '../../domain/surveys/survey.ts';
import { useCase } from '../../platform/index.ts';
import { countAnswers } from './surveys.sql.ts';

/**
 * What was said of the meetings of one's own huvudman in a year, by sex and by who answered, with small counts hidden. Whole years alone, so that no two answers can be
 * subtracted. Refuses `organisation-not-found` of somebody who acts for none.
 */
export const readSurvey = useCase({
  permission: 'surveys.read',
  mode: 'read',
  input: z.strictObject({ year: z.int().min(2020).max(2100) }),
  run: async ({ tx, actor, input: { year } }) => {
    const organisation = assignmentOf(actor)?.organisation;
    if (!organisation) return refuse('organisation-not-found');
    const from = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    const rows = await countAnswers(tx, organisation.id, { from, until: from.add({ months: 11 }) });
    const of = (respondent: (typeof RESPONDENTS)[number]): SurveyGroup[] =>
      protectedGroups(
        rows.flatMap(({ question, said: word, sex, answers, respondent: who }) => {
          const asked = SURVEY_QUESTIONS[question - 1];
          return asked && who === respondent ? [{ sex, question: asked, word, answers }] : [];
        }),
      );
    return { organisation: organisation.name, year, individual: of('individual'), relative: of('relative') };
  },
});
