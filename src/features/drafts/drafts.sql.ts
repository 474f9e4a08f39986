import { sql } from 'kysely';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import type { Side } from '../../domain/drafts/process.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';

/** A working copy as it was opened: nothing of it ever changes, but that more municipalities come to work on it. */
export type DraftRow = {
  readonly id: string;
  readonly slug: string;
  readonly county: string;
  readonly kind: AgreementFile['kind'];
  readonly parent: string | null;
  readonly outline: string;
  readonly base: string | null;
  readonly label: string;
  readonly class: 'major' | 'minor';
  /** The codes of those that are or have been parties during the work; which are parties now is in the text. */
  readonly municipalities: readonly string[];
};

const COLUMNS = sql`d.id, d.slug, d.county_code as county, d.kind, d.parent, d.outline, d.base_label as base, d.label, d.class, d.municipalities`;

export async function insertDraft(tx: Tx, draft: DraftRow, by: { account: string; at: Temporal.Instant }): Promise<void> {
  await sql`insert into draft (id, slug, county_code, kind, parent, outline, base_label, label, class, municipalities, opened_by, opened_at)
    values (${draft.id}, ${draft.slug}, ${draft.county}, ${draft.kind}, ${draft.parent}, ${draft.outline}, ${draft.base}, ${draft.label},
      ${draft.class}, ${[...draft.municipalities]}, ${by.account}, ${by.at.toString()})`.execute(tx);
}

export async function findDraft(tx: Tx, id: string): Promise<DraftRow | undefined> {
  const { rows } = await sql<DraftRow>`select ${COLUMNS} from draft d where id = ${id}`.execute(tx);
  return rows[0];
}

/** The draft that a form of this key opened, if it was sent before: by whom, and what it began with. */
export async function findKeyedDraft(tx: Tx, key: string): Promise<KeyedDraft | undefined> {
  const { rows } = await sql<KeyedDraft>`select ${COLUMNS}, d.opened_by as "openedBy", r.content
    from draft d join draft_revision r on r.draft_id = d.id and r.number = 1 where d.id = ${key}`.execute(tx);
  return rows[0];
}

type KeyedDraft = DraftRow & { readonly openedBy: string; readonly content: DraftFile };

/** Lets more municipalities work on a draft; those who do go on doing so. */
export async function addDraftParties(tx: Tx, draft: string, codes: readonly string[]): Promise<void> {
  await sql`update draft set municipalities = municipalities || array(
      select code from unnest(${[...codes]}::text[]) code where code <> all (municipalities)
    ) where id = ${draft} and not (${[...codes]}::text[] <@ municipalities)`.execute(tx);
}

export type ListedDraft = DraftRow & { readonly title: string; readonly openedOn: string };

/** The drafts of a county, of one agreement when `slug` is given, the latest opened first; with what each is called now. */
export async function listDrafts(tx: Tx, county: string, slug?: string): Promise<ListedDraft[]> {
  const { rows } = await sql<ListedDraft>`
    select ${COLUMNS}, to_char(d.opened_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as "openedOn",
      (select r.content -> 'text' ->> 'short' from draft_revision r where r.draft_id = d.id order by r.number desc limit 1) as title
    from draft d where d.county_code = ${county} and (${slug ?? null}::text is null or d.slug = ${slug ?? null})
    order by d.opened_at desc, d.id`.execute(tx);
  return rows;
}

/** Makes whoever else wants to change this draft wait until this transaction is done. */
export async function lockDraft(tx: Tx, id: string): Promise<void> {
  await lockSubject(tx, 'draft', id);
}

export type Revision = { readonly number: number; readonly content: DraftFile };

/** What a draft says now, or said after the save with this number. */
export async function findRevision(tx: Tx, draft: string, number?: number): Promise<Revision | undefined> {
  const { rows } = await sql<Revision>`select number, content from draft_revision
    where draft_id = ${draft} and (${number ?? null}::int is null or number = ${number ?? null}) order by number desc limit 1`.execute(tx);
  return rows[0];
}

/** The number of the last save that changed this place; 0 when none has. */
export async function findLastChange(tx: Tx, draft: string, place: string): Promise<number> {
  const { rows } = await sql<{ number: number | null }>`select max(number) as number from draft_revision
    where draft_id = ${draft} and place = ${place}`.execute(tx);
  return rows[0]?.number ?? 0;
}

export type NewRevision = {
  readonly draft: string;
  readonly number: number;
  readonly place: string;
  readonly content: DraftFile;
  readonly side: Side;
  readonly account: string;
  readonly at: Temporal.Instant;
};

export async function insertRevision(tx: Tx, { draft, number, place, content, side, account, at }: NewRevision): Promise<void> {
  await sql`insert into draft_revision (draft_id, number, place, content, side, account_id, at)
    values (${draft}, ${number}, ${place}, ${JSON.stringify(content)}, ${side}, ${account}, ${at.toString()})`.execute(tx);
}

export type ListedRevision = {
  readonly number: number;
  readonly place: string;
  readonly side: Side;
  readonly at: string;
  readonly name: string;
};

/** Who has saved what, the latest first, at most `most`. */
export async function listRevisions(tx: Tx, draft: string, most: number): Promise<ListedRevision[]> {
  const { rows } = await sql<ListedRevision>`
    select r.number, r.place, r.side, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, coalesce(a.name, '') as name
    from draft_revision r left join account a on a.id = r.account_id where r.draft_id = ${draft} order by r.number desc limit ${most}`.execute(
    tx,
  );
  return rows;
}

/** On whose behalf somebody has written. */
export async function listWritingSides(tx: Tx, draft: string): Promise<Side[]> {
  const { rows } = await sql<{ side: Side }>`select distinct side from draft_revision where draft_id = ${draft}`.execute(tx);
  return rows.map(({ side }) => side);
}
