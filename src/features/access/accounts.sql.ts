import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

export type AccountRow = {
  readonly id: string;
  readonly kind: 'staff' | 'individual';
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly deactivated_at: Temporal.Instant | null;
};

/** The account that is bound to what an issuer calls someone. */
export async function findBoundAccount(tx: Tx, issuer: string, subject: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`select id, kind, issuer, subject, deactivated_at from account
    where issuer = ${issuer} and subject = ${subject}`.execute(tx);
  return rows[0];
}

export async function findAccountOfHsaId(tx: Tx, hsaId: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`select id, kind, issuer, subject, deactivated_at from account where hsa_id = ${hsaId}`.execute(tx);
  return rows[0];
}

export async function findAccountOfNumber(tx: Tx, numberHash: Buffer): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`select id, kind, issuer, subject, deactivated_at from account
    where number_hash = ${numberHash}`.execute(tx);
  return rows[0];
}

/** Binds an account that nobody has logged in to. Answers false when somebody was before us. */
export async function bindAccount(tx: Tx, id: string, issuer: string, subject: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update account set issuer = ${issuer}, subject = ${subject} where id = ${id} and issuer is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Opens the account of an individual at their first login. Another login of the same person at the same moment makes it one account. */
export async function openIndividualAccount(
  tx: Tx,
  account: { id: string; issuer: string; subject: string; name: string; numberHash: Buffer },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into account (id, kind, issuer, subject, name, number_hash, created_at)
    values (${account.id}, 'individual', ${account.issuer}, ${account.subject}, ${account.name}, ${account.numberHash}, ${now})
    on conflict do nothing`.execute(tx);
}
