import type { Actor, Assignment, Assurance, Login } from '../../domain/access/actor.ts';
import { sessionExpiry } from '../../domain/access/session-life.ts';
import { askTogether } from '../ask-together.ts';
import type { Runtime } from '../use-case.ts';
import { hashOfSecret } from './secret-token.ts';
import { findOpenSessions, type SessionRow, touchSession } from './sessions.sql.ts';

/** How often use is noted: often enough for the idle time to be true to a minute. */
const NOTE_EVERY_SECONDS = 60;

/**
 * Finds who asks, from the secret of a session cookie: an actor, or undefined when the secret opens nothing (never given out, ended, too old, or
 * its account deactivated). All who ask in the same turn of the event loop, or while a question is under way, share the next one: it is put after the
 * last of them, so what has ended since then opens nothing.
 */
export function sessionReader({ database, clock }: Runtime, patience?: number): (secret: string) => Promise<Actor | undefined> {
  const find = askTogether<Buffer, SessionRow | undefined>(
    async (hashes) => {
      const rows = await database.identify('read', (tx) => findOpenSessions(tx, hashes, clock.now(), clock.today()));
      const byHash = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
      return hashes.map((hash) => byHash.get(hash.toString('hex')));
    },
    { patience },
  );

  return async (secret) => {
    const hash = hashOfSecret(secret);
    const row = hash && (await find(hash));
    if (!row) return undefined;
    const now = clock.now();
    if (now.since(row.last_seen_at).total('seconds') >= NOTE_EVERY_SECONDS) {
      await database.identify('write', (tx) => touchSession(tx, row.token_hash, now, sessionExpiry(row.created_at, now)));
    }
    return actorOf(row, secret);
  };
}

function actorOf(row: SessionRow, secret: string): Actor {
  const login: Login = {
    account: row.account_id,
    name: row.account_name,
    session: row.id,
    secret,
    assurance: row.assurance as Assurance,
    authenticatedAt: row.authenticated_at,
  };
  if (row.account_kind === 'individual') return { kind: 'individual', login };
  return { kind: 'staff', login, assignment: row.assignment_id ? assignmentOf(row, row.assignment_id) : undefined };
}

function assignmentOf(row: SessionRow, id: string): Assignment {
  return {
    id,
    role: row.role,
    organisation: { id: row.organisation_id, kind: row.organisation_kind, name: row.organisation_name },
    county: row.county_code,
    municipality: row.municipality_code ?? undefined,
    unit: row.unit_id ? { id: row.unit_id, name: row.unit_name ?? '' } : undefined,
    body: row.body ?? undefined,
  };
}
