import { createHash, randomBytes } from 'node:crypto';
import { type Actor, assignmentOf, loginOf } from '../domain/access/actor.ts';
import { grants, type Permission } from '../domain/access/permissions.ts';
import { type AuditEvent, eventId, eventInstant } from '../domain/audit/event.ts';
import { type AuditLog, createAuditLog } from './audit/index.ts';
import type { Database } from './db/index.ts';

/** One look at, or change of, data about a person: what the log says of it beside who, when and how. */
export type Look = {
  readonly person: string | null;
  /** The huvudman that owns the record. */
  readonly owner: string | null;
  readonly record: AuditEvent['record'];
  readonly purpose?: AuditEvent['purpose'] | undefined;
  readonly details?: AuditEvent['details'] | undefined;
};

/** The request behind a use-case, as far as the log tells of it. */
type Asked = {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly request: { readonly id: string; readonly via: AuditEvent['via']; readonly from: string | null } | undefined;
};

/** Which policies were in force: changes when a grant does. */
export const policyVersion = createHash('sha256').update(JSON.stringify(grants)).digest('hex').slice(0, 16);

const logs = new WeakMap<Database, AuditLog>();

/** The log of a database: one for all who use it, so that their events share commits. */
export function auditLogOf(database: Database): AuditLog {
  const known = logs.get(database);
  if (known) return known;
  const log = createAuditLog(database);
  logs.set(database, log);
  return log;
}

/** The log's row for a look. `code` is that of the refusal, when it was refused. */
export function eventOf(act: Permission, look: Look, { actor, now, request }: Asked, code: string | null): AuditEvent {
  const assignment = assignmentOf(actor);
  return {
    id: eventId(now, randomBytes(10)),
    at: eventInstant(now),
    account: loginOf(actor)?.account ?? null,
    actorKind: actor.kind,
    assignment: assignment?.id ?? null,
    organisation: assignment?.organisation.id ?? null,
    unit: assignment?.unit?.id ?? null,
    ownerOrganisation: look.owner,
    person: look.person,
    record: look.record,
    act,
    outcome: code === null ? 'allowed' : 'refused',
    code,
    purpose: look.purpose ?? null,
    via: request?.via ?? 'job',
    request: request?.id ?? null,
    from: request?.from ?? null,
    policyVersion,
    details: look.details ?? {},
  };
}
