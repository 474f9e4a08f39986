import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { KnownEvent } from './events.sql.ts';

export type ClientSecretRow = { readonly id: string; readonly at: Temporal.Instant; readonly nth: string; readonly ended: boolean };

/** The secrets that an address's system has been given, the latest first; `ended`: it was said that it opens nothing more. */
export async function listClientSecrets(tx: Tx, webhook: string): Promise<ClientSecretRow[]> {
  const { rows } = await sql<ClientSecretRow>`select s.id, s.at, s.nth::text as nth,
      exists (select from webhook_client_ending e where e.webhook_id = s.webhook_id and e.upto >= s.nth) as ended
    from webhook_client_secret s where s.webhook_id = ${webhook} order by s.nth desc`.execute(tx);
  return rows;
}

/** Keeps what a new secret is known by. Answers false when one has the id. */
export async function insertClientSecret(
  tx: Tx,
  one: { readonly id: string; readonly webhook: string; readonly hash: Buffer },
  account: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into webhook_client_secret (id, webhook_id, secret_hash, made_by, at)
    values (${one.id}, ${one.webhook}, ${one.hash}, ${account}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Ends the secrets that have been made until now. */
export async function insertClientEnding(
  tx: Tx,
  one: { readonly id: string; readonly webhook: string; readonly upto: string },
  account: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into webhook_client_ending (id, webhook_id, upto, ended_by, at) values (${one.id}, ${one.webhook}, ${one.upto}, ${account}, ${now})`.execute(
    tx,
  );
}

/** The address whose system has a secret; undefined when it opens nothing at this moment. */
export async function findWebhookOfSystem(tx: Tx, hash: Buffer, now: Temporal.Instant): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select webhook_of_system(${hash}, ${now}) as id`.execute(tx);
  return rows[0]?.id ?? undefined;
}

/** The events of the address whose system has a secret, after a number, in order. */
export async function listEventsOfSystem(
  tx: Tx,
  hash: Buffer,
  { now, after, most }: { readonly now: Temporal.Instant; readonly after: number; readonly most: number },
): Promise<KnownEvent[]> {
  const { rows } =
    await sql<KnownEvent>`select id, number::text as number, kind, plan_id, at from system_events(${hash}, ${now}, ${after}::bigint, ${most}::int)`.execute(
      tx,
    );
  return rows;
}
