import { sql } from 'kysely';
import type { Receiver, ReceiverWord } from '../../domain/consultations/round.ts';
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
  /** The last day to answer in time, as it is now. */
  readonly lastDay: string;
  readonly isPublic: boolean;
  readonly openedOn: string;
  readonly openedBy: string;
};

/** Of a round (`c`): the last day to answer in time, with the time that was given since, and the Swedish day that it was opened. */
export const LAST_DAY = sql`greatest(c.last_day, (select max(e.last_day) from consultation_extension e where e.consultation_id = c.id))::text`;
export const OPENED_ON = sql`to_char(c.opened_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')`;

/** Of one asked (`r`): its id, and that of what it has gone up into, where it has. */
export const RECEIVER_ID = sql`coalesce(r.organisation_id::text, r.unit_id::text, r.body)`;
export const RECEIVER_NOW = sql`case when exists (select from succession s where s.from_id = coalesce(r.organisation_id, r.unit_id))
  then goes_on_as(coalesce(r.organisation_id, r.unit_id), acting_today())::text end`;

const FACTS = sql`c.id, c.draft_id as draft, c.county_code as county, c.slug, c.label, c.agreement_kind as kind, c.municipalities, c.revision, c.hash,
  c.level, c.asks, ${LAST_DAY} as "lastDay", c.is_public as "isPublic", c.opened_by as "openedBy", ${OPENED_ON} as "openedOn"`;

export async function findRound(tx: Tx, id: string): Promise<RoundRow | undefined> {
  const { rows } = await sql<RoundRow>`select ${FACTS}, c.content from consultation c where c.id = ${id}`.execute(tx);
  return rows[0];
}

/** What a round was opened with: the last day as it was then, and those who were asked. */
export type OpenedRound = Pick<RoundRow, 'draft' | 'revision' | 'content' | 'level' | 'asks' | 'lastDay' | 'isPublic' | 'openedBy'> & {
  readonly receivers: readonly string[];
};

/** The round that a form of this key opened, if it was sent before, as it was opened. */
export async function findKeyedRound(tx: Tx, key: string): Promise<OpenedRound | undefined> {
  const { rows } = await sql<OpenedRound>`select c.draft_id as draft, c.revision, c.content, c.level, c.asks, c.last_day::text as "lastDay",
      c.is_public as "isPublic", c.opened_by as "openedBy",
      array(select r.receiver from consultation_receiver r where r.consultation_id = c.id and r.part_of is null order by r.receiver collate "C") as receivers
    from consultation c where c.id = ${key}`.execute(tx);
  return rows[0];
}

export async function insertRound(
  tx: Tx,
  row: Omit<RoundRow, 'openedOn' | 'openedBy'>,
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

/** Everyone asked in a round, with the parts of those who have been divided by today, in the order of their kinds and names. */
export async function listReceivers(tx: Tx, round: string): Promise<Receiver[]> {
  const { rows } = await sql<
    Pick<Receiver, 'receiver' | 'kind' | 'id' | 'name'> & { now: string | null; partOf: ReceiverWord | null; isDivided: boolean }
  >`
    select r.receiver, r.kind, ${RECEIVER_ID} as id, r.name, ${RECEIVER_NOW} as now, r.part_of as "partOf",
      exists (select from succession s where s.how = 'split' and s.on_date <= acting_today()
        and s.from_id = goes_on_as(coalesce(r.organisation_id, r.unit_id), acting_today())) as "isDivided"
    from consultation_receiver r
    where r.consultation_id = ${round} and (r.from_date is null or r.from_date <= acting_today())
    order by array_position(array['huvudman', 'body', 'unit', 'user-organisation'], r.kind), r.name collate "sv-x-icu", r.receiver`.execute(
    tx,
  );
  return rows.map(({ now, partOf, isDivided, ...one }) => ({
    ...one,
    ...(now === null ? {} : { now }),
    ...(partOf === null ? {} : { partOf }),
    ...(isDivided ? { isDivided } : {}),
  }));
}

export type EndRow = { readonly kind: 'consultations.close' | 'consultations.recall'; readonly on: string };

/** What ended a round, and on which day. */
export async function listEnds(tx: Tx, round: string): Promise<EndRow[]> {
  const { rows } = await sql<EndRow>`select kind, effective_on::text as "on" from act
    where subject_kind = 'consultation' and kind in ('consultations.close', 'consultations.recall') and subject_id = ${round}`.execute(tx);
  return rows;
}

/** More time that was given: which in order, from which last day to which, why, and when. Days are Swedish, ISO. */
export type ExtensionRow = {
  readonly number: number;
  readonly from: string;
  readonly lastDay: string;
  readonly reason: string;
  readonly on: string;
};

/** How the time of a round has been made longer, the first first. */
export async function listExtensions(tx: Tx, round: string): Promise<ExtensionRow[]> {
  const { rows } = await sql<ExtensionRow>`select e.number, lag(e.last_day, 1, c.last_day) over (order by e.number)::text as "from",
      e.last_day::text as "lastDay", e.reason, to_char(e.at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as "on"
    from consultation_extension e join consultation c on c.id = e.consultation_id where c.id = ${round} order by e.number`.execute(tx);
  return rows;
}

export async function insertExtension(
  tx: Tx,
  one: Pick<ExtensionRow, 'number' | 'lastDay' | 'reason'> & {
    readonly act: string;
    readonly round: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await sql`insert into consultation_extension (act_id, consultation_id, number, last_day, reason, at)
    values (${one.act}, ${one.round}, ${one.number}, ${one.lastDay}, ${one.reason}, ${one.at.toString()})`.execute(tx);
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
