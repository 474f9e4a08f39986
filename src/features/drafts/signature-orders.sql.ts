import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

export type OrderEventKind = 'begun' | 'signed' | 'declined' | 'timed-out' | 'refused';

/** What a person was asked to sign at an outside service, and the last that is known of it. Moments are ISO, UTC. */
export type OrderRow = {
  readonly id: string;
  readonly draft: string;
  readonly submission: string;
  readonly step: string;
  readonly seat: string;
  readonly seatId: string;
  readonly account: string;
  readonly assignment: string;
  readonly signer: string;
  readonly hash: string;
  readonly assurance: string;
  readonly authenticatedAt: string;
  readonly expiresAt: string;
  readonly reference: string | null;
  readonly address: string | null;
  /** What it came to; null while it waits. */
  readonly came: 'signed' | 'declined' | 'timed-out' | null;
  /** Why the last answer, or the signature itself, was not taken. */
  readonly why: string | null;
};

const at = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export async function findOrder(tx: Tx, id: string): Promise<OrderRow | undefined> {
  const { rows } =
    await sql<OrderRow>`select o.id, o.draft_id as draft, o.submission, o.step, o.seat, o.seat_id as "seatId", o.account_id as account,
      o.assignment_id as assignment, o.signer, o.content_hash as hash, o.assurance, ${at('o.authenticated_at')} as "authenticatedAt",
      ${at('o.expires_at')} as "expiresAt",
      (select e.reference from signature_order_event e where e.order_id = o.id and e.kind = 'begun' order by e.number limit 1) as reference,
      (select e.address from signature_order_event e where e.order_id = o.id and e.kind = 'begun' order by e.number limit 1) as address,
      (select e.kind from signature_order_event e where e.order_id = o.id and e.kind in ('signed', 'declined', 'timed-out')) as came,
      (select e.why from signature_order_event e where e.order_id = o.id and e.kind = 'refused' and not exists (
        select from signature_order_event later where later.order_id = o.id and later.kind in ('signed', 'declined', 'timed-out') and later.number > e.number
      ) order by e.number desc limit 1) as why
    from signature_order o where o.id = ${id}`.execute(tx);
  return rows[0];
}

type Sought = { readonly account: string; readonly submission: string; readonly seatId: string; readonly now: string };

/** The order that an account has put for a seat in a submission, that nothing has come of and that has not run out, if any. */
export async function findWaitingOrder(tx: Tx, { account, submission, seatId, now }: Sought): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string;
  }>`select o.id from signature_order o where o.account_id = ${account} and o.submission = ${submission}
      and o.seat_id = ${seatId} and o.expires_at > ${now} and not exists (select from signature_order_event e where e.order_id = o.id and e.kind in ('signed', 'declined', 'timed-out'))
    order by o.at desc limit 1`.execute(tx);
  return rows[0]?.id;
}

/** Who gave the text over that an order is about. */
export async function findGiver(tx: Tx, { submission }: Pick<OrderRow, 'submission'>): Promise<string | undefined> {
  const { rows } = await sql<{
    account: string;
  }>`select account_id as account from act where id = ${submission} and account_id is not null`.execute(tx);
  return rows[0]?.account;
}

/** A time when the service is to be asked about an order: of which one, and which time it is. */
export type DueAsk = { readonly order: string; readonly number: number };

/** The asks whose time has come, that are not done and have no job, the oldest first. For the program alone. */
export async function listDueAsks(tx: Tx, now: Temporal.Instant, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select a.id from signature_ask a where a.done_at is null and a.due_at <= ${now}
    and not exists (select from job.job j where j.name = 'follow-signature' and j.id = a.id)
    order by a.due_at, a.id limit ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** An ask that is not done. */
export async function findAsk(tx: Tx, id: string): Promise<DueAsk | undefined> {
  const { rows } = await sql<DueAsk>`select order_id as "order", number from signature_ask where id = ${id} and done_at is null`.execute(
    tx,
  );
  return rows[0];
}

type Asked = {
  readonly ask: string;
  readonly reached: boolean;
  readonly at: Temporal.Instant;
  readonly next: { readonly id: string; readonly due: Temporal.Instant };
};

/** Notes that the service was asked; where nothing has come of the order yet, it is asked again. Done again it does nothing. */
export async function endAsk(tx: Tx, { ask, reached, at: when, next }: Asked): Promise<void> {
  await sql`with done as (
      update signature_ask set done_at = ${when}, reached = ${reached} where id = ${ask} and done_at is null returning order_id, number
    )
    insert into signature_ask (id, order_id, number, due_at) select ${next.id}, d.order_id, d.number + 1, ${next.due} from done d
    where not exists (select from signature_order_event e where e.order_id = d.order_id and e.kind in ('signed', 'declined', 'timed-out'))
    on conflict do nothing`.execute(tx);
}

export type NewOrder = Omit<OrderRow, 'reference' | 'address' | 'came' | 'why' | 'signer'> & { readonly at: string };

/** Puts an order; who is to sign is the account's own HSA-id. Answers whether the account has one. */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into signature_order (id, draft_id, submission, step, seat, seat_id, account_id, assignment_id, signer,
      content_hash, assurance, authenticated_at, expires_at, at)
    select ${order.id}, ${order.draft}, ${order.submission}, ${order.step}, ${order.seat}, ${order.seatId}, a.id, ${order.assignment}, a.hsa_id,
      ${order.hash}, ${order.assurance}, ${order.authenticatedAt}, ${order.expiresAt}, ${order.at}
    from account a where a.id = ${order.account} and a.hsa_id is not null`.execute(tx);
  return numAffectedRows === 1n;
}

type NewEvent = {
  readonly order: string;
  readonly kind: OrderEventKind;
  readonly at: string;
  readonly reference?: string;
  readonly address?: string;
  readonly why?: string;
  readonly proof?: Uint8Array;
};

export async function insertOrderEvent(tx: Tx, { order, kind, at: when, reference, address, why, proof }: NewEvent): Promise<void> {
  await sql`insert into signature_order_event (order_id, number, kind, reference, address, why, proof, at)
    values (${order}, (select coalesce(max(e.number), 0) + 1 from signature_order_event e where e.order_id = ${order}), ${kind}, ${reference ?? null},
      ${address ?? null}, ${why ?? null}, ${proof ? Buffer.from(proof) : null}, ${when})`.execute(tx);
}
