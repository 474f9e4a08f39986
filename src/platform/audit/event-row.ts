import type { AuditEvent } from '../../domain/audit/event.ts';
import { canonicalLine } from '../../domain/audit/line.ts';

/** An event as the database holds it, `at` as PostgreSQL writes an instant in UTC. After tampering anything may stand in it. */
export type EventRow = {
  readonly id: string;
  readonly at: string;
  readonly account_id: string | null;
  readonly actor_kind: string;
  readonly assignment_id: string | null;
  readonly organisation_id: string | null;
  readonly unit_id: string | null;
  readonly owner_organisation_id: string | null;
  readonly person_id: string | null;
  readonly record_kind: string;
  readonly record_id: string | null;
  readonly act: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly purpose: string | null;
  readonly share_id: string | null;
  readonly via: string;
  readonly request_id: string | null;
  readonly from_address: string | null;
  readonly policy_version: string;
  readonly details: unknown;
};

/** The event of a row, as far as the row holds one. */
export function eventOfRow(row: EventRow): AuditEvent {
  const purpose = row.purpose === null && row.share_id === null ? null : { kind: row.purpose, share: row.share_id };
  return {
    id: row.id,
    at: instantOf(row.at),
    account: row.account_id,
    actorKind: row.actor_kind,
    assignment: row.assignment_id,
    organisation: row.organisation_id,
    unit: row.unit_id,
    ownerOrganisation: row.owner_organisation_id,
    person: row.person_id,
    record: { kind: row.record_kind, id: row.record_id },
    act: row.act,
    outcome: row.outcome,
    code: row.code,
    purpose,
    via: row.via,
    request: row.request_id,
    from: row.from_address,
    policyVersion: row.policy_version,
    details: row.details,
  } as AuditEvent;
}

/** The canonical line of a row as it stands. */
export function lineOfRow(row: EventRow): string {
  return canonicalLine(eventOfRow(row));
}

const INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,3}))?\+00$/;

/** An instant as events write it. What has more than milliseconds or is no instant, which only tampering makes, is written so that it fits no seal. */
function instantOf(text: string): string {
  const [, day, time, fraction = ''] = INSTANT.exec(text) ?? [];
  return day && time ? `${day}T${time}.${fraction.padEnd(3, '0')}Z` : `?${text}`;
}
