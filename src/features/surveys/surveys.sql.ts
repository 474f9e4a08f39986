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
  readonly asked: readonly string[];
  readonly said: readonly SurveyWord[];
};

/** Takes an answer under a code, once. Answers false when the code was used before. */
export async function insertSurveyAnswer(tx: Tx, one: NewSurveyAnswer): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean;
  }>`select answer_survey(${one.hash}, ${one.until}::date, ${one.county}, ${one.organisation}::uuid, ${one.month}::date,
    ${one.sex}, ${one.respondent}, ${[...one.asked]}::text[], ${[...one.said]}::text[]) as taken`.execute(tx);
  return rows[0]?.taken === true;
}

/** Moves answers that have enough company to those that are shown, in no order. For the program's own work. Answers how many. */
export async function mixAnswers(tx: Tx, fewest: number, today: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ moved: number }>`select mix_survey_answers(${fewest}, ${today}::date) as moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}

/** A count as the database tells it: null is hidden. Without a question where all of the group is. */
export type ShownCountRow = {
  readonly sex: SurveySex;
  readonly respondent: Respondent;
  readonly answered: number | null;
  readonly question: string | null;
  readonly said: SurveyWord | null;
  readonly answers: number | null;
};

/** How many said what about the meetings of an organisation in a half-year that is over, small counts hidden, for who acts for it; empty for everybody else. */
export async function listShown(tx: Tx, organisation: string, half: Temporal.PlainDate, fewest: number): Promise<ShownCountRow[]> {
  const { rows } = await sql<ShownCountRow>`select * from survey_shown(${organisation}::uuid, ${half}::date, ${fewest})`.execute(tx);
  return rows;
}

/** The county of an organisation. */
export async function findCountyOf(tx: Tx, organisation: string): Promise<string | undefined> {
  const { rows } = await sql<{ county: string }>`select county_code as county from organisation where id = ${organisation}`.execute(tx);
  return rows[0]?.county;
}

/** Puts answers to the survey into the database as if they had been let out. For demo mode, as the owner. */
export async function insertSeedAnswers(
  tx: Tx,
  about: { readonly organisation: string; readonly county: string; readonly month: Temporal.PlainDate; readonly asked: readonly string[] },
  answers: readonly { readonly sex: SurveySex; readonly respondent: Respondent; readonly said: readonly SurveyWord[] }[],
): Promise<void> {
  for (const { sex, respondent, said } of answers)
    await sql`insert into survey_answer (county_code, organisation_id, month, sex, respondent, said, asked)
      values (${about.county}, ${about.organisation}, ${about.month}::date, ${sex}, ${respondent}, ${[...said]}::text[], ${[...about.asked]}::text[])`.execute(
      tx,
    );
}

/** Has anything been said in a half-year of an organisation? For demo mode, as the owner. */
export async function hasAnswers(tx: Tx, organisation: string, half: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from survey_answer where organisation_id = ${organisation}
    and month >= ${half}::date and month < ${half}::date + interval '6 months') as some`.execute(tx);
  return rows[0]?.some === true;
}
