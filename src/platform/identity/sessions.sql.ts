import { sql } from 'kysely';
import type { OrganisationKind, Role } from '../../domain/access/roles.ts';
import type { Tx } from '../db/index.ts';

/** A session that is open, with the account and, when one is chosen and holds today, the assignment behind it. */
export type SessionRow = {
  readonly token_hash: Buffer;
  readonly id: string;
  readonly account_id: string;
  readonly account_kind: 'staff' | 'individual';
  readonly account_name: string;
  readonly assurance: string;
  readonly authenticated_at: Temporal.Instant;
  readonly created_at: Temporal.Instant;
  readonly last_seen_at: Temporal.Instant;
  readonly assignment_id: string | null;
  readonly role: Role;
  readonly organisation_id: string;
  readonly organisation_kind: OrganisationKind;
  readonly organisation_name: string;
  readonly county_code: string;
  readonly municipality_code: string | null;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly body: string | null;
};

/** The open sessions among these hashes, at the moment and on the Swedish day. */
export async function findOpenSessions(
  tx: Tx,
  hashes: readonly Buffer[],
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.token_hash, s.id, s.account_id, s.account_kind, s.account_name, s.assurance, s.authenticated_at, s.created_at,
      s.last_seen_at, s.assignment_id, s.role, s.organisation_id, o.kind as organisation_kind, ov.name as organisation_name, s.county_code,
      o.municipality_code, s.unit_id, uv.name as unit_name, s.body
    from open_sessions(${hashes}::bytea[], ${now}, ${today}::date) s
    left join organisation o on o.id = s.organisation_id
    left join organisation_version ov on ov.organisation_id = o.id and ov.valid @> ${today}::date
    left join unit_version uv on uv.unit_id = s.unit_id and uv.valid @> ${today}::date`.execute(tx);
  return rows;
}

/** Notes that a session is in use, and how long it lasts now. */
export async function touchSession(tx: Tx, hash: Buffer, now: Temporal.Instant, expires: Temporal.Instant): Promise<void> {
  await sql`select touch_session(${hash}, ${now}, ${expires})`.execute(tx);
}
