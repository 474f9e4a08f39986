import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** What a login needs of accounts before anybody acts: the table is shut then, and functions of the database answer about one account at a time. */
export type AccountRow = {
  readonly id: string;
  readonly kind: 'staff' | 'individual';
  readonly deactivated_at: Temporal.Instant | null;
};

/** By what a login leads to an account: what an issuer calls someone, an HSA-id, or the keyed hash of a number. */
type Handle = { readonly issuer: string; readonly subject: string } | { readonly hsaId: string } | { readonly numberHash: Buffer };

/** The account behind a handle; undefined when there is none. */
export async function findAccount(tx: Tx, handle: Handle): Promise<AccountRow | undefined> {
  const {
    issuer = null,
    subject = null,
    hsaId = null,
    numberHash = null,
  }: { [Key in 'issuer' | 'subject' | 'hsaId']?: string | null } & { numberHash?: Buffer | null } = handle;
  const { rows } = await sql<AccountRow>`select id, kind, deactivated_at
    from account_for_login(${issuer}::text, ${subject}::text, ${hsaId}::text, ${numberHash}::bytea)`.execute(tx);
  return rows[0];
}

/** Binds an account that nobody has logged in to. Answers false when somebody was before us. */
export async function bindAccount(tx: Tx, id: string, issuer: string, subject: string): Promise<boolean> {
  const { rows } = await sql<{ bound: boolean }>`select bind_account(${id}, ${issuer}, ${subject}) as bound`.execute(tx);
  return rows[0]?.bound === true;
}

/** Keeps the address that the provider vouches for: the latest of an individual; of staff only where the administrator wrote none. */
export async function noteEmail(tx: Tx, { issuer, subject }: { issuer: string; subject: string }, email: string): Promise<void> {
  await sql`select note_email(${issuer}, ${subject}, ${email})`.execute(tx);
}

/** Opens the account of an individual at their first login. Another login of the same person at the same moment makes it one account. */
export async function openIndividualAccount(
  tx: Tx,
  account: { id: string; issuer: string; subject: string; name: string; numberHash: Buffer },
  now: Temporal.Instant,
): Promise<void> {
  await sql`select open_individual_account(${account.id}, ${account.issuer}, ${account.subject}, ${account.name}, ${account.numberHash}, ${now})`.execute(
    tx,
  );
}
