import { sql } from 'kysely';
import type { Stratum } from '../../domain/audit/draw-sample.ts';
import type { OddThresholds } from '../../domain/audit/odd-thresholds.ts';
import type { Verdict } from '../../domain/audit/review-policy.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';
import { BY_STAFF, OF_PROTECTED } from './log.sql.ts';

/** What a sample is drawn from, and how. */
export type Draw = {
  readonly seed: string;
  readonly size: number;
  readonly stratum: Stratum;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly night: OddThresholds['night'];
  readonly daysOff: readonly Temporal.PlainDate[];
};

export type DrawnRow = { readonly id: string; readonly at: Temporal.Instant; readonly account: string };

/** The rows drawn, in order, and how many there were to draw from. The database ranks them as `drawSample` does. */
export async function drawRows(tx: Tx, draw: Draw): Promise<{ rows: DrawnRow[]; population: number }> {
  const { rows } = await sql<DrawnRow & { population: number }>`
    with population as (select e.id, e.at, e.account_id as account from audit_event e where ${within(draw)})
    select id, at, account, (select count(*)::int from population) as population from population
    order by encode(sha256(convert_to(${`${draw.seed}:`} || id::text, 'UTF8')), 'hex') collate "C", id limit ${draw.size}`.execute(tx);
  return { rows: rows.map(({ id, at, account }) => ({ id, at, account })), population: rows[0]?.population ?? 0 };
}

function within({ stratum, from, until, night, daysOff }: Draw) {
  const all = sql`e.at >= ${from} and e.at < ${until} and ${BY_STAFF}`;
  if (stratum === 'protected') return sql`${all} and ${OF_PROTECTED}`;
  if (stratum === 'emergency') return sql`${all} and (e.purpose = 'emergency' or e.act = 'persons.open-in-emergency')`;
  if (stratum === 'all') return all;
  const local = sql`(e.at at time zone 'Europe/Stockholm')`;
  const time = sql`${local}::time`;
  const begins = sql`${time} >= ${night.from}::time`;
  const ends = sql`${time} < ${night.until}::time`;
  const dark = night.from <= night.until ? sql`(${begins} and ${ends})` : sql`(${begins} or ${ends})`;
  return sql`${all} and (${dark} or ${local}::date = any(${daysOff.map(String)}::date[]))`;
}

export type SampleRow = {
  readonly id: string;
  readonly organisation: string;
  readonly drawn_by: string;
  readonly drawn_by_name: string;
  readonly drawn_at: Temporal.Instant;
  readonly method: string;
  readonly seed: string;
  readonly stratum: Stratum;
  readonly from_day: Temporal.PlainDate;
  readonly to_day: Temporal.PlainDate;
  readonly until: Temporal.Instant;
  readonly hours: OddThresholds['night'];
  readonly asked: number;
  readonly population: number;
  readonly drawn: number;
  /** How many of the drawn rows have a verdict. */
  readonly judged: number;
};

/** The rounds of one's own huvudman, the latest first: those drawn before another (`before`, its id), or only that with the id. */
export async function listSamples(
  tx: Tx,
  { id, before, most }: { id?: string; before?: string | undefined; most: number },
): Promise<SampleRow[]> {
  const onward = before ? sql`where (s.drawn_at, s.id) < (select b.drawn_at, b.id from audit_sample b where b.id = ${before})` : sql``;
  const { rows } = await sql<SampleRow>`
    select s.id, s.organisation_id as organisation, s.drawn_by, a.name as drawn_by_name, s.drawn_at, s.method, s.seed, s.stratum, s.from_day, s.to_day,
      s.until, s.hours, s.asked, s.population,
      (select count(*)::int from audit_sample_row r where r.sample_id = s.id) as drawn,
      (select count(*)::int from audit_verdict v where v.sample_id = s.id and v.corrects is null) as judged
    from audit_sample s join account a on a.id = s.drawn_by
    ${id ? sql`where s.id = ${id}` : onward} order by s.drawn_at desc, s.id desc limit ${most}`.execute(tx);
  return rows;
}

export type NewSample = {
  readonly id: string;
  readonly organisation: string;
  readonly by: string;
  readonly method: string;
  readonly from: string;
  readonly to: string;
  readonly population: number;
  readonly draw: Draw;
  readonly rows: readonly DrawnRow[];
};

/** Makes whoever else wants to draw the round with this id wait until the transaction is done. */
export async function holdSample(tx: Tx, id: string): Promise<void> {
  await lockSubject(tx, 'audit-sample', id);
}

/** Writes down how a sample was drawn, and what was drawn. Never changed after that. */
export async function insertSample(tx: Tx, one: NewSample, now: Temporal.Instant): Promise<void> {
  const { draw, rows } = one;
  await sql`insert into audit_sample (id, organisation_id, drawn_by, drawn_at, method, seed, stratum, from_day, to_day, until, hours, asked, population)
    values (${one.id}, ${one.organisation}, ${one.by}, ${now}, ${one.method}, ${draw.seed}, ${draw.stratum}, ${one.from}, ${one.to}, ${draw.until},
      ${JSON.stringify(draw.night)}, ${draw.size}, ${one.population})`.execute(tx);
  await sql`insert into audit_sample_row (sample_id, nth, event_id, event_at, account_id)
    select ${one.id}::uuid, r.nth, r.id, r.at, r.account
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ at }) => String(at))}::timestamptz[], ${rows.map(({ account }) => account)}::uuid[])
      with ordinality as r (id, at, account, nth)`.execute(tx);
}

/** The rows of a sample, in the order they were drawn. */
export async function listDrawn(tx: Tx, sample: string): Promise<DrawnRow[]> {
  const { rows } = await sql<DrawnRow>`select event_id as id, event_at as at, account_id as account from audit_sample_row
    where sample_id = ${sample} order by nth`.execute(tx);
  return rows;
}

export type VerdictRow = {
  readonly id: string;
  readonly event: string;
  readonly verdict: Verdict;
  readonly reason_cipher: Buffer;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly corrects: string | null;
};

/** Every verdict of a sample, corrected ones too. */
export async function listVerdicts(tx: Tx, sample: string): Promise<VerdictRow[]> {
  const { rows } = await sql<VerdictRow>`
    select v.id, v.event_id as event, v.verdict, v.reason_cipher, a.name as by, v.given_at as at, v.corrects
    from audit_verdict v join account a on a.id = v.given_by where v.sample_id = ${sample} order by v.given_at, v.id`.execute(tx);
  return rows;
}

export type NewVerdict = {
  readonly id: string;
  readonly sample: string;
  readonly event: string;
  readonly account: string;
  readonly verdict: Verdict;
  readonly reasonCipher: Buffer;
  readonly by: string;
  readonly corrects: string | undefined;
};

/** Writes a verdict. The constraints say when somebody was before, and when the look is the reviewer's own. */
export async function insertVerdict(tx: Tx, one: NewVerdict, now: Temporal.Instant): Promise<void> {
  await sql`insert into audit_verdict (id, sample_id, event_id, account_id, verdict, reason_cipher, given_by, given_at, corrects)
    values (${one.id}, ${one.sample}, ${one.event}, ${one.account}, ${one.verdict}, ${one.reasonCipher}, ${one.by}, ${now},
      ${one.corrects ?? null})`.execute(tx);
}
