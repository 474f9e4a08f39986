import type { SurveyLeast, SurveyQuestions } from '../../domain/counties/planning.ts';
import type { Tx } from '../../platform/index.ts';
import { countyOf, nationalFile } from '../counties/index.ts';

/** What is asked, and how few answers are hidden in a county: its own number, or else the national. */
export async function surveyRules(tx: Tx, county?: string): Promise<{ least: SurveyLeast; questions: SurveyQuestions }> {
  const { survey } = await nationalFile(tx, 'planning');
  const own = county === undefined ? undefined : await countyOf(tx, county);
  return { least: own?.planning?.survey ?? survey.least, questions: survey.questions };
}
