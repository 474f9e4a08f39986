import { sql } from 'kysely';
import type { ProtectedIdentity } from '../../domain/persons/protected-identity.ts';
import type { Tx } from '../../platform/index.ts';

/** Is there a record with this id? Asked past the walls, when the fictional ones are put in. */
export async function hasPerson(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from person where id = ${id}`.execute(tx);
  return rows.length > 0;
}

/** Protection that came with the installation: set by the owner, whom no policy asks. */
export async function protectFirst(tx: Tx, id: string, protection: ProtectedIdentity): Promise<void> {
  await sql`update person set protected_identity = ${protection} where id = ${id}`.execute(tx);
}

/** An authorisation that came with the installation: given by nobody. */
export async function insertFirstAccess(
  tx: Tx,
  access: { id: string; organisation: string; account: string; since: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into protected_access (id, organisation_id, account_id, valid, given_at)
    values (${access.id}, ${access.organisation}, ${access.account}, daterange(${access.since}::date, null), ${now})
    on conflict (id) do nothing`.execute(tx);
}
