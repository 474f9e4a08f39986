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

type Asked = { readonly account: string; readonly submission: string; readonly seatId: string; readonly now: string };

/** The order that an account has put for a seat in a submission, that nothing has come of and that has not run out, if any. */
export async function findWaitingOrder(tx: Tx, { account, submission, seatId, now }: Asked): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string;
  }>`select o.id from signature_order o where o.account_id = ${account} and o.submission = ${submission}
      and o.seat_id = ${seatId} and o.expires_at > ${now} and not exists (select from signature_order_event e where e.order_id = o.id and e.kind in ('signed', 'declined', 'timed-out'))
    order by o.at desc limit 1`.execute(tx);
  return rows[0]?.id;
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
