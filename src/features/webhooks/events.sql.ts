import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** Ids of events that wait to be sent and have no job, the oldest first. */
export async function listUnsent(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select e.id from webhook_event e
    where e.delivered_at is null and e.withheld_at is null and e.given_up_at is null
      and not exists (select from webhook_ending g where g.webhook_id = e.webhook_id)
      and not exists (select from job.job j where j.name = 'send-webhook' and j.id = e.id)
    order by e.nth limit ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}

export type EventToSend = {
  readonly id: string;
  readonly webhook_id: string;
  readonly url: string;
  readonly number: string;
  readonly plan_id: string;
  readonly kind: string;
  readonly at: Temporal.Instant;
};

/** An event that is to be sent now, with its number; undefined when it is not, or may no longer be told. */
export async function findEventToSend(tx: Tx, id: string): Promise<EventToSend | undefined> {
  const { rows } =
    await sql<EventToSend>`select id, webhook_id, url, number::text as number, plan_id, kind, at from event_to_send(${id}::uuid)`.execute(
      tx,
    );
  return rows[0];
}

export type Attempt = {
  readonly id: string;
  readonly event: string;
  readonly status: number | undefined;
  readonly fault: string | undefined;
  readonly last: boolean;
};

/** Notes what an attempt came to. */
export async function noteAttempt(tx: Tx, { id, event, status, fault, last }: Attempt): Promise<void> {
  await sql`select note_webhook_attempt(${id}::uuid, ${event}::uuid, ${status ?? null}::int, ${fault ?? null}::text, ${last}::boolean)`.execute(
    tx,
  );
}

export type EventRow = {
  readonly id: string;
  readonly number: string | null;
  readonly kind: string;
  readonly at: Temporal.Instant;
  readonly withheld_at: Temporal.Instant | null;
  readonly delivered_at: Temporal.Instant | null;
  readonly given_up_at: Temporal.Instant | null;
  readonly attempts: number;
  readonly last_at: Temporal.Instant | null;
  readonly status: number | null;
  readonly fault: string | null;
};

/** The latest events of an address, and what the latest attempt of each came to. */
export async function listEvents(tx: Tx, webhook: string, most: number): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`select e.id, e.number::text as number, e.kind, e.at, e.withheld_at, e.delivered_at, e.given_up_at,
      (select count(*)::int from webhook_attempt a where a.event_id = e.id) as attempts, l.at as last_at, l.answered as status, l.fault
    from webhook_event e
    left join lateral (select a.at, a.answered, a.fault from webhook_attempt a where a.event_id = e.id order by a.nth desc limit 1) l on true
    where e.webhook_id = ${webhook} order by e.nth desc limit ${most}`.execute(tx);
  return rows;
}

export type KnownEvent = {
  readonly id: string;
  readonly number: string;
  readonly kind: string | null;
  readonly plan_id: string | null;
  readonly at: Temporal.Instant;
};

/** The events of an address after a number, in order. What may no longer be told has neither kind nor plan. */
export async function listEventsAfter(tx: Tx, webhook: string, after: number, most: number): Promise<KnownEvent[]> {
  const { rows } =
    await sql<KnownEvent>`select id, number::text as number, kind, plan_id, at from webhook_events_after(${webhook}::uuid, ${after}::bigint, ${most}::int)`.execute(
      tx,
    );
  return rows;
}

/** Lets what was given up wait to be sent again. Answers false when it was not given up, or is not theirs. */
export async function sendAgain(tx: Tx, event: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select send_webhook_event_again(${event}::uuid) as done`.execute(tx);
  return rows[0]?.done ?? false;
}
