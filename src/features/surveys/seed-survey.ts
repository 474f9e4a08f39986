import { lastHalfYear, type Respondent, SURVEY_WORDS, type SurveySex, type SurveyWord } from '../../domain/surveys/survey.ts';
import type { Tx } from '../../platform/index.ts';
import { surveyRules } from './survey-rules.ts';
import { hasAnswers, insertSeedAnswers } from './surveys.sql.ts';

/** How many of each have answered in the fictional survey: so many that some are shown, and so few that some are hidden. */
const ANSWERED: readonly { readonly sex: SurveySex; readonly respondent: Respondent; readonly count: number }[] = [
  { sex: 'woman', respondent: 'individual', count: 62 },
  { sex: 'man', respondent: 'individual', count: 55 },
  { sex: 'other', respondent: 'individual', count: 2 },
  { sex: 'unsaid', respondent: 'individual', count: 6 },
  { sex: 'woman', respondent: 'relative', count: 12 },
  { sex: 'man', respondent: 'relative', count: 3 },
];
/** Of ten that answer, most say yes and some do not: women somewhat more seldom, so that there is a difference to see. */
const SAID: Readonly<Record<'woman' | 'others', readonly SurveyWord[]>> = {
  woman: ['yes', 'yes', 'yes', 'partly', 'yes', 'no', 'yes', 'partly', 'partly', 'unsure'],
  others: ['yes', 'yes', 'yes', 'yes', 'partly', 'yes', 'yes', 'partly', 'yes', 'no'],
};

/** Puts fictional answers of the last two half-years into the database, once. For demo mode, as the owner. */
export async function seedSurvey(
  tx: Tx,
  of: { readonly county: string; readonly organisations: readonly string[] },
  today: Temporal.PlainDate,
) {
  const asked = (await surveyRules(tx)).questions.ask.map(({ id }) => id);
  const last = lastHalfYear(today);
  for (const [nth, organisation] of of.organisations.entries()) {
    for (const [turn, half] of [last.subtract({ months: 6 }), last].entries()) {
      if (await hasAnswers(tx, organisation, half)) continue;
      const answers = ANSWERED.flatMap(({ sex, respondent, count }) =>
        Array.from({ length: Math.max(2, count - turn - 2 * nth) }, (_, one) => ({
          ...{ sex, respondent },
          said: asked.map((_question, place) => wordOf(sex, one * 7 + place * 3 + turn)),
        })),
      );
      await insertSeedAnswers(tx, { ...{ organisation, county: of.county, asked }, month: half.add({ months: 2 }) }, answers);
    }
  }
}

function wordOf(sex: SurveySex, nth: number): SurveyWord {
  const words = sex === 'woman' ? SAID.woman : SAID.others;
  return words[nth % words.length] ?? SURVEY_WORDS[0];
}
