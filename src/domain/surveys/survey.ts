export const SURVEY_WORDS = ['yes', 'partly', 'no', 'unsure'] as const;
export type SurveyWord = (typeof SURVEY_WORDS)[number];

/** As whoever answers says it themselves, of the person that the meeting was about. */
export const SURVEY_SEXES = ['woman', 'man', 'other', 'unsaid'] as const;
export type SurveySex = (typeof SURVEY_SEXES)[number];

export const RESPONDENTS = ['individual', 'relative'] as const;
export type Respondent = (typeof RESPONDENTS)[number];

/** Fewer than this are never shown, whatever a county says. Source: the usual rule of Swedish statistics that 1 to 4 are hidden. */
export const FEWEST = 5;

/** A count that is shown, or that is hidden: too small, or one from which such a count could be worked out. */
export type Count = number | 'few';

/** How many of a group said a word to a question; null where the database hides it. */
export type SurveyCount = {
  readonly sex: SurveySex;
  readonly question: string;
  readonly word: SurveyWord;
  readonly answers: number | null;
};

/** What those of one sex said, by question. `said` is undefined where they are too few: nothing of it is told, not even how many. */
export type SurveyGroup = {
  readonly sex: SurveySex;
  readonly answered: Count;
  readonly said: ReadonlyMap<string, Readonly<Record<SurveyWord, Count>>> | undefined;
};

/**
 * What was said, by sex, with small counts hidden: a group of fewer than `fewest` whole; of a question where one of the other words was said by fewer, all words but yes; and
 * all of them where yes was said by fewer, or the others were fewer together. Which are hidden beside a small one never depends on how large they are, so that none can be
 * worked out. No sum over the groups is told. The database hides the same before anything leaves it; what it has hidden stays hidden. `groups`: how many answered, by sex;
 * null where it is hidden.
 */
export function protectedGroups(
  groups: readonly { readonly sex: SurveySex; readonly answered: number | null }[],
  counts: readonly SurveyCount[],
  fewest: number = FEWEST,
): SurveyGroup[] {
  return SURVEY_SEXES.flatMap((sex): SurveyGroup[] => {
    const group = groups.find((one) => one.sex === sex);
    if (!group || group.answered === 0) return [];
    const { answered } = group;
    if (answered === null || answered < fewest) return [{ sex, answered: 'few', said: undefined }];
    const own = counts.filter((one) => one.sex === sex);
    const questions = [...Map.groupBy(own, ({ question }) => question)];
    return [{ sex, answered, said: new Map(questions.map(([question, row]) => [question, protectedRow(row, fewest)])) }];
  });
}

function protectedRow(own: readonly SurveyCount[], fewest: number): Record<SurveyWord, Count> {
  const counts = SURVEY_WORDS.map((word) => ({ word, answers: own.find((one) => one.word === word)?.answers ?? null }));
  const isFew = ({ answers }: { answers: number | null }) => answers !== null && answers > 0 && answers < fewest;
  const others = counts.filter(({ word }) => word !== 'yes');
  const fewOthers = others.some(isFew);
  const all =
    counts.some((one) => one.word === 'yes' && isFew(one)) ||
    (fewOthers && others.reduce((sum, { answers }) => sum + (answers ?? 0), 0) < fewest);
  return Object.fromEntries(
    counts.map(({ word, answers }) => [word, answers === null || all || (fewOthers && word !== 'yes') ? 'few' : answers]),
  ) as Record<SurveyWord, Count>;
}

/** A half-year by its first day: January or July. */
export type HalfYear = Temporal.PlainDate;

/** The last half-year that is over: no more is said of it. */
export function lastHalfYear(today: Temporal.PlainDate): HalfYear {
  const current = today.with({ month: today.month > 6 ? 7 : 1, day: 1 });
  return current.subtract({ months: 6 });
}
