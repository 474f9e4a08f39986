import { type RawBuilder, sql } from 'kysely';
import type { ProtectedIdentity } from '../../domain/persons/protected-identity.ts';
import { type AskedBy, sharedQuestion, type Tx } from '../../platform/index.ts';

export type ContactRow = {
  readonly id: string;
  readonly unit: string;
  /** What the unit was called last. */
  readonly unit_name: string;
  /** What it is called now, if it has gone into another by a merger. Null also when it is open as it is. */
  readonly merged_into: string | null;
  /** Has the unit ended without going into another? */
  readonly ended: boolean;
  readonly case_number: string;
  readonly from: string | null;
  readonly until: string | null;
};

/** A record as row-level security shows it to who acts: contacts, shares and openings are those of their own unit. */
export type RecordRow = {
  readonly id: string;
  readonly owner: string;
  readonly owner_name: string;
  readonly name: string;
  readonly number_kind: 'personnummer' | 'samordningsnummer' | 'reservnummer' | null;
  readonly number_cipher: Buffer | null;
  readonly protection: ProtectedIdentity | null;
  readonly interpreter_language: string | null;
  readonly blocked: boolean;
  readonly own: boolean;
  readonly authorised: boolean;
  readonly contacts: readonly ContactRow[];
  /** The units that have gone into that of who acts. */
  readonly merged: readonly string[];
  readonly shares: readonly { readonly id: string; readonly unit: string; readonly from: string; readonly until: string | null }[];
  readonly openings: readonly { readonly account: string; readonly unit: string; readonly from: string; readonly until: string }[];
};

/** Where a person lives and is, encrypted. Null when nothing is written down, and when it is not for who acts. */
export type PlaceRow = { readonly address_cipher: Buffer | null; readonly whereabouts_cipher: Buffer | null };

/** A record with the place in it, which only readers of a single record are shown. */
export type WholeRecordRow = RecordRow & PlaceRow;

/** Those records, among what row-level security shows, that meet the condition on `p`; by name, without the place. */
async function records(tx: Tx, condition: RawBuilder<unknown>, most: number): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select p.id, coalesce(w.owner, p.organisation_id) as owner, coalesce(o.name, '') as owner_name, p.name, p.number_kind, p.number_cipher, p.protected_identity as protection,
      p.interpreter_language, p.blocked_since is not null as blocked,
      coalesce(p.number_hash = (select acting_number_hash()), false) as own,
      coalesce(w.owner in (select acting_protected_access()), false) as authorised,
      (select acting_case_units()) as merged,
      coalesce((
        select json_agg(json_build_object('id', c.id, 'unit', c.unit_id, 'unit_name', coalesce(u.name, ''), 'merged_into', n.name,
          'ended', n.name is null and not coalesce(u.valid @> (select acting_today()), false), 'case_number', c.case_number,
          'from', lower(c.valid), 'until', upper(c.valid)) order by lower(c.valid), c.case_number)
        from case_contact c
        left join lateral (
          select v.name, v.valid from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= (select acting_today())
          order by lower(v.valid) desc limit 1
        ) u on true
        left join unit_version n on n.unit_id = unit_merged_into(c.unit_id, (select acting_today())) and n.valid @> (select acting_today())
        where c.person_id = p.id
      ), '[]') as contacts,
      coalesce((
        select json_agg(json_build_object('id', s.id, 'unit', s.unit_id, 'from', lower(s.valid), 'until', upper(s.valid)))
        from person_share s where s.person_id = p.id
      ), '[]') as shares,
      coalesce((
        select json_agg(json_build_object('account', e.account_id, 'unit', e.unit_id, 'from', e.opened_at, 'until', e.until))
        from emergency_opening e where e.person_id = p.id
      ), '[]') as openings
    from person p cross join lateral (select owner_now(p.id, p.organisation_id, (select gone_organisations(acting_today()))) as owner) w
    left join organisation_version o on o.organisation_id = w.owner and o.valid @> (select acting_today())
    where ${condition}
    order by p.name collate "sv-x-icu", p.id limit ${most}`.execute(tx);
  return rows;
}

/**
 * A record by id; undefined when it does not exist or is out of reach, which is the same. The database asks once who acts for all of it: `acting_record`
 * in the migrations says what the policies say. Those who read records at the same time share a statement, in which it is asked for each by itself.
 */
export const findRecord: (tx: Tx, id: string) => Promise<WholeRecordRow | undefined> = sharedQuestion({
  one: async (tx, id) => {
    const { rows } = await sql<WholeRecordRow>`select * from acting_record(${id})`.execute(tx);
    return rows[0];
  },
  all: async (tx, asked: readonly AskedBy<string>[]) => {
    const { rows } = await sql<WholeRecordRow & { readonly nth: number }>`
      select * from acting_records(${asked.map(({ secret }) => secret)}::text[], ${asked.map(({ now }) => now)}::timestamptz[],
        ${asked.map(({ of }) => of)}::uuid[])`.execute(tx);
    const found: (WholeRecordRow | undefined)[] = asked.map(() => undefined);
    for (const { nth, ...row } of rows) {
      if (row.id !== asked[nth - 1]?.of) throw new Error('a record that nobody asked for');
      found[nth - 1] = row;
    }
    return found;
  },
});

/** The records about the individual who acts, whoever owns them. */
export async function listOwnRecords(tx: Tx, most: number): Promise<WholeRecordRow[]> {
  const { rows } = await sql<WholeRecordRow>`
    select r.* from acting_own_persons() as own cross join lateral acting_record(own) r
    order by r.name collate "sv-x-icu", r.id limit ${most}`.execute(tx);
  return rows;
}

/** What a search begins with: those the unit has a contact with, a share to, or whom the account has opened in an emergency. Never the whole table. */
const WITHIN_REACH = sql`p.id in (
  select c.person_id from case_contact c where c.valid @> (select acting_today())
  union all select s.person_id from person_share s where s.valid @> (select acting_now())
  union all select acting_emergency_persons()
)`;

/** Each word begins a word of the name. Those whose name is masked for who acts are not found by it: that would tell it. */
export async function findByName(tx: Tx, words: readonly string[], most: number): Promise<RecordRow[]> {
  const begins = words.map((word) => sql`lower(p.name collate "sv-x-icu") ~ ${`(^|[^[:alnum:]])${word}`}`);
  const shown = sql`(p.protected_identity is null or w.owner in (select acting_protected_access()))`;
  return records(tx, sql`${WITHIN_REACH} and ${shown} and ${sql.join(begins, sql` and `)}`, most);
}

/** The records with this keyed hash of a number, among what row-level security shows; by name, at most so many. */
export async function findByNumber(tx: Tx, hash: Buffer, most: number): Promise<RecordRow[]> {
  return records(tx, sql`${WITHIN_REACH} and p.number_hash = ${hash}`, most);
}

/** By a case number of the unit that who acts works in. */
export async function findByCaseNumber(tx: Tx, caseNumber: string, most: number): Promise<RecordRow[]> {
  return records(tx, sql`${WITHIN_REACH} and p.id in (select c.person_id from case_contact c where c.case_number = ${caseNumber})`, most);
}
