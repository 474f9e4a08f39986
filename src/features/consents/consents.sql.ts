import { sql } from 'kysely';
import type { ConsentAnswer, ConsentKind, DataKind, Giver, Purpose } from '../../domain/consents/kinds.ts';
import type { Tx } from '../../platform/index.ts';

export type ScopeRow = {
  readonly id: string;
  readonly organisation: string;
  readonly unit: string | null;
  readonly dataKind: DataKind;
  readonly purpose: Purpose;
  readonly permits: boolean;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
};

export type ConsentRow = {
  readonly id: string;
  readonly kind: ConsentKind;
  readonly answer: ConsentAnswer;
  readonly method: 'oral' | 'written' | 'representative';
  readonly giver: Giver['as'];
  readonly giver_id: string | null;
  readonly evidence_cipher: Buffer | null;
  readonly given_at: Temporal.Instant;
  readonly recorded_at: Temporal.Instant;
  readonly taken_by: string;
  readonly taker: string | null;
  readonly unit_name: string | null;
};

/** What has been answered about a plan, the first first; nothing for who may not read it. */
export async function listConsents(tx: Tx, plan: string): Promise<ConsentRow[]> {
  const { rows } =
    await sql<ConsentRow>`select c.id, c.kind, c.answer, c.method, c.giver, c.giver_id, c.evidence_cipher, c.given_at, c.recorded_at, c.taken_by,
      a.name as taker, u.name as unit_name
    from consent c
    left join account a on a.id = c.taken_by
    left join lateral (select v.name from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where c.plan_id = ${plan} order by c.given_at, c.recorded_at, c.id`.execute(tx);
  return rows;
}

/** What the consents of a plan open and shut. */
export async function listScopes(tx: Tx, plan: string): Promise<(ScopeRow & { readonly consent: string })[]> {
  const { rows } = await sql<
    ScopeRow & { consent: string }
  >`select id, consent_id as consent, organisation_id as organisation, unit_id as unit,
      data_kind as "dataKind", purpose, permits, lower(valid) as "from", upper(valid) as until
    from consent_scope where plan_id = ${plan} order by permits desc, id`.execute(tx);
  return rows;
}

export type WithdrawalRow = {
  readonly id: string;
  readonly consent: string;
  readonly scope: string | null;
  readonly at: Temporal.Instant;
  readonly recorded_at: Temporal.Instant;
  readonly by: string;
};

/** What has been taken back of the consents of a plan, the first first. */
export async function listWithdrawals(tx: Tx, plan: string): Promise<WithdrawalRow[]> {
  const { rows } =
    await sql<WithdrawalRow>`select w.id, w.consent_id as consent, w.scope_id as scope, w.withdrawn_at as at, w.recorded_at, w.withdrawn_by as by
    from consent_withdrawal w join consent c on c.id = w.consent_id where c.plan_id = ${plan} order by w.withdrawn_at, w.id`.execute(tx);
  return rows;
}

/** What each unit of a plan, and its huvudman, have come out of: what was shut to those is shut to it. */
export async function listFormerly(tx: Tx, plan: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{
    unit: string;
    formerly: string[];
  }>`select t.unit_id as unit, array(
      select came_out_of(t.unit_id, acting_today())
      union select came_out_of(unit_owner_now(t.unit_id, t.organisation_id, (select gone_organisations(acting_today()))), acting_today())
      except values (t.unit_id)) as formerly
    from plan_party t where plan_id = ${plan}`.execute(tx);
  return new Map(rows.map(({ unit, formerly }) => [unit, formerly]));
}

export type NewConsentRow = {
  readonly id: string;
  readonly plan: string;
  readonly kind: ConsentKind;
  readonly answer: ConsentAnswer;
  readonly method: ConsentRow['method'];
  /** Who answered; the person where it is not said. */
  readonly giver?: Giver | undefined;
  readonly evidence: Buffer | null;
  readonly givenAt: Temporal.Instant;
  readonly scopes: readonly (Omit<ScopeRow, 'unit'> & { readonly unit: string | undefined })[];
};

/** Writes down an answer, with what it opens and shuts. Answers false when a consent has the id. */
export async function insertConsent(
  tx: Tx,
  consent: NewConsentRow,
  by: { readonly account: string; readonly organisation: string | null; readonly unit: string | null },
  now: Temporal.Instant,
): Promise<boolean> {
  const { id, plan, kind, answer, method, giver = { as: 'person' }, evidence, givenAt, scopes } = consent;
  const { numAffectedRows } =
    await sql`insert into consent (id, plan_id, kind, answer, method, giver, giver_id, evidence_cipher, given_at, taken_by, organisation_id, unit_id, recorded_at)
    values (${id}, ${plan}, ${kind}, ${answer}, ${method}, ${giver.as}, ${giver.as === 'person' ? null : giver.id}, ${evidence}, ${givenAt}, ${by.account}, ${by.organisation}, ${by.unit}, ${now})
    on conflict do nothing`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  const rows = scopes.map(({ from, until, ...one }) => ({ ...one, valid: `[${from},${until})` }));
  if (rows.length > 0)
    await sql`insert into consent_scope (id, consent_id, plan_id, organisation_id, unit_id, data_kind, purpose, permits, valid)
    select (s->>'id')::uuid, ${id}, ${plan}, (s->>'organisation')::uuid, (s->>'unit')::uuid, s->>'dataKind', s->>'purpose', (s->>'permits')::boolean,
      (s->>'valid')::tstzrange from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) s`.execute(tx);
  return true;
}

/** Takes back a consent, or one scope of it, from now. Answers false when that has been done under the same id. */
export async function insertWithdrawal(
  tx: Tx,
  one: { readonly id: string; readonly consent: string; readonly scope: string | null },
  by: { readonly account: string; readonly organisation: string | null },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into consent_withdrawal (id, consent_id, scope_id, withdrawn_at, withdrawn_by, organisation_id, recorded_at)
    values (${one.id}, ${one.consent}, ${one.scope}, ${now}, ${by.account}, ${by.organisation}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
