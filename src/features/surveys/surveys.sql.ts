import { sql } from 'kysely';
import type { Respondent, SurveySex, SurveyWord } from '../../domain/surveys/survey.ts';
import type { Tx } from '../../platform/index.ts';

/** The organisation that a code speaks of, by the first 24 bits of the hash of its id; undefined when there is none, or more than one. */
export async function findOrganisationByTag(tx: Tx, tag: string): Promise<{ id: string; county: string } | undefined> {
  const { rows } = await sql<{ id: string; county: string }>`select id, county_code as county from organisation
    where left(encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), 6) = ${tag}`.execute(tx);
  return rows.length === 1 ? rows[0] : undefined;
}

export type NewSurveyAnswer = {
  readonly hash: Buffer;
  readonly until: Temporal.PlainDate;
  readonly organisation: string;
  readonly county: string;
  readonly month: Temporal.PlainDate;
  readonly sex: SurveySex;
  readonly respondent: Respondent;
  readonly said: readonly SurveyWord[];
};

/** Takes an answer under a code, once. Answers false when the code was used before. */
export async function insertSurveyAnswer(tx: Tx, one: NewSurveyAnswer): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean;
  }>`select answer_survey(${one.hash}, ${one.until}::date, ${one.county}, ${one.organisation}::uuid, ${one.month}::date,
    ${one.sex}, ${one.respondent}, ${[...one.said]}::text[]) as taken`.execute(tx);
  return rows[0]?.taken === true;
}

/** Moves answers that have enough company to those that are shown, in no order. For the program's own work. Answers how many. */
export async function mixAnswers(tx: Tx, fewest: number, today: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ moved: number }>`select mix_survey_answers(${fewest}, ${today}::date) as moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}

export type SurveyCountRow = {
  readonly sex: SurveySex;
  readonly respondent: Respondent;
  /** Which question, from 1. */
  readonly question: number;
  readonly said: SurveyWord;
  readonly answers: number;
};

/** How many said what about the meetings of an organisation in these months, for who acts for it; empty for everybody else. */
export async function countAnswers(
  tx: Tx,
  organisation: string,
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<SurveyCountRow[]> {
  const { rows } = await sql<SurveyCountRow>`select * from survey_counts(${organisation}::uuid, ${from}::date, ${until}::date)`.execute(tx);
  return rows;
}
