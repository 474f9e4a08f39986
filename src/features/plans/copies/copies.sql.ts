import { sql } from 'kysely';
import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { Annulment } from '../../../domain/plans/plan-copy.ts';
import type { Ground } from '../../../domain/plans/reach.ts';
import type { Tx } from '../../../platform/index.ts';
import type { StandingRow } from '../standing.sql.ts';

const nameOf = (unit: string) =>
  sql`(select v.name from unit_version v where v.unit_id = ${sql.ref(unit)} and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1)`;

export type UnitToCopy = { readonly organisation: string; readonly unit: string };

/** The units that are to have a copy of what is established; none where who acts does not lead the plan. */
export async function listUnitsToCopy(tx: Tx, plan: string): Promise<UnitToCopy[]> {
  const { rows } = await sql<UnitToCopy>`select organisation, unit from units_to_copy(${plan}::uuid)`.execute(tx);
  return rows;
}

export type NewCopy = {
  readonly id: string;
  readonly version: string;
  readonly number: number;
  readonly attempt: number;
  /** Undefined of the person's own. */
  readonly to: UnitToCopy | undefined;
};

/** Orders a copy. Answers false when this one is ordered already. */
export async function insertCopy(
  tx: Tx,
  plan: string,
  { id, version, number, attempt, to }: NewCopy,
  account: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into plan_copy (id, plan_id, version_id, number, attempt, receiver, organisation_id, unit_id, ordered_by, ordered_at)
    values (${id}, ${plan}, ${version}, ${number}, ${attempt}, ${to ? 'unit' : 'individual'}, ${to?.organisation ?? null}, ${to?.unit ?? null}, ${account}, ${now})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** The copies that are to be made and have no job. */
export async function listDueCopies(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select due_plan_copies(${most}) as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Which plan a copy is of, for the program that makes it. */
export async function findPlanOfCopy(tx: Tx, copy: string): Promise<string | undefined> {
  const { rows } = await sql<{ plan: string }>`select plan_id as plan from plan_copy where id = ${copy}`.execute(tx);
  return rows[0]?.plan;
}

/** All that it takes to make a copy. `standing`: how its receiver stands to the plan now. */
export type CopyToMake = {
  readonly copy: string;
  readonly number: number;
  readonly version: string;
  readonly established_at: Temporal.Instant;
  readonly content_cipher: Buffer;
  readonly receiver: 'unit' | 'individual';
  readonly organisation: string | null;
  readonly organisation_name: string;
  readonly unit: string | null;
  readonly unit_name: string;
  readonly standing: Omit<StandingRow, 'name' | 'number_kind' | 'number_cipher' | 'interpreter_language' | 'opened_at'>;
};

/** A copy that has not been made; undefined when it has, or is not to be. For the program alone. */
export async function findCopyToMake(tx: Tx, copy: string): Promise<CopyToMake | undefined> {
  const { rows } = await sql<CopyToMake>`select * from plan_copy_to_make(${copy}::uuid)`.execute(tx);
  return rows[0];
}

/** Notes what came of a copy. Answers false when something had come of it already. */
export async function insertOutcome(
  tx: Tx,
  copy: string,
  plan: string,
  outcome: 'delivered' | 'withheld',
  at: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into plan_copy_outcome (copy_id, plan_id, outcome, at)
    values (${copy}, ${plan}, ${outcome}, ${at}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export type NewDocument = {
  readonly copy: string;
  readonly plan: string;
  readonly grounds: ReadonlyMap<DataKind, Ground>;
  readonly content: Buffer;
  readonly pdf: Buffer;
  readonly sha256: string;
  readonly certificate: Uint8Array | null;
};

/** Keeps a delivered copy. */
export async function insertDocument(tx: Tx, one: NewDocument, at: Temporal.Instant): Promise<void> {
  const basis = [...one.grounds].map(([kind, ground]) => ({ kind, ground: ground.kind, id: 'id' in ground ? ground.id : null }));
  await sql`insert into plan_copy_document (copy_id, plan_id, data_kinds, basis, content_cipher, pdf_cipher, sha256, certificate, at)
    values (${one.copy}, ${one.plan}, ${[...one.grounds.keys()]}, ${JSON.stringify(basis)}::jsonb, ${one.content}, ${one.pdf}, ${one.sha256},
      ${one.certificate && Buffer.from(one.certificate)}, ${at})`.execute(tx);
}

export type CopyRow = {
  readonly id: string;
  readonly plan: string;
  readonly version: string;
  readonly number: number;
  readonly attempt: number;
  readonly receiver: 'unit' | 'individual';
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  readonly unit: string | null;
  readonly unit_name: string | null;
  readonly ordered_at: Temporal.Instant;
  readonly outcome: 'delivered' | 'withheld' | null;
  readonly at: Temporal.Instant | null;
  readonly received_at: Temporal.Instant | null;
  readonly annulled: Annulment | null;
  readonly annulled_at: Temporal.Instant | null;
  /** When its contents were deleted by the rule of its huvudman. */
  readonly thinned_at: Temporal.Instant | null;
  /** Is who acts among those it was sent to? */
  readonly own: boolean;
};

const copyColumns = sql`c.id, c.plan_id as plan, c.version_id as version, c.number, c.attempt, c.receiver, c.organisation_id as organisation, o.name as organisation_name, c.unit_id as unit,
  ${nameOf('c.unit_id')} as unit_name, c.ordered_at, r.outcome, r.at, g.received_at, n.reason as annulled, n.at as annulled_at, h.at as thinned_at, receives_copy(c.id) as own`;
const copyTables = sql`plan_copy c
  left join organisation_version o on o.organisation_id = c.organisation_id and o.valid @> acting_today()
  left join plan_copy_outcome r on r.copy_id = c.id
  left join plan_copy_receipt g on g.copy_id = c.id
  left join plan_copy_annulment n on n.copy_id = c.id
  left join plan_copy_thinning h on h.copy_id = c.id`;

/** The copies of a plan that are for who acts to know of: the latest version first. */
export async function listCopies(tx: Tx, plan: string): Promise<CopyRow[]> {
  const { rows } = await sql<CopyRow>`select ${copyColumns} from ${copyTables} where c.plan_id = ${plan}
    order by c.number desc, c.receiver, c.ordered_at, c.id`.execute(tx);
  return rows;
}

/** The copies that the units of who acts have been sent, the latest first, `most` of them before the one that is named. */
export async function listReceivedCopies(
  tx: Tx,
  { before, most }: { readonly before: string | undefined; readonly most: number },
): Promise<CopyRow[]> {
  const { rows } = await sql<CopyRow>`select ${copyColumns} from ${copyTables}
    where c.unit_id = any ((select acting_case_units())::uuid[]) and r.outcome = 'delivered' and receives_copy(c.id)
      and (${before ?? null}::uuid is null or c.id < ${before ?? null}::uuid)
    order by c.id desc limit ${most}`.execute(tx);
  return rows;
}

export type CopyDocument = { readonly content: Buffer; readonly pdf: Buffer; readonly sha256: string; readonly sealed: boolean };

/** What was delivered, for those it was delivered to; undefined for all others, and when it is annulled or deleted. */
export async function findDocument(tx: Tx, copy: string): Promise<CopyDocument | undefined> {
  const { rows } = await sql<CopyDocument>`select content_cipher as content, pdf_cipher as pdf, sha256, certificate is not null as sealed
    from plan_copy_document where copy_id = ${copy} and content_cipher is not null`.execute(tx);
  return rows[0];
}

/** Notes that a copy has been opened, once. Answers false when it was before. */
export async function insertReceipt(tx: Tx, copy: string, plan: string, account: string, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into plan_copy_receipt (copy_id, plan_id, received_by, received_at)
    values (${copy}, ${plan}, ${account}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Annuls a copy. Answers false when it is annulled already. */
export async function insertAnnulment(
  tx: Tx,
  one: { readonly copy: string; readonly plan: string; readonly reason: Annulment },
  by: { readonly account: string; readonly organisation: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into plan_copy_annulment (copy_id, plan_id, reason, annulled_by, organisation_id, at)
    values (${one.copy}, ${one.plan}, ${one.reason}, ${by.account}, ${by.organisation}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** What the units of a fictional plan, and who coordinates it, are called. For the owner. */
export async function listSeedNames(
  tx: Tx,
  units: readonly string[],
  account: string,
): Promise<{ places: { id: string; unit: string; organisation: string }[]; account: string }> {
  const { rows: places } = await sql<{ id: string; unit: string; organisation: string }>`
    select distinct on (v.unit_id) v.unit_id as id, v.name as unit, coalesce(o.name, '') as organisation
    from unit_version v left join organisation_version o on o.organisation_id = v.organisation_id
    where v.unit_id = any (${units}::uuid[]) order by v.unit_id, lower(v.valid) desc, lower(o.valid) desc`.execute(tx);
  const { rows: names } = await sql<{ name: string }>`select name from account where id = ${account}`.execute(tx);
  return { places, account: names[0]?.name ?? '' };
}

/** What the fictional person of a plan is called. For the owner. */
export async function findSeedName(tx: Tx, plan: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select r.name from plan p join person r on r.id = p.person_id where p.id = ${plan}`.execute(
    tx,
  );
  return rows[0]?.name ?? '';
}
