import { sql } from 'kysely';
import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { HappeningKind } from '../../../domain/plans/happenings.ts';
import type { Tx } from '../../../platform/index.ts';

/** Something that has happened in a plan. */
export type HappeningRow = {
  /** Its own, among all of the plan. */
  readonly key: string;
  readonly what: HappeningKind;
  /** What it happened to: the part, the goal, the meeting, the task …; what happens to the same thing has the same. */
  readonly ref: string;
  /** What came of it, as a code: the state of a task, the answer, the outcome. */
  readonly says: string | null;
  /** Of a version or a copy, which; of a goal or a measure, which wording; of codes to the survey, how many. */
  readonly number: number | null;
  readonly at: Temporal.Instant;
  /** Which unit it is about, and in which it was done; null where it is none. */
  readonly unit: string | null;
  readonly in_unit: string | null;
  readonly dropped: boolean;
  /** The kinds of data that it is of; null where another wall stands before it. */
  readonly kinds: readonly DataKind[] | null;
  /** Is it to or from a unit of who acts, or theirs to know as the one who coordinates the plan? */
  readonly mine: boolean;
};

/** Which happenings: after a moment, by others than an account, before one of them. */
export type Asked = {
  readonly since?: Temporal.Instant | undefined;
  readonly butBy?: string | undefined;
  readonly before?: { readonly at: Temporal.Instant; readonly key: string } | undefined;
  readonly most?: number;
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

/** What has happened in a plan that is for who acts to know, the latest first: `plan_happenings` in the migrations says what the policies of the tables say. */
export async function listHappenings(tx: Tx, plan: string, { since, butBy, before, most }: Asked): Promise<HappeningRow[]> {
  const { rows } =
    await sql<HappeningRow>`select * from plan_happenings(${plan}::uuid, ${since ?? null}::timestamptz, ${butBy ?? null}::uuid,
    ${before?.at ?? null}::timestamptz, ${before?.key ?? null}::text, ${most ?? null}::int)`.execute(tx);
  return rows;
}
