import { sql } from 'kysely';
import type { Tx } from './db/index.ts';

/** Tells row-level security, for the rest of the transaction, whose session asks (the secret, as hex) and at which moment. */
export async function setActing(tx: Tx, secret: string, now: Temporal.Instant): Promise<void> {
  await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${now.toString()}, true)`.execute(tx);
}
