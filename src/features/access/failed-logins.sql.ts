import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** A login that let nobody in: when, at which provider, why (the code of the refusal), from which network address, and what it led to. */
export type FailedLogin = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly provider: string;
  readonly reason: string;
  readonly from: string;
  /** What the provider calls them, and the HSA-id it vouches for: the account is found by them and they are not kept. */
  readonly subject: string | undefined;
  readonly hsaId: string | undefined;
};

/** Keeps a failed login, and takes out those that are older than ninety days. */
export async function insertFailedLogin(tx: Tx, { id, at, provider, reason, from, subject, hsaId }: FailedLogin): Promise<void> {
  await sql`select note_failed_login(${id}, ${at}, ${provider}, ${reason}, ${from}, ${provider}, ${subject ?? null}::text, ${hsaId ?? null}::text)`.execute(
    tx,
  );
}

export type FailedLoginRow = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly provider: string;
  readonly reason: string;
  readonly from_address: string;
  readonly account_id: string | null;
  readonly account_name: string | null;
};

/** The latest failed logins that who acts may see, at most `limit`. */
export async function listFailedLogins(tx: Tx, limit: number): Promise<FailedLoginRow[]> {
  const { rows } = await sql<FailedLoginRow>`select f.id, f.at, f.provider, f.reason, f.from_address, f.account_id, a.name as account_name
    from login_failure f left join account a on a.id = f.account_id order by f.at desc, f.id desc limit ${limit}`.execute(tx);
  return rows;
}
