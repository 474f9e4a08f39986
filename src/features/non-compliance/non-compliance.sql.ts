import { sql } from 'kysely';
import type { Party } from '../../domain/agreements/parties.ts';
import type { BodyReply } from '../../domain/non-compliance/process.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';

/** What was pointed out, as it was: nothing of it ever changes. `label`: the version it was about; `sections` and `rows` are ids in it. */
export type LackRow = {
  readonly id: string;
  readonly county: string;
  readonly organisation: string;
  readonly party: Party;
  readonly slug: string;
  readonly label: string;
  readonly about: readonly Party[];
  readonly aboutOrganisations: readonly string[];
  readonly rows: readonly string[];
  readonly sections: readonly string[];
  readonly bodies: readonly string[];
  readonly title: string;
  readonly what: string;
  readonly openedBy: string;
  readonly at: Temporal.Instant;
};

export type LackReply = BodyReply & { readonly lack: string; readonly text: string; readonly at: Temporal.Instant };

export async function insertLack(tx: Tx, lack: LackRow): Promise<void> {
  const { id, county, organisation, party, slug, label, about, aboutOrganisations, rows, sections, bodies, title, what, openedBy, at } =
    lack;
  await sql`insert into non_compliance (id, county_code, organisation_id, party, slug, label, about, about_organisations, rows, sections, bodies, title,
      what, opened_by, opened_at)
    values (${id}, ${county}, ${organisation}, ${party}, ${slug}, ${label}, ${[...about]}, ${[...aboutOrganisations]}::uuid[], ${[...rows]},
      ${[...sections]}, ${[...bodies]}, ${title}, ${what}, ${openedBy}, ${at})`.execute(tx);
}

export async function insertLackReply(tx: Tx, act: string, { lack, body, kind, text, at }: LackReply): Promise<void> {
  await sql`insert into non_compliance_reply (act_id, notice_id, body, kind, text, at)
    values (${act}, ${lack}, ${body}, ${kind}, ${text}, ${at})`.execute(tx);
}

/** Makes whoever else wants to do something about this wait until this transaction is done. */
export async function lockLack(tx: Tx, id: string): Promise<void> {
  await lockSubject(tx, 'non-compliance', id);
}

/** What was pointed out in a county, or under this id, that whoever asks may see: the latest first. */
export async function listLacks(tx: Tx, which: { county: string } | { id: string }): Promise<LackRow[]> {
  const chosen = 'id' in which ? sql`id = ${which.id}` : sql`county_code = ${which.county}`;
  const { rows } = await sql<LackRow>`select id, county_code as county, organisation_id as organisation, party, slug, label, about,
      about_organisations as "aboutOrganisations", rows, sections, bodies, title, what, opened_by as "openedBy", opened_at as at
    from non_compliance where ${chosen} order by opened_at desc, id`.execute(tx);
  return rows;
}

/** What bodies have said of these, in order. */
export async function listLackReplies(tx: Tx, lacks: readonly string[]): Promise<LackReply[]> {
  const { rows } = await sql<LackReply>`select notice_id as lack, body, kind, text, at from non_compliance_reply
    where notice_id = any(${[...lacks]}::uuid[]) order by at, kind desc, body`.execute(tx);
  return rows;
}

/** Which of these are taken back. */
export async function listWithdrawnLacks(tx: Tx, lacks: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select subject_id as id from act
    where kind = 'non-compliance.withdraw' and subject_id = any(${[...lacks]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
