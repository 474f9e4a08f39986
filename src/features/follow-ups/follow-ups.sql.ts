import { sql } from 'kysely';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { LedTo } from '../../domain/follow-ups/record.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';

/** A row of what happened to a version. Days are ISO days; null is what was not said. */
export type ActRow = {
  readonly act: string;
  readonly kind: string;
  readonly on: string;
  readonly outcome: string;
  readonly registry: string;
  readonly cadence: string | null;
  readonly body: string | null;
  readonly ledTo: LedTo | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly until: string | null;
  readonly restsOn:
    | readonly { readonly requirement: string; readonly acts: readonly { readonly kind: string; readonly on: string }[] }[]
    | null;
  readonly corrects: string | null;
  /** The act that took its place. */
  readonly correctedBy: string | null;
  readonly label: string;
};

const ACT = sql`t.act_id as act, t.kind, t.on_date::text as "on", t.note as outcome, t.registry, t.cadence, t.body, t.led_to as "ledTo",
  t.from_date::text as "from", t.to_date::text as "to", t.until_date::text as "until", t.rests_on as "restsOn", t.corrects, t.label,
  (select c.act_id from agreement_act c where c.corrects = t.act_id and c.slug = t.slug limit 1) as "correctedBy"`;

/** Everything that has been registered about an agreement, in all its versions, the latest day first: also what has been corrected since. */
export async function listActs(tx: Tx, slug: string): Promise<ActRow[]> {
  const { rows } =
    await sql<ActRow>`select ${ACT} from agreement_act t where t.slug = ${slug} and t.kind not in ('withdrawn', 'joined', 'left')
    order by t.on_date desc, t.act_id desc, t.kind`.execute(tx);
  return rows;
}

/** What is inserted of an act. */
export type NewActRow = Pick<ActRow, 'act' | 'kind' | 'on' | 'label'> & { readonly slug: string } & Partial<
    Pick<ActRow, 'outcome' | 'registry' | 'cadence' | 'body' | 'ledTo' | 'from' | 'to' | 'until' | 'restsOn' | 'corrects'>
  >;

export async function insertAct(tx: Tx, row: NewActRow): Promise<void> {
  const { act, slug, label, kind, on, outcome = '', registry = '', cadence = null, body = null, ledTo = null, restsOn = null } = row;
  await sql`insert into agreement_act (act_id, slug, label, kind, on_date, registry, note, cadence, body, led_to, from_date, to_date, until_date, rests_on, corrects)
    values (${act}, ${slug}, ${label}, ${kind}, ${on}, ${registry}, ${outcome}, ${cadence}, ${body}, ${ledTo}, ${row.from ?? null}, ${row.to ?? null},
      ${row.until ?? null}, ${restsOn === null ? null : JSON.stringify(restsOn)}, ${row.corrects ?? null})`.execute(tx);
}

/** What was written when something was followed up. */
export type RecordRow = {
  readonly act: string;
  readonly key: string;
  readonly county: string;
  readonly slug: string;
  readonly label: string;
  readonly cadence: string | null;
  readonly stage: 'begun' | 'done' | 'ground' | 'retracted';
  readonly about: string;
  readonly documented: string;
  readonly tookPart: string;
  readonly why: string;
  readonly corrects: string | null;
};

export async function insertRecord(
  tx: Tx,
  row: RecordRow,
  by: { account: string; organisation: string; at: Temporal.Instant },
): Promise<void> {
  const { act, key, county, slug, label, cadence, stage, about, documented, tookPart, why, corrects } = row;
  await sql`insert into follow_up (act_id, request_key, county_code, slug, label, cadence, stage, about, documented, took_part, why, account_id, organisation_id, at, corrects)
    values (${act}, ${key}, ${county}, ${slug}, ${label}, ${cadence}, ${stage}, ${about}, ${documented}, ${tookPart}, ${why}, ${by.account},
      ${by.organisation}, ${by.at}, ${corrects})`.execute(tx);
}

/** A record as it is read: with who registered it, by organisation, and the record that took its place. */
export type RecordRead = RecordRow & { readonly organisation: string; readonly at: Temporal.Instant; readonly correctedBy: string | null };

const RECORD = sql`f.act_id as act, f.request_key as key, f.county_code as county, f.slug, f.label, f.cadence, f.stage, f.about, f.documented,
  f.took_part as "tookPart", f.why, f.corrects, f.at, f.organisation_id as organisation,
  (select c.act_id from follow_up c where c.corrects = f.act_id) as "correctedBy"`;

export async function findRecord(tx: Tx, act: string): Promise<RecordRead | undefined> {
  const { rows } = await sql<RecordRead>`select ${RECORD} from follow_up f where f.act_id = ${act}`.execute(tx);
  return rows[0];
}

/** What a form of this key became, if it was sent before. */
export type KeyedRecord = Pick<RecordRow, 'act' | 'slug' | 'cadence' | 'corrects' | 'stage' | 'about' | 'documented' | 'tookPart'> & {
  readonly why: string;
  /** Who sent it, and what was done: of the acts that it became, the one that says what period it was of and what it led to. */
  readonly account: string;
} & Pick<ActRow, 'kind' | 'on' | 'outcome' | 'ledTo' | 'from' | 'to'>;

/** The record that a form of this key became, if it was sent before. Whoever sends the same at the same time waits, and then finds it. */
export async function findByKey(tx: Tx, key: string): Promise<KeyedRecord | undefined> {
  await lockSubject(tx, 'follow-up', key);
  const { rows } =
    await sql<KeyedRecord>`select f.act_id as act, f.slug, f.cadence, f.corrects, f.account_id as account, f.stage, f.about, f.documented,
      f.took_part as "tookPart", f.why, t.kind, t.on_date::text as "on", t.note as outcome, t.led_to as "ledTo", t.from_date::text as "from",
      t.to_date::text as "to"
    from follow_up f join lateral (select a.* from agreement_act a where a.act_id = f.act_id order by a.led_to is null, a.kind limit 1) t on true
    where f.request_key = ${key}`.execute(tx);
  return rows[0];
}

/** The rows of one act. */
export async function actsOf(tx: Tx, act: string): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`select ${ACT} from agreement_act t where t.act_id = ${act} order by t.kind`.execute(tx);
  return rows;
}

/** The versions of a county without an end, read anew: for the demonstration, which has just written some of them. */
export async function listOpenVersions(tx: Tx, county: string): Promise<AgreementFile[]> {
  const { rows } = await sql<{ content: AgreementFile }>`select v.content from agreement_version v join agreement a using (slug)
    where a.county_code = ${county} and upper_inf(v.applies) order by v.slug`.execute(tx);
  return rows.map(({ content }) => content);
}
