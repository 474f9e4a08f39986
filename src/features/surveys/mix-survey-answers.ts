import { FEWEST } from '../../domain/surveys/survey.ts';
import { type JobKind, type Runtime, stableId } from '../../platform/index.ts';
import { mixAnswers } from './surveys.sql.ts';

/** What the database knows this work by. */
const MIX = 'mix-survey-answers';

/** The work of letting answers to the survey be shown, once a day: five or more of a huvudman at a time and in no order, so that nothing says which came when. */
export function mixSurveyAnswers({ database, clock }: Runtime): JobKind {
  let done: string | undefined;
  return {
    queue: MIX,
    waiting: async () => {
      const day = clock.today().toString();
      return done === day ? [] : [stableId(`${MIX}:${day}`)];
    },
    run: async () => {
      const today = clock.today();
      await database.transaction('write', (tx) => mixAnswers(tx, FEWEST, today), { program: MIX, now: clock.now() });
      done = today.toString();
    },
  };
}
