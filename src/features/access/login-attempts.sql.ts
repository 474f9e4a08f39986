import { sql } from 'kysely';
import type { Attempt, Tx } from '../../platform/index.ts';

/** Why someone was sent to the provider: to log in, or to prove once more who they are. */
export type LoginKind = 'login' | 'step-up';

export type KeptAttempt = Pick<Attempt, 'nonce' | 'verifier'> & { readonly returnTo: string; readonly kind: LoginKind };

/** Minutes that the way to the provider and back may take. */
const MOST_MINUTES = 10;

export async function insertAttempt(
  tx: Tx,
  stateHash: Buffer,
  { nonce, verifier, returnTo, kind }: KeptAttempt,
  now: Temporal.Instant,
): Promise<void> {
  await sql`select keep_login_attempt(${stateHash}, ${nonce}, ${verifier}, ${returnTo}, ${kind}, ${now},
    ${now.subtract({ minutes: MOST_MINUTES })})`.execute(tx);
}

/** Takes an attempt out: it can be used once. Undefined when there is none, or it is too old. */
export async function takeAttempt(tx: Tx, stateHash: Buffer, now: Temporal.Instant): Promise<KeptAttempt | undefined> {
  const { rows } = await sql<{ nonce: string; verifier: string; return_to: string; kind: LoginKind; created_at: Temporal.Instant }>`
    select nonce, verifier, return_to, kind, created_at from take_login_attempt(${stateHash})`.execute(tx);
  const row = rows[0];
  if (!row || Temporal.Instant.compare(row.created_at, now.subtract({ minutes: MOST_MINUTES })) < 0) return undefined;
  return { nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to, kind: row.kind };
}
