import type { AuditEvent } from './event.ts';

/** The first field of every line: which fields follow, and in which order. A later order gets a later number. */
const FORMAT = 'overens-audit-1';

/**
 * The event as one line of text, the same for the same event always: a JSON array with the fields in fixed order, and details by rising name.
 * This is what is sealed, exported and verified.
 */
export function canonicalLine(event: AuditEvent): string {
  return JSON.stringify([
    FORMAT,
    event.id,
    event.at,
    event.account,
    event.actorKind,
    event.assignment,
    event.organisation,
    event.unit,
    event.ownerOrganisation,
    event.person,
    event.record.kind,
    event.record.id,
    event.act,
    event.outcome,
    event.code,
    event.purpose?.kind ?? null,
    event.purpose?.share ?? null,
    event.via,
    event.request,
    event.from,
    event.policyVersion,
    inOrder(event.details),
  ]);
}

/** The id that a line says it has; undefined when the text is no line of ours. */
export function idOfLine(line: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return Array.isArray(parsed) && parsed[0] === FORMAT && typeof parsed[1] === 'string' ? parsed[1] : undefined;
  } catch {
    return undefined;
  }
}

/** Details as the line holds them: by rising name. Also what the database holds after tampering, when anything may stand there. */
export function canonicalDetails(details: unknown): string {
  return JSON.stringify(inOrder(details));
}

function inOrder(details: unknown): unknown {
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return details;
  const entries = Object.entries(details);
  return entries.length < 2 ? details : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
