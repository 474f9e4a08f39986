import { sql } from 'kysely';
import type { AuditEvent } from '../../domain/audit/event.ts';
import { canonicalLine } from '../../domain/audit/line.ts';
import type { Tx } from '../db/index.ts';
import { sha256Tree } from './hash.ts';

/** Adds events in one statement. The same statement for any number of them, so that it is prepared once. */
export async function insertEvents(tx: Tx, events: readonly AuditEvent[]): Promise<void> {
  const all = <T>(field: (event: AuditEvent) => T): T[] => events.map(field);
  await sql`
    insert into audit_event (id, at, account_id, actor_kind, assignment_id, organisation_id, unit_id, owner_organisation_id, person_id, record_kind,
      record_id, act, outcome, code, purpose, share_id, via, request_id, from_address, policy_version, details, leaf_hash)
    select * from unnest(
      ${all((e) => e.id)}::uuid[], ${all((e) => e.at)}::timestamptz[], ${all((e) => e.account)}::uuid[], ${all((e) => e.actorKind)}::text[],
      ${all((e) => e.assignment)}::uuid[], ${all((e) => e.organisation)}::uuid[], ${all((e) => e.unit)}::uuid[],
      ${all((e) => e.ownerOrganisation)}::uuid[], ${all((e) => e.person)}::uuid[], ${all((e) => e.record.kind)}::text[],
      ${all((e) => e.record.id)}::text[], ${all((e) => e.act)}::text[], ${all((e) => e.outcome)}::text[], ${all((e) => e.code)}::text[],
      ${all((e) => e.purpose?.kind ?? null)}::text[], ${all((e) => e.purpose?.share ?? null)}::uuid[], ${all((e) => e.via)}::text[],
      ${all((e) => e.request)}::text[], ${all((e) => e.from)}::text[], ${all((e) => e.policyVersion)}::text[],
      ${all((e) => JSON.stringify(e.details))}::jsonb[], ${all((e) => sha256Tree.leaf(canonicalLine(e)))}::bytea[])`.execute(tx);
}

/** Makes the monthly partitions that cover the days; answers how many were missing. At most forty months. */
export async function ensurePartitions(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ made: number }>`select audit_ensure_partitions(${from}, ${to}) as made`.execute(tx);
  return rows[0]?.made ?? 0;
}
