import { sql } from 'kysely';
import type { EventKind } from '../../domain/webhooks/events.ts';
import type { Tx } from '../../platform/index.ts';

export type WebhookRow = {
  readonly id: string;
  readonly organisation: string;
  readonly url: string;
  readonly kinds: readonly EventKind[];
  readonly made_at: Temporal.Instant;
  readonly ended_at: Temporal.Instant | null;
};

/** The addresses that the huvudman of who acts is told at, the latest first, with those that are ended. */
export async function listWebhooks(tx: Tx): Promise<WebhookRow[]> {
  const { rows } = await sql<WebhookRow>`select w.id, w.organisation_id as organisation, w.url, w.kinds, w.made_at, e.at as ended_at
    from webhook w left join webhook_ending e on e.webhook_id = w.id order by w.made_at desc, w.id`.execute(tx);
  return rows;
}

/** One of them; undefined when it is not theirs. */
export async function findWebhook(tx: Tx, id: string): Promise<WebhookRow | undefined> {
  return (await listWebhooks(tx)).find((one) => one.id === id);
}

export type NewWebhook = { readonly id: string; readonly organisation: string; readonly url: string; readonly kinds: readonly EventKind[] };

/** Keeps an address to be told at. Answers false when one has the id. */
export async function insertWebhook(tx: Tx, one: NewWebhook, account: string, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into webhook (id, organisation_id, url, kinds, made_by, made_at)
    values (${one.id}, ${one.organisation}, ${one.url}, ${one.kinds}, ${account}, ${now}) on conflict do nothing`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await sql`insert into webhook_counter (webhook_id, last_number) values (${one.id}, 0)`.execute(tx);
  return true;
}

export async function insertEnding(tx: Tx, webhook: string, account: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into webhook_ending (webhook_id, ended_by, at) values (${webhook}, ${account}, ${now})`.execute(tx);
}

export type SecretRow = {
  readonly id: string;
  readonly secret_cipher: Buffer;
  readonly at: Temporal.Instant;
  readonly shown_at: Temporal.Instant | null;
};

/** The secrets of an address, the latest first. */
export async function listSecrets(tx: Tx, webhook: string): Promise<SecretRow[]> {
  const { rows } = await sql<SecretRow>`select id, secret_cipher, at, shown_at from webhook_secret where webhook_id = ${webhook}
    order by nth desc`.execute(tx);
  return rows;
}

/** Keeps a secret. Answers false when one has the id. */
export async function insertSecret(
  tx: Tx,
  { id, webhook, cipher }: { readonly id: string; readonly webhook: string; readonly cipher: Buffer },
  account: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into webhook_secret (id, webhook_id, secret_cipher, made_by, at)
    values (${id}, ${webhook}, ${cipher}, ${account}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** A secret, the first time that it is asked for; undefined afterwards. */
export async function takeSecret(tx: Tx, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ cipher: Buffer | null }>`select show_webhook_secret(${id}::uuid) as cipher`.execute(tx);
  return rows[0]?.cipher ?? undefined;
}
