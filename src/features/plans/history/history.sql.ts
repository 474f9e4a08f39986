import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';

export type NewsRow = {
  /** What it is: a key of `newsTexts`. */
  readonly what: string;
  /** Which part, goal, measure, sort of duty, turn of a meeting, number of a version, outcome or answer. */
  readonly ref: string;
  readonly dropped: boolean;
  readonly at: Temporal.Instant;
};

/**
 * Notes that who acts looks at a plan now, and answers when they looked the time before; undefined the first time. While they go on reading, a quarter of an hour at most from
 * one look to the next, the time before stands.
 */
export async function noteLook(tx: Tx, plan: string, account: string, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ since: Temporal.Instant; first: boolean }>`insert into plan_look as l (account_id, plan_id, since, looked_at)
    values (${account}, ${plan}, ${now}, ${now})
    on conflict (account_id, plan_id) do update set
      since = case when l.looked_at < excluded.looked_at - interval '15 minutes' then l.looked_at else l.since end,
      looked_at = greatest(l.looked_at, excluded.looked_at)
    returning since, since = looked_at as first`.execute(tx);
  const [row] = rows;
  return row && !row.first ? row.since : undefined;
}

/** What others have written in a plan since a moment and that is for who acts to read: the walls of each table say what that is. The oldest first. */
export async function listNews(tx: Tx, plan: string, since: Temporal.Instant, account: string): Promise<NewsRow[]> {
  const { rows } = await sql<NewsRow>`select what, ref, dropped, at from (
      select 'text' as what, part as ref, false as dropped, at, written_by as by from plan_text where plan_id = ${plan} and at > ${since}
      union all select 'goal', goal_id::text, dropped, at, written_by from plan_goal where plan_id = ${plan} and at > ${since}
      union all select 'measure', measure_id::text, dropped, at, written_by from plan_measure where plan_id = ${plan} and at > ${since}
      union all select 'duty', sort, false, at, written_by from plan_duty where plan_id = ${plan} and at > ${since}
      union all select 'meeting', turn, false, at, written_by from plan_meeting where plan_id = ${plan} and at > ${since}
      union all select 'called', id::text, false, sent_at, sent_by from plan_summons where plan_id = ${plan} and sent_at > ${since}
      union all select 'answer', summons_id::text, false, at, written_by from plan_summons_answer where plan_id = ${plan} and at > ${since}
      union all select 'party', unit_id::text, false, added_at, added_by from plan_party where plan_id = ${plan} and added_at > ${since}
      union all select 'assessment', organisation_id::text, false, at, written_by from plan_assessment where plan_id = ${plan} and at > ${since}
      union all select 'consent', kind, false, recorded_at, taken_by from consent where plan_id = ${plan} and recorded_at > ${since}
      union all select 'version', number::text, false, established_at, case when own then ${account}::uuid end from plan_version_days(${plan}::uuid) where established_at > ${since}
      union all select 'follow-up', outcome, false, at, written_by from plan_follow_up where plan_id = ${plan} and at > ${since}
      union all select 'own-view', about_id::text, false, at, written_by from plan_evaluation where plan_id = ${plan} and at > ${since} and voice = 'own'
      union all select 'hand-over', id::text, false, at, offered_by from plan_hand_over where plan_id = ${plan} and at > ${since}
      union all select 'hand-over-answer', answer, false, at, written_by from plan_hand_over_answer where plan_id = ${plan} and at > ${since}
      union all select 'closing', '', false, at, closed_by from plan_closing where plan_id = ${plan} and at > ${since}
    ) n where n.by is distinct from ${account}::uuid order by at`.execute(tx);
  return rows;
}
