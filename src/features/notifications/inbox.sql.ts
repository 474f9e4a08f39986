import { sql } from 'kysely';
import type { Facts, Tx } from '../../platform/index.ts';

// Row-level security leaves only the notices of whoever acts, so nothing here says whose.

/** A notice as its receiver has it. `stands_in_for`: the account of the absent colleague whose deputy got it. */
export type NoticeRow = {
  readonly number: number;
  readonly act_id: string;
  readonly kind: string;
  readonly params: Facts;
  readonly stands_in_for: string | null;
  readonly created_at: Temporal.Instant;
  readonly delivered_at: Temporal.Instant;
  readonly read_at: Temporal.Instant | null;
};

/** One's own notices, the latest first; those with a number below `before` when it is given. */
export async function listNotices(tx: Tx, { before, most }: { before: number | undefined; most: number }): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`select number, act_id, kind, params, stands_in_for, created_at, delivered_at, read_at from notice
    where account_id = acting_account() and (${before ?? null}::bigint is null or number < ${before ?? null}::bigint)
    order by number desc limit ${most}`.execute(tx);
  return rows;
}

/** One's own unread notices of these kinds, the oldest first. */
export async function listUnreadOf(tx: Tx, kinds: readonly string[]): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`select number, act_id, kind, params, stands_in_for, created_at, delivered_at, read_at from notice
    where account_id = acting_account() and read_at is null and kind = any(${kinds}) order by number limit 200`.execute(tx);
  return rows;
}

/** How many notices one has, how many are unread, and the number of the latest one was ever given. */
export async function countNotices(tx: Tx): Promise<{ has: number; unread: number; last: number }> {
  const { rows } = await sql<{ has: number; unread: number; last: number }>`
    select count(*) as has, count(*) filter (where read_at is null) as unread,
      coalesce((select last_number from inbox where account_id = acting_account()), 0) as last
    from notice where account_id = acting_account()`.execute(tx);
  return rows[0] ?? { has: 0, unread: 0, last: 0 };
}

/** How many of one's own notices are unread. Asked on every page, and answered from the index of unread ones. */
export async function countUnread(tx: Tx): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from notice
    where account_id = acting_account() and read_at is null`.execute(tx);
  return rows[0]?.unread ?? 0;
}

/** The numbers one has, ascending. */
export async function listNumbers(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`select number from notice where account_id = acting_account() order by number`.execute(tx);
  return rows.map(({ number }) => number);
}

/** Notes that one's own notice is read; of all up to a number when `through`. Answers how many were unread. */
export async function markNotices(tx: Tx, which: { number: number; through: boolean }, now: Temporal.Instant): Promise<number> {
  const { numAffectedRows } = await sql`update notice set read_at = ${now} where account_id = acting_account() and read_at is null
    and case when ${which.through}::boolean then number <= ${which.number}::bigint else number = ${which.number}::bigint end`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Does one have a notice of this number? */
export async function hasNotice(tx: Tx, number: number): Promise<boolean> {
  const { rows } = await sql`select 1 from notice where account_id = acting_account() and number = ${number}`.execute(tx);
  return rows.length === 1;
}

/** What one of the acts of whoever acts told: a row per receiver, or one without a receiver where nobody got it. */
export type SentRow = {
  readonly kind: string;
  readonly handled_at: Temporal.Instant | null;
  /** The name of a member of staff; null for an individual. */
  readonly receiver: string | null;
  readonly stands_in: boolean;
  readonly delivered_at: Temporal.Instant | null;
  readonly read_at: Temporal.Instant | null;
};

/** Empty when the act is not one's own, or told nothing. */
export async function listSent(tx: Tx, act: string): Promise<SentRow[]> {
  const { rows } =
    await sql<SentRow>`select kind, handled_at, receiver, stands_in, delivered_at, read_at from notices_of_own_act(${act})`.execute(tx);
  return rows;
}
