import { sql } from 'kysely';
import type { Outcome, Stance } from '../../domain/consultations/round.ts';
import type { Tx } from '../../platform/index.ts';

/** A view, as it was given. `name` is that of the one asked, or of whom the letter was from. Days are Swedish, ISO. */
export type CommentRow = {
  readonly id: string;
  readonly source: 'receiver' | 'letter';
  readonly receiver: string | null;
  readonly name: string;
  readonly cameOn: string;
  readonly section: string | null;
  readonly sentence: string | null;
  readonly words: string;
  readonly text: string;
  readonly account: string;
};

/** The views in a round that who acts may read, in the order they came. */
export async function listComments(tx: Tx, round: string): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select m.id, m.source, m.receiver, coalesce(nullif(m.from_whom, ''), r.name, '') as name, m.came_on::text as "cameOn",
      m.section, m.sentence, m.words, m.text, m.account_id as account
    from consultation_comment m left join consultation_receiver r on r.consultation_id = m.consultation_id and r.receiver = m.receiver
    where m.consultation_id = ${round} order by m.at, m.id`.execute(tx);
  return rows;
}

export type NewComment = Omit<CommentRow, 'name'> & {
  readonly round: string;
  readonly act: string;
  readonly fromWhom: string;
  readonly at: Temporal.Instant;
};

export async function insertComment(tx: Tx, one: NewComment): Promise<void> {
  await sql`insert into consultation_comment (id, act_id, consultation_id, source, receiver, from_whom, came_on, section, sentence, words, text, account_id, at)
    values (${one.id}, ${one.act}, ${one.round}, ${one.source}, ${one.receiver}, ${one.fromWhom}, ${one.cameOn}, ${one.section}, ${one.sentence},
      ${one.words}, ${one.text}, ${one.account}, ${one.at.toString()})`.execute(tx);
}

export type DispositionRow = {
  readonly comment: string;
  readonly number: number;
  readonly outcome: Outcome;
  readonly reason: string;
};

/** What was done with the views in a round, also what it was before, oldest first. */
export async function listDispositions(tx: Tx, round: string): Promise<DispositionRow[]> {
  const { rows } = await sql<DispositionRow>`select d.comment_id as comment, d.number, d.outcome, d.reason
    from consultation_disposition d join consultation_comment m on m.id = d.comment_id
    where m.consultation_id = ${round} order by d.comment_id, d.number`.execute(tx);
  return rows;
}

export async function insertDisposition(
  tx: Tx,
  one: DispositionRow & { readonly act: string; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`insert into consultation_disposition (act_id, comment_id, number, outcome, reason, at)
    values (${one.act}, ${one.comment}, ${one.number}, ${one.outcome}, ${one.reason}, ${one.at.toString()})`.execute(tx);
}

export type ReplyRow = {
  readonly receiver: string;
  readonly stance: Stance;
  readonly on: string;
  readonly at: string;
};

/** Who has said that they have said what they want, oldest first. */
export async function listReplies(tx: Tx, round: string): Promise<ReplyRow[]> {
  const { rows } = await sql<ReplyRow>`select receiver, stance, on_date::text as "on", at::text as at from consultation_reply
    where consultation_id = ${round} order by at, act_id`.execute(tx);
  return rows;
}

export async function insertReply(
  tx: Tx,
  one: Omit<ReplyRow, 'at'> & { readonly round: string; readonly act: string; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`insert into consultation_reply (act_id, consultation_id, receiver, stance, on_date, at)
    values (${one.act}, ${one.round}, ${one.receiver}, ${one.stance}, ${one.on}, ${one.at.toString()})`.execute(tx);
}
