import { sql } from 'kysely';
import type { ChangeAnswer, Changed } from '../../../domain/plans/changes.ts';
import type { Tx } from '../../../platform/index.ts';

export type ChangeAnswerRow = {
  readonly id: string;
  readonly kind: Changed['kind'];
  readonly subject: string;
  readonly number: number;
  readonly answer: ChangeAnswer;
  readonly cipher: Buffer | null;
  /** The unit that noted it; null when the person wrote it themselves. */
  readonly unit_name: string | null;
  readonly own: boolean;
  readonly at: Temporal.Instant;
};

/** Every answer to a change in a plan that is for who acts to read, the oldest first. */
export async function listChangeAnswers(tx: Tx, plan: string): Promise<ChangeAnswerRow[]> {
  const { rows } = await sql<ChangeAnswerRow>`
    select a.id, case when a.goal_id is not null then 'goal' when a.measure_id is not null then 'measure' else 'duty' end as kind,
      coalesce(a.goal_id, a.measure_id, a.duty_id) as subject, coalesce(a.number, 1) as number, a.answer, a.words_cipher as cipher, u.name as unit_name,
      a.unit_id is null as own, a.at
    from plan_change_answer a
    left join lateral (select v.name from unit_version v where v.unit_id = a.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where a.plan_id = ${plan} order by a.at, a.id`.execute(tx);
  return rows;
}

type NewAnswer = Changed & { readonly id: string; readonly answer: ChangeAnswer; readonly cipher: Buffer | null };

/** Keeps an answer. `by.unit`: null of the individual. */
export async function insertChangeAnswer(
  tx: Tx,
  plan: string,
  { id, kind, subject, number, answer, cipher }: NewAnswer,
  by: { readonly account: string; readonly organisation: string | null; readonly unit: string | null },
  now: Temporal.Instant,
): Promise<void> {
  const of = (one: Changed['kind']) => (kind === one ? subject : null);
  await sql`insert into plan_change_answer (id, plan_id, goal_id, measure_id, duty_id, number, answer, words_cipher, organisation_id, unit_id, written_by, at)
    values (${id}, ${plan}, ${of('goal')}, ${of('measure')}, ${of('duty')}, ${kind === 'duty' ? null : number}, ${answer}, ${cipher}, ${by.organisation},
      ${by.unit}, ${by.account}, ${now})`.execute(tx);
}
