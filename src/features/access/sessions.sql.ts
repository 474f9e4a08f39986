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
  /** Network address that the login came from. */
  readonly from: string;
  /** What the provider is called in our accounts, and what it calls its own session; it ends ours by them. */
  readonly issuer: string;
  readonly providerSession: string | undefined;
};

export async function insertSession(tx: Tx, session: NewSession, now: Temporal.Instant): Promise<void> {
  await sql`select begin_session(${session.tokenHash}, ${session.id}, ${session.account}, ${session.assignment ?? null}, ${session.assurance},
      ${session.authenticatedAt}, ${now}, ${session.expiresAt}, ${session.device}, ${session.from}, ${session.issuer}, ${session.providerSession ?? null})`.execute(
    tx,
  );
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

/**
 * Ends what a provider says is over, by what it calls its own session, whom it is about, or both. Answers how many sessions; undefined when the token
 * was used before. `until`: when the token is too old anyway.
 */
export async function endSessionsByProvider(
  tx: Tx,
  logout: {
    issuer: string;
    providerSession?: string | undefined;
    subject?: string | undefined;
    token: string;
    until: Temporal.Instant;
  },
  now: Temporal.Instant,
): Promise<number | undefined> {
  const { issuer, providerSession, subject, token, until } = logout;
  const { rows } = await sql<{ ended: number | null }>`select end_sessions_by_provider(
    ${issuer}, ${providerSession ?? null}::text, ${subject ?? null}::text, ${token}, ${now}, ${until}) as ended`.execute(tx);
  return rows[0]?.ended ?? undefined;
}

/** An open session as whoever administers the account may see it: when and from where, not what was done. */
export type AccountSession = {
  readonly id: string;
  readonly device: string;
  readonly from_address: string;
  readonly created_at: Temporal.Instant;
  readonly last_seen_at: Temporal.Instant;
};

/** The open sessions of an account that who acts sees to, the latest used first; of others none. */
export async function listSessionsOfAccount(tx: Tx, account: string): Promise<AccountSession[]> {
  const { rows } =
    await sql<AccountSession>`select id, device, from_address, created_at, last_seen_at from sessions_of_account(${account})`.execute(tx);
  return rows;
}

/** Ends one open session, or all, of an account that who acts sees to. Answers the ids of those that were open. */
export async function endSessionsOfAccount(tx: Tx, account: string, one: string | undefined, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from end_sessions_of_account(${account}, ${one ?? null}::uuid, ${now}) id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
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
