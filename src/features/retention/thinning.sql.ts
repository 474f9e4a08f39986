import { sql } from 'kysely';
import type { KeptBecause, ThinningOutcome } from '../../domain/retention/thinning.ts';
import type { Tx } from '../../platform/index.ts';

/** The run of today, when it is to be made; for the program. */
export async function findRun(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select retention_day_to_run() as id`.execute(tx);
  return rows[0]?.id ?? undefined;
}

/** Notes that today has been gone through. Answers false when it had been. */
export async function insertRun(tx: Tx, day: Temporal.PlainDate, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into retention_run (day, id, at) values (${day}, ${id}, ${at}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export type PastCopy = {
  readonly copy: string;
  readonly plan: string;
  readonly organisation: string;
  readonly unit_kind: string;
  readonly received_on: Temporal.PlainDate;
  readonly last_note: Temporal.PlainDate;
  readonly person: string;
  readonly number_kind: string | null;
  readonly number_cipher: Buffer | null;
};

/** Copies that may be past their time and wait for nothing, by id after the one that is named; for the program. */
export async function listPast(tx: Tx, after: string | undefined, most: number): Promise<PastCopy[]> {
  const { rows } = await sql<PastCopy>`select * from copies_past(${after ?? null}::uuid, ${most})`.execute(tx);
  return rows;
}

/** Is a copy offered, decided on or kept still? */
export async function isWaiting(tx: Tx, copy: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select waits_for_thinning(${copy}::uuid) as waits`.execute(tx);
  return rows[0]?.waits ?? false;
}

export type NewOffer = {
  readonly id: string;
  readonly copy: string;
  readonly plan: string;
  readonly rule: string;
  readonly due: Temporal.PlainDate;
  readonly atLatest: Temporal.PlainDate | undefined;
  readonly birthDayKnown: boolean;
};

/** Offers a copy whose time has gone to be decided on. */
export async function insertOffer(tx: Tx, one: NewOffer, at: Temporal.Instant): Promise<void> {
  await sql`insert into thinning_offer (id, copy_id, plan_id, rule_id, due_on, at_latest, birth_day_known, offered_at)
    values (${one.id}, ${one.copy}, ${one.plan}, ${one.rule}, ${one.due}, ${one.atLatest ?? null}, ${one.birthDayKnown}, ${at})`.execute(
    tx,
  );
}

export type OfferRow = {
  readonly id: string;
  readonly copy: string;
  readonly plan: string;
  readonly number: number;
  readonly unit: string;
  readonly unit_name: string;
  readonly received_on: Temporal.PlainDate;
  readonly rule: string;
  readonly due_on: Temporal.PlainDate;
  readonly at_latest: Temporal.PlainDate | null;
  readonly birth_day_known: boolean;
  readonly outcome: ThinningOutcome | null;
  readonly because: KeptBecause | null;
  readonly until: Temporal.PlainDate | null;
  readonly decided_by: string | null;
  readonly decided_at: Temporal.Instant | null;
  readonly thinned_at: Temporal.Instant | null;
  readonly stopped_at: Temporal.Instant | null;
};

/** The copies that are offered to who acts to decide on: those that wait first and by day, then what was decided last, two hundred in all. */
export async function listOffers(tx: Tx): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select f.id, f.copy_id as copy, f.plan_id as plan, w.number, w.unit_id as unit, coalesce(w.unit_name, '') as unit_name, w.received_on,
      f.rule_id as rule, f.due_on, f.at_latest, f.birth_day_known, d.outcome, d.because, d.until, d.decided_by, d.at as decided_at,
      t.at as thinned_at, s.at as stopped_at
    from thinning_offer f
    join lateral copy_in_records(f.copy_id) w on true
    left join thinning_decision d on d.offer_id = f.id
    left join plan_copy_thinning t on t.offer_id = f.id
    left join thinning_stop s on s.offer_id = f.id
    order by d.outcome is not null, case when d.outcome is null then f.due_on end, d.at desc, f.id limit 200`.execute(tx);
  return rows;
}

export type NewDecision = {
  readonly offer: string;
  readonly outcome: ThinningOutcome;
  readonly because: KeptBecause | undefined;
  readonly until: string | undefined;
};

/** Decides on a copy. Answers false when somebody was before. */
export async function insertDecision(
  tx: Tx,
  { offer, outcome, because, until }: NewDecision,
  by: { readonly account: string; readonly organisation: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into thinning_decision (offer_id, outcome, because, until, decided_by, organisation_id, at)
    values (${offer}, ${outcome}, ${because ?? null}, ${until ?? null}, ${by.account}, ${by.organisation}, ${at}) on conflict do nothing`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** What is decided to be deleted and is not yet; for the program. */
export async function listDueThinnings(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select due_thinnings(${most}) as id`.execute(tx);
  return rows.map(({ id }) => id);
}

export type ThinnedCopy = {
  readonly copy: string;
  readonly plan: string;
  readonly rule: string;
  readonly person: string;
  readonly organisation: string;
};

/** What an offer is of, for the program that deletes it. */
export async function findThinned(tx: Tx, offer: string): Promise<ThinnedCopy | undefined> {
  const { rows } = await sql<ThinnedCopy>`select * from copy_to_thin(${offer}::uuid)`.execute(tx);
  return rows[0];
}

/** Deletes the contents of a copy. Answers false when that is done already, or the rule does not hold any more: then it is noted. */
export async function thinCopy(tx: Tx, offer: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select thin_copy(${offer}::uuid) as done`.execute(tx);
  return rows[0]?.done ?? false;
}
