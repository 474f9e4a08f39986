import { sql } from 'kysely';
import type { Receiver, ReceiverKind, ReceiverWord } from '../../domain/consultations/round.ts';
import type { SentText } from '../../domain/consultations/sent-text.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { ParticipationLevel } from '../../domain/drafts/draft-file.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';

/** A round as it was opened: nothing of it ever changes. Days are Swedish, ISO. */
export type RoundRow = {
  readonly id: string;
  readonly draft: string;
  readonly county: string;
  readonly slug: string;
  readonly label: string;
  readonly kind: AgreementFile['kind'];
  readonly municipalities: readonly string[];
  readonly revision: number;
  readonly hash: string;
  readonly content: SentText;
  readonly level: ParticipationLevel;
  readonly asks: string;
  readonly lastDay: string;
  readonly isPublic: boolean;
  readonly openedOn: string;
};

const FACTS = sql`c.id, c.draft_id as draft, c.county_code as county, c.slug, c.label, c.agreement_kind as kind, c.municipalities, c.revision, c.hash,
  c.level, c.asks, c.last_day::text as "lastDay", c.is_public as "isPublic",
  to_char(c.opened_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as "openedOn"`;

export async function findRound(tx: Tx, id: string): Promise<RoundRow | undefined> {
  const { rows } = await sql<RoundRow>`select ${FACTS}, c.content from consultation c where c.id = ${id}`.execute(tx);
  return rows[0];
}

/** Every round that who acts may see, or those that are neither closed nor recalled, the latest opened first; their texts without the sections. */
export async function listRounds(tx: Tx, which: 'all' | 'running'): Promise<RoundRow[]> {
  const { rows } =
    await sql<RoundRow>`select ${FACTS}, json_build_object('title', c.content -> 'title', 'short', c.content -> 'short', 'sections', '[]'::json) as content
    from consultation c where ${which} = 'all'
      or not exists (select from act a where a.subject_kind = 'consultation' and a.subject_id = c.id and a.kind in ('consultations.close', 'consultations.recall'))
    order by c.opened_at desc, c.id`.execute(tx);
  return rows;
}

export async function insertRound(
  tx: Tx,
  row: Omit<RoundRow, 'openedOn'>,
  by: { readonly account: string; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`insert into consultation (id, draft_id, county_code, slug, label, agreement_kind, municipalities, revision, hash, content, level, asks,
      last_day, is_public, opened_by, opened_at)
    values (${row.id}, ${row.draft}, ${row.county}, ${row.slug}, ${row.label}, ${row.kind}, ${[...row.municipalities]}, ${row.revision}, ${row.hash},
      ${JSON.stringify(row.content)}, ${row.level}, ${row.asks}, ${row.lastDay}, ${row.isPublic}, ${by.account}, ${by.at.toString()})`.execute(
    tx,
  );
}

export async function insertReceiver(tx: Tx, round: string, { receiver, kind, id, name }: Receiver): Promise<void> {
  const organisation = kind === 'huvudman' || kind === 'user-organisation' ? id : null;
  await sql`insert into consultation_receiver (consultation_id, receiver, kind, organisation_id, unit_id, body, name)
    values (${round}, ${receiver}, ${kind}, ${organisation}, ${kind === 'unit' ? id : null}, ${kind === 'body' ? id : null}, ${name})`.execute(
    tx,
  );
}

/** Everyone asked in rounds, by round, in the order of their kinds and names. */
export async function listReceivers(tx: Tx, rounds: readonly string[]): Promise<Map<string, Receiver[]>> {
  const { rows } = await sql<{ round: string; receiver: ReceiverWord; kind: ReceiverKind; id: string; name: string }>`
    select consultation_id as round, receiver, kind, coalesce(organisation_id::text, unit_id::text, body) as id, name from consultation_receiver
    where consultation_id = any(${[...rounds]}::uuid[])
    order by array_position(array['huvudman', 'body', 'unit', 'user-organisation'], kind), name collate "sv-x-icu", receiver`.execute(tx);
  return Map.groupBy(rows, ({ round }) => round);
}

export type EndRow = { readonly round: string; readonly kind: 'consultations.close' | 'consultations.recall'; readonly on: string };

/** What ended each of these rounds, and on which day. */
export async function listEnds(tx: Tx, rounds: readonly string[]): Promise<EndRow[]> {
  const { rows } = await sql<EndRow>`select subject_id as round, kind, effective_on::text as "on" from act
    where subject_kind = 'consultation' and kind in ('consultations.close', 'consultations.recall') and subject_id = any(${[...rounds]}::uuid[])`.execute(
    tx,
  );
  return rows;
}

/** Makes whoever else wants to do something in this round wait until this transaction is done. */
export async function lockRound(tx: Tx, id: string): Promise<void> {
  await lockSubject(tx, 'consultation', id);
}

/** Notes that a receiver has had the text before them; nothing when they have before. */
export async function insertOpening(tx: Tx, round: string, receiver: string, at: Temporal.Instant): Promise<void> {
  await sql`insert into consultation_opening (consultation_id, receiver, at) values (${round}, ${receiver}, ${at.toString()})
    on conflict do nothing`.execute(tx);
}

/** On which day each receiver first had the text before them. */
export async function listOpenings(tx: Tx, round: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ receiver: string; on: string }>`
    select receiver, to_char(at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as "on" from consultation_opening
    where consultation_id = ${round}`.execute(tx);
  return new Map(rows.map(({ receiver, on }) => [receiver, on]));
}
