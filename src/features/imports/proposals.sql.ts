import { sql } from 'kysely';
import type { Review, Verdict } from '../../domain/imports/proposals/review.ts';
import { onConstraint, type Tx } from '../../platform/index.ts';

/** What has been said of the proposals of an import, in the order it was said of each. */
export async function listReviews(tx: Tx, importId: string): Promise<Review[]> {
  const { rows } = await sql<Review>`select proposal, number, verdict, value, reason from import_review
    where import_id = ${importId} order by proposal, number`.execute(tx);
  return rows;
}

export type NewReview = {
  readonly id: string;
  readonly importId: string;
  readonly proposal: string;
  readonly number: number;
  readonly verdict: Verdict;
  readonly value: unknown;
  readonly reason: string | null;
  readonly account: string;
  readonly at: Temporal.Instant;
};

/** Keeps what somebody said. Answers false when somebody else has said something of the same proposal meanwhile. */
export async function insertReview(tx: Tx, review: NewReview): Promise<boolean> {
  const { id, importId, proposal, number, verdict, value, reason, account, at } = review;
  const held = value === undefined ? null : JSON.stringify(value);
  return sql`insert into import_review (id, import_id, proposal, number, verdict, value, reason, account_id, reviewed_at)
    values (${id}, ${importId}, ${proposal}, ${number}, ${verdict}, ${held}::jsonb, ${reason}, ${account}, ${at.toString()})`
    .execute(tx)
    .then(() => true)
    .catch((error) => onConstraint(error, { import_review_once: false }));
}

/** The accounts that have answered proposals of an import. */
export async function listReviewers(tx: Tx, importId: string): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`select distinct account_id as account from import_review where import_id = ${importId}
    order by account_id`.execute(tx);
  return rows.map(({ account }) => account);
}
