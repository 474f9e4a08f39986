import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../domain/access/roles.ts';
import type { AuditEvent } from '../../domain/audit/event.ts';
import type { Tx } from '../../platform/index.ts';

/** A row of the log with the names that its ids had on its day. Row-level security decides which rows there are. */
export type LogRow = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly account: string | null;
  readonly account_name: string | null;
  readonly actor_kind: AuditEvent['actorKind'];
  readonly role: Role | null;
  readonly unit: string | null;
  readonly unit_name: string | null;
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  readonly owner: string | null;
  readonly owner_name: string | null;
  readonly person: string | null;
  /** What it was: `plan`, `person` … */
  readonly record_kind: string;
  readonly act: string;
  readonly outcome: AuditEvent['outcome'];
  readonly code: string | null;
  readonly purpose: NonNullable<AuditEvent['purpose']>['kind'] | null;
  readonly via: AuditEvent['via'];
  /** The person had protected identity then, and the log says so. */
  readonly protected_identity: boolean;
  readonly found: number | null;
};

const DAY = sql`(e.at at time zone 'Europe/Stockholm')::date`;

/** What is told extra: somebody with protected identity. */
export const OF_PROTECTED = sql`(coalesce(e.details->>'protected', '') = 'true' or coalesce(e.details->>'masked', '') = 'true' or e.act in ('persons.read-protected', 'persons.protect'))`;

/** Rows that meet a condition on `e`, the latest first. The id holds the time, so it is the whole key of a page. */
export async function listRows(
  tx: Tx,
  { where, before, most }: { where: RawBuilder<unknown>; before?: string | undefined; most: number },
): Promise<LogRow[]> {
  const onward = before
    ? sql`and e.at <= uuid_extract_timestamp(${before}::uuid) and (e.at, e.id) < (uuid_extract_timestamp(${before}::uuid), ${before}::uuid)`
    : sql``;
  const { rows } = await sql<LogRow>`
    select e.id, e.at, e.account_id as account, a.name as account_name, e.actor_kind, role_of_assignment(e.assignment_id) as role, e.unit_id as unit, u.name as unit_name,
      e.organisation_id as organisation, o.name as organisation_name, e.owner_organisation_id as owner, w.name as owner_name,
      e.person_id as person, e.record_kind, e.act, e.outcome, e.code, e.purpose, e.via, ${OF_PROTECTED} as protected_identity, case when jsonb_typeof(e.details->'found') = 'number' then (e.details->>'found')::numeric::int end as found
    from (select e.* from audit_event e where ${where} ${onward} order by e.at desc, e.id desc limit ${most}) e
    left join account a on a.id = e.account_id
    left join unit_version u on u.unit_id = e.unit_id and u.valid @> ${DAY}
    left join organisation_version o on o.organisation_id = e.organisation_id and o.valid @> ${DAY}
    left join organisation_version w on w.organisation_id = e.owner_organisation_id and w.valid @> ${DAY}
    order by e.at desc, e.id desc`.execute(tx);
  return rows;
}

export type LogCondition = {
  readonly from: Temporal.Instant;
  /** The first moment that is not asked about. */
  readonly until: Temporal.Instant;
  readonly persons?: readonly string[] | undefined;
  readonly accounts?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  readonly outcome?: 'allowed' | 'refused' | undefined;
  readonly act?: string | undefined;
  /** Also looks at the log itself. */
  readonly reviews: boolean;
};

/** What a reviewer asks the log. */
export function listLog(tx: Tx, asked: LogCondition, page: { before?: string | undefined; most: number }): Promise<LogRow[]> {
  const { from, until, persons, accounts, unit, outcome, act, reviews } = asked;
  const conditions = [
    sql`e.at >= ${from} and e.at < ${until}`,
    ...(persons ? [sql`e.person_id = any(${persons}::uuid[])`] : []),
    ...(accounts ? [sql`e.account_id = any(${accounts}::uuid[])`] : []),
    ...(unit ? [sql`e.unit_id = ${unit}::uuid`] : []),
    ...(outcome ? [sql`e.outcome = ${outcome}`] : []),
    ...(act ? [sql`e.act = ${act}`] : []),
    ...(reviews || act ? [] : [sql`e.act not like 'audit.%'`]),
  ];
  return listRows(tx, { where: sql.join(conditions, sql` and `), ...page });
}

/** What staff did with data about persons in a period, the latest first. */
export function listStaffLooks(
  tx: Tx,
  { from, until }: { from: Temporal.Instant; until: Temporal.Instant },
  page: { before?: string | undefined; most: number },
): Promise<LogRow[]> {
  return listRows(tx, { where: sql`e.at >= ${from} and e.at < ${until} and ${BY_STAFF}`, ...page });
}

/** Rows by id. `moments`: when each happened, which tells the month it is kept in. */
export function listRowsById(tx: Tx, ids: readonly string[], moments: readonly Temporal.Instant[]): Promise<LogRow[]> {
  const times = moments.map(String);
  return listRows(tx, { where: sql`e.id = any(${ids}::uuid[]) and e.at = any(${times}::timestamptz[])`, most: ids.length });
}

/** What is gone through: acts of the staff on data about persons, allowed or not. Looking at the log is not among them. */
export const BY_STAFF = sql`e.actor_kind = 'staff' and e.account_id is not null and e.act not like 'audit.%'`;

/** What others did with the data of the individual who acts, the latest first. */
export function listAboutMe(tx: Tx, page: { before?: string | undefined; most: number }): Promise<LogRow[]> {
  return listRows(tx, { where: sql`${ABOUT_ME} and e.account_id is distinct from (select acting_account())`, ...page });
}

/** What others did with one plan of the individual who acts, the latest first. */
export function listAboutMyPlan(tx: Tx, plan: string, page: { most: number }): Promise<LogRow[]> {
  const where = sql`${ABOUT_ME} and e.account_id is distinct from (select acting_account()) and e.record_kind = 'plan' and e.record_id = ${plan}`;
  return listRows(tx, { where, ...page });
}

/** How many times the individual who acts has looked themselves: one visit may look at the records of several huvudmen. */
export async function countOwnLooks(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(distinct coalesce(e.request_id, e.id::text))::int as n from audit_event e where ${ABOUT_ME} and e.account_id = (select acting_account())`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

const ABOUT_ME = sql`e.person_id in (select acting_own_persons())`;
