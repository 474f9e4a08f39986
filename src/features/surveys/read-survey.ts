import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { lastHalfYear, protectedGroups, type Respondent, type SurveyGroup } from '../../domain/surveys/survey.ts';
import { useCase } from '../../platform/index.ts';
import { surveyRules } from './survey-rules.ts';
import { findCountyOf, listShown } from './surveys.sql.ts';

/**
 * What was said of the meetings of one's own huvudman in a half-year that is over, by sex and by who answered, with small counts hidden. No other period can be asked
 * for, and an answer that is let out later belongs to a later one, so that no two answers can be subtracted. `half`: the first day of it; the last one that is over when
 * it is not said, or is not over. Refuses `organisation-not-found` of somebody who acts for none.
 */
export const readSurvey = useCase({
  permission: 'surveys.read',
  mode: 'read',
  input: z.strictObject({ half: z.instanceof(Temporal.PlainDate).optional() }),
  run: async ({ tx, actor, today, input: { half } }) => {
    const organisation = assignmentOf(actor)?.organisation;
    if (!organisation) return refuse('organisation-not-found');
    const rules = await surveyRules(tx, await findCountyOf(tx, organisation.id));
    const last = lastHalfYear(today);
    const from = half && Temporal.PlainDate.compare(half, last) <= 0 ? half : last;
    const rows = await listShown(tx, organisation.id, from, rules.least.fewest);
    const of = (respondent: Respondent): SurveyGroup[] => {
      const own = rows.filter((one) => one.respondent === respondent);
      const counts = own.flatMap(({ sex, question, said, answers }) => (question && said ? [{ sex, question, word: said, answers }] : []));
      return protectedGroups(own, counts, rules.least.fewest);
    };
    return { organisation: organisation.name, half: from, last, rules, individual: of('individual'), relative: of('relative') };
  },
});
