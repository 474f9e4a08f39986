import { sql } from 'kysely';
import type { Rhythm } from '../../domain/notifications/digest-day.ts';
import type { Tx } from '../../platform/index.ts';

/** Prepares the digests of a working day, once whoever asks. `staff`: what holds for staff who have not chosen. Answers how many. */
export async function prepareDigests(
  tx: Tx,
  due: { day: Temporal.PlainDate; weekly: boolean; staff: Rhythm },
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ made: number }>`select prepare_digests(${due.day}, ${due.weekly}, ${due.staff}, ${now}) as made`.execute(tx);
  return rows[0]?.made ?? 0;
}

/** Digests that wait to be sent and have no job, the oldest first. */
export async function listUnsentDigests(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select d.id from waiting_digests(${most}) d
    where not exists (select from job.job j where j.name = 'send-digest' and j.id = d.id)`.execute(tx);
  return rows.map(({ id }) => id);
}

/** A digest to hand over: where to, and how many notices of each kind. */
export type TakenDigest = { readonly email: string; readonly counts: Readonly<Record<string, number>> };

/** Takes a digest to hand it over, once. Undefined when it is on its way, sent or given up, or its receiver has gone. */
export async function takeDigest(tx: Tx, id: string, now: Temporal.Instant): Promise<TakenDigest | undefined> {
  const { rows } = await sql<TakenDigest>`select email, counts from take_digest(${id}, ${now})`.execute(tx);
  return rows[0];
}

/** How handing over ended: the server took it, surely did not, or it is given up. */
export async function settleDigest(tx: Tx, id: string, outcome: 'sent' | 'refused' | 'failed', now: Temporal.Instant): Promise<void> {
  await sql`select settle_digest(${id}, ${outcome}, ${now})`.execute(tx);
}
