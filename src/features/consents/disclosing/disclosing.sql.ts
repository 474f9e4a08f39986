import { type RawBuilder, sql } from 'kysely';
import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { Tx } from '../../../platform/index.ts';

export type Verdict = 'right' | 'wrong';

/** A decision to disclose, with what became of it. `decider` and `person` where they are for who acts to know. */
export type DecisionRow = {
  readonly id: string;
  readonly plan: string;
  readonly rule: string;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly data_kinds: readonly DataKind[];
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly reason_cipher: Buffer;
  readonly judged_cipher: Buffer | null;
  readonly decided_by: string;
  readonly decider: string | null;
  readonly at: Temporal.Instant;
  readonly ended_at: Temporal.Instant | null;
  readonly verdict: Verdict | null;
  readonly review_cipher: Buffer | null;
};

/** The decisions of a plan, the latest first; nothing for who may not read them. */
export function listDecisions(tx: Tx, plan: string): Promise<DecisionRow[]> {
  return decisions<DecisionRow>(
    tx,
    sql`select x.id, x.plan_id, null::uuid as person_id, null::uuid as owner, x.rule, x.organisation_id, x.unit_id, x.data_kinds, x.valid, x.reason_cipher, x.judged_cipher,
        x.decided_by, x.at, e.at as ended_at, r.verdict, r.reason_cipher as review_cipher
      from disclosure_decision x left join disclosure_ending e on e.decision_id = x.id left join disclosure_review r on r.decision_id = x.id where x.plan_id = ${plan}`,
  );
}

export type ReviewedRow = DecisionRow & { readonly person: string; readonly owner: string };

/** The decisions of the huvudman whose log who acts goes through, the latest first. */
export function listReviewed(tx: Tx): Promise<ReviewedRow[]> {
  return decisions<ReviewedRow>(tx, sql`select * from reviewed_disclosures()`);
}

async function decisions<Row extends DecisionRow>(tx: Tx, from: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.plan_id as plan, d.person_id as person, d.owner, d.rule, d.organisation_id as organisation, coalesce(o.name, '') as organisation_name,
      d.unit_id as unit, coalesce(u.name, '') as unit_name, d.data_kinds, lower(d.valid) as "from", upper(d.valid) as until, d.reason_cipher, d.judged_cipher,
      d.decided_by, a.name as decider, d.at, d.ended_at, d.verdict, d.review_cipher
    from (${from}) d
    left join account a on a.id = d.decided_by
    left join organisation_version o on o.organisation_id = d.organisation_id and o.valid @> acting_today()
    left join lateral (select v.name from unit_version v where v.unit_id = d.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    order by d.at desc, d.id limit 200`.execute(tx);
  return rows;
}

/** A unit in a plan, as the rules of secrecy ask: the kind of it, and whether it is a private provider's. */
export type ReceiverRow = {
  readonly unit: string;
  readonly organisation: string;
  readonly name: string;
  readonly organisation_name: string;
  readonly kind: string;
  readonly private: boolean;
};

/** The units in a plan that are open today, with the huvudman that they are of. */
export async function listReceivers(tx: Tx, plan: string): Promise<ReceiverRow[]> {
  const { rows } = await sql<ReceiverRow>`
    select t.unit_id as unit, t.organisation_id as organisation, v.name, coalesce(n.name, '') as organisation_name, v.kind, o.kind = 'private-provider' as private
    from plan_party t
    join unit_version v on v.unit_id = t.unit_id and v.organisation_id = t.organisation_id and v.valid @> acting_today()
    join organisation o on o.id = t.organisation_id
    left join organisation_version n on n.organisation_id = o.id and n.valid @> acting_today()
    where t.plan_id = ${plan} order by n.name collate "sv-x-icu", v.name collate "sv-x-icu"`.execute(tx);
  return rows;
}

export type NewDecision = {
  readonly id: string;
  readonly plan: string;
  readonly rule: string;
  readonly organisation: string;
  readonly unit: string;
  readonly dataKinds: readonly DataKind[];
  readonly until: Temporal.Instant;
  readonly reason: Buffer;
  readonly judged: Buffer;
};

/** Writes down a decision, from now. Answers false when one has the id. */
export async function insertDecision(
  tx: Tx,
  one: NewDecision,
  by: { readonly account: string; readonly organisation: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into disclosure_decision (id, plan_id, rule, organisation_id, unit_id, data_kinds, valid, reason_cipher, judged_cipher, deciding_organisation_id, decided_by, at)
    values (${one.id}, ${one.plan}, ${one.rule}, ${one.organisation}, ${one.unit}, ${[...one.dataKinds]}::text[], tstzrange(${now}, ${one.until}), ${one.reason}, ${one.judged},
      ${by.organisation}, ${by.account}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Ends a decision now. Answers false when that has been done. */
export async function insertEnding(
  tx: Tx,
  one: { readonly decision: string; readonly reason: Buffer },
  by: { readonly account: string; readonly organisation: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into disclosure_ending (decision_id, ended_at, ended_by, organisation_id, reason_cipher, at)
    values (${one.decision}, ${now}, ${by.account}, ${by.organisation}, ${one.reason}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Writes what a reviewer finds of a decision. Answers false when somebody was before. */
export async function insertReview(
  tx: Tx,
  one: { readonly decision: string; readonly verdict: Verdict; readonly reason: Buffer },
  by: { readonly account: string; readonly organisation: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into disclosure_review (decision_id, verdict, reason_cipher, organisation_id, reviewed_by, at)
    values (${one.decision}, ${one.verdict}, ${one.reason}, ${by.organisation}, ${by.account}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
