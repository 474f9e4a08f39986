/** What is asked after a meeting, in order: by the words of each question in the texts. Our own questions, of the kind that counties ask. */
export const SURVEY_QUESTIONS = ['took-part', 'listened', 'right-people', 'who-does-what', 'whom-to-ask', 'will-help'] as const;
export type SurveyQuestion = (typeof SURVEY_QUESTIONS)[number];

export const SURVEY_WORDS = ['yes', 'partly', 'no', 'unsure'] as const;
export type SurveyWord = (typeof SURVEY_WORDS)[number];

/** As whoever answers says it themselves, of the person that the meeting was about. */
export const SURVEY_SEXES = ['woman', 'man', 'other', 'unsaid'] as const;
export type SurveySex = (typeof SURVEY_SEXES)[number];

export const RESPONDENTS = ['individual', 'relative'] as const;
export type Respondent = (typeof RESPONDENTS)[number];

/** So few are never shown. Source: the usual rule of Swedish statistics that 1 to 4 are hidden. */
export const FEWEST = 5;

/** A count that is shown, or that is too small to be. */
export type Count = number | 'few';

export type SurveyCount = {
  readonly sex: SurveySex;
  readonly question: SurveyQuestion;
  readonly word: SurveyWord;
  readonly answers: number;
};

/** What those of one sex said. `said` is undefined where they are too few: nothing of it is told, not even how many. */
export type SurveyGroup = {
  readonly sex: SurveySex;
  readonly answered: Count;
  readonly said: Readonly<Record<SurveyQuestion, Readonly<Record<SurveyWord, Count>>>> | undefined;
};

/**
 * What was said, by sex, with small counts hidden: a group of fewer than `fewest` is hidden whole, a count of fewer within a group is hidden, and where one alone would
 * then be, the least of the others with it, so that it cannot be worked out. No sum over the groups is told, so that none can be worked out from the others.
 */
export function protectedGroups(counts: readonly SurveyCount[], fewest: number = FEWEST): SurveyGroup[] {
  return SURVEY_SEXES.flatMap((sex): SurveyGroup[] => {
    const own = counts.filter((one) => one.sex === sex);
    const answered = sum(own.filter(({ question }) => question === SURVEY_QUESTIONS[0]));
    if (answered === 0) return [];
    if (answered < fewest) return [{ sex, answered: 'few', said: undefined }];
    const rows = SURVEY_QUESTIONS.map(
      (question) =>
        [
          question,
          protectedRow(
            own.filter((one) => one.question === question),
            fewest,
          ),
        ] as const,
    );
    return [{ sex, answered, said: Object.fromEntries(rows) as SurveyGroup['said'] & {} }];
  });
}

function protectedRow(own: readonly SurveyCount[], fewest: number): Record<SurveyWord, Count> {
  const counts = SURVEY_WORDS.map((word) => ({ word, answers: sum(own.filter((one) => one.word === word)) }));
  const hidden = new Set(counts.filter(({ answers }) => answers > 0 && answers < fewest).map(({ word }) => word));
  if (hidden.size === 1) {
    const others = counts.filter(({ word }) => !hidden.has(word)).toSorted((a, b) => a.answers - b.answers);
    const least = others.find(({ answers }) => answers > 0) ?? others[0];
    if (least) hidden.add(least.word);
  }
  return Object.fromEntries(counts.map(({ word, answers }) => [word, hidden.has(word) ? 'few' : answers])) as Record<SurveyWord, Count>;
}

const sum = (rows: readonly SurveyCount[]) => rows.reduce((all, { answers }) => all + answers, 0);
