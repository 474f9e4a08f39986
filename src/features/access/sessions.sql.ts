import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

export type NewSession = {
  readonly tokenHash: Buffer;
  readonly id: string;
  readonly account: string;
  readonly assignment: string | undefined;
  readonly assurance: string;
  readonly authenticatedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly device: string;
};

export async function insertSession(tx: Tx, session: NewSession, now: Temporal.Instant): Promise<void> {
  await sql`select begin_session(${session.tokenHash}, ${session.id}, ${session.account}, ${session.assignment ?? null}, ${session.assurance},
      ${session.authenticatedAt}, ${now}, ${session.expiresAt}, ${session.device})`.execute(tx);
}

/** Gives an open session a new secret, and with it another assignment: the old secret opens nothing from now on. Answers whether it was open. */
export async function rotateSession(
  tx: Tx,
  session: { from: Buffer; to: Buffer; newId: string; assignment: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select rotate_session(${session.from}, ${session.to}, ${session.newId}, ${session.assignment}, ${now}) as done`.execute(tx);
  return rows[0]?.done === true;
}

export type EndReason = 'logout' | 'ended-by-self' | 'rotated';

/** Ends one open session of an account. Answers whether it was open. */
export async function endSession(
  tx: Tx,
  { account, id, reason }: { account: string; id: string; reason: EndReason },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update session set ended_at = ${now}, end_reason = ${reason}
    where id = ${id} and account_id = ${account} and ended_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/**
 * Ends the session with this secret, whoever's it is: a browser that logs in again leaves the one it had. Answers whose it was and what they
 * acted as, when it was open.
 */
export async function endSessionOf(
  tx: Tx,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<{ account: string; assignment: string | null } | undefined> {
  const { rows } = await sql<{ account: string; assignment: string | null }>`
    select account, assignment from leave_session(${tokenHash}, ${now})`.execute(tx);
  return rows[0];
}

/** An open session as its owner may see it. */
export type OwnSession = {
  readonly id: string;
  readonly device: string;
  readonly created_at: Temporal.Instant;
  readonly last_seen_at: Temporal.Instant;
  readonly assignment_id: string | null;
};

export async function listOpenSessions(tx: Tx, account: string, now: Temporal.Instant): Promise<OwnSession[]> {
  const { rows } = await sql<OwnSession>`select id, device, created_at, last_seen_at, assignment_id from session
    where account_id = ${account} and ended_at is null and expires_at > ${now} order by last_seen_at desc, id`.execute(tx);
  return rows;
}
