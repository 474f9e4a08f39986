import { setImmediate as turn } from 'node:timers/promises';
import type { Actor, Assignment, Assurance, Login } from '../../domain/access/actor.ts';
import { sessionExpiry } from '../../domain/access/session-life.ts';
import type { Runtime } from '../use-case.ts';
import { hashOfSecret } from './secret-token.ts';
import { findOpenSessions, type SessionRow, touchSession } from './sessions.sql.ts';

/** How often use is noted: often enough for the idle time to be true to a minute. */
const NOTE_EVERY_SECONDS = 60;

/** How long a question may hold up those that come after it, in milliseconds: one that hangs is not waited for. */
const PATIENCE = 250;

/** The sessions that were asked for together, by hash. */
type Asked = { readonly hashes: Map<string, Buffer>; readonly answer: Promise<ReadonlyMap<string, SessionRow>> };

/**
 * Finds who asks, from the secret of a session cookie: an actor, or undefined when the secret opens nothing (never given out, ended, too old, or
 * its account deactivated). All who ask in the same turn of the event loop, or while a question is under way, share the next one: it is put after the
 * last of them, so what has ended since then opens nothing.
 */
export function sessionReader({ database, clock }: Runtime, patience = PATIENCE): (secret: string) => Promise<Actor | undefined> {
  let next: Asked | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  const ask = (hashes: ReadonlyMap<string, Buffer>) =>
    database.identify('read', async (tx) => {
      const rows = await findOpenSessions(tx, [...hashes.values()], clock.now(), clock.today());
      return new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
    });

  const gather = (): Asked => {
    const hashes = new Map<string, Buffer>();
    const answer = Promise.all([ended(underWay, patience), turn()]).then(() => {
      next = undefined;
      return ask(hashes);
    });
    underWay = answer;
    return { hashes, answer };
  };

  const find = async (hash: Buffer): Promise<SessionRow | undefined> => {
    const key = hash.toString('hex');
    next ??= gather();
    next.hashes.set(key, hash);
    return (await next.answer).get(key);
  };

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

/** Resolves when it has ended, well or not, or has taken so many milliseconds. Then nothing of it is kept: many are waited for in a second. */
function ended(question: Promise<unknown>, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience).unref();
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    question.then(end, end);
  });
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
