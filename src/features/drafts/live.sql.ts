import { sql } from 'kysely';
import type { SectionText } from '../../domain/drafts/live-lines.ts';
import type { Side } from '../../domain/drafts/process.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';

/** Makes whoever wants to change what becomes of this draft wait, but not those who write in it at the same time. */
export async function shareDraft(tx: Tx, id: string): Promise<void> {
  await lockSubject(tx, 'draft', id, { shared: true });
}

/** What the draft said of a section when its shared text was last like it, and the last update that the draft holds. */
export type LiveRow = SectionText & { readonly saved: number };

export async function findLive(tx: Tx, draft: string, section: string): Promise<LiveRow | undefined> {
  const { rows } = await sql<LiveRow>`select heading, lines, saved from draft_live
    where draft_id = ${draft} and section_id = ${section}`.execute(tx);
  return rows[0];
}

export async function putLive(tx: Tx, draft: string, section: string, { heading, lines, saved }: LiveRow): Promise<void> {
  await sql`insert into draft_live (draft_id, section_id, heading, lines, saved) values (${draft}, ${section}, ${heading}, ${lines}, ${saved})
    on conflict (draft_id, section_id) do update set heading = excluded.heading, lines = excluded.lines, saved = excluded.saved`.execute(
    tx,
  );
}

export type LiveUpdate = {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly source: 'typed' | 'draft' | 'state';
  readonly side: Side;
  readonly account: string;
};

/** The updates of a section, in the order they came. */
export async function listLiveUpdates(tx: Tx, draft: string, section: string): Promise<LiveUpdate[]> {
  const { rows } = await sql<LiveUpdate>`select number, bytes, source, side, account_id as account from draft_live_update
    where draft_id = ${draft} and section_id = ${section} order by number`.execute(tx);
  return rows;
}

/** An update by its id, with the draft whose text it is of. */
export async function findLiveUpdate(
  tx: Tx,
  id: string,
): Promise<(Pick<LiveUpdate, 'bytes' | 'account'> & { readonly draft: string }) | undefined> {
  const { rows } = await sql<
    Pick<LiveUpdate, 'bytes' | 'account'> & { draft: string }
  >`select draft_id as draft, bytes, account_id as account
    from draft_live_update where id = ${id}`.execute(tx);
  return rows[0];
}

export type NewLiveUpdate = Omit<LiveUpdate, 'number'> & {
  readonly id: string;
  readonly draft: string;
  readonly section: string;
  readonly at: Temporal.Instant;
};

/** Answers its number. */
export async function insertLiveUpdate(tx: Tx, update: NewLiveUpdate): Promise<number> {
  const { id, draft, section, bytes, source, side, account, at } = update;
  const { rows } = await sql<{
    number: number;
  }>`insert into draft_live_update (id, draft_id, section_id, bytes, source, side, account_id, at)
    values (${id}, ${draft}, ${section}, ${Buffer.from(bytes)}, ${source}, ${side}, ${account}, ${at.toString()}) returning number`.execute(
    tx,
  );
  return rows[0]?.number ?? 0;
}

/** Takes away the updates of a section up to this one, whose content another row has. The draft must hold them. */
export async function deleteLiveUpdates(tx: Tx, draft: string, section: string, upTo: number): Promise<void> {
  await sql`delete from draft_live_update where draft_id = ${draft} and section_id = ${section} and number <= ${upTo}`.execute(tx);
}

/** The sections of a draft in which something is typed that the draft does not hold yet. */
export async function listUnsavedSections(tx: Tx, draft: string): Promise<string[]> {
  const { rows } = await sql<{ section: string }>`select l.section_id as section from draft_live l
    where l.draft_id = ${draft} and exists (select from draft_live_update u where u.draft_id = l.draft_id and u.section_id = l.section_id
      and u.source = 'typed' and u.number > l.saved) order by l.section_id`.execute(tx);
  return rows.map(({ section }) => section);
}

/** Has somebody typed in the shared text of the section since this moment? */
export async function isTypedSince(tx: Tx, draft: string, section: string, since: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`select 1 from draft_live_update
    where draft_id = ${draft} and section_id = ${section} and at > ${since.toString()} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Tells every process of the program something about what is written together, when the transaction is committed. Kept nowhere. */
export async function tellLive(tx: Tx, told: object): Promise<void> {
  await sql`select pg_notify('live', ${JSON.stringify(told)})`.execute(tx);
}
