import { type Refusal, refuse } from '../refusal.ts';

/** What one person is asked to sign: exact bytes, by their fingerprint, in one seat, before a moment. Repeating an order with the same id is harmless. */
export type SignatureOrder = {
  readonly id: string;
  /** SHA-256 of the bytes, in hex. */
  readonly sha256: string;
  /** Who, as the way of logging in knows them: for staff the HSA-id. Nobody else's signature counts. */
  readonly signer: string;
  readonly seat: string;
  readonly expiresAt: Temporal.Instant;
};

/** How soon the service is asked again, at first and at most, in seconds: while somebody may be signing, and once the order has run out. */
const SOONEST = 30;
const MOST_SELDOM = { waiting: 900, over: 3_600 } as const;

/** So long after an order has run out a service that cannot be reached is still asked: what was signed in time may lie there. */
const ASKED_STILL = { hours: 7 * 24 } as const;

/**
 * When the service is to be asked about an order the next time, when it has been asked so many times: ever more seldom, and at the moment when the order runs
 * out whatever else.
 */
export function nextAsk({ expiresAt }: Pick<SignatureOrder, 'expiresAt'>, asked: number, now: Temporal.Instant): Temporal.Instant {
  const isOver = Temporal.Instant.compare(now, expiresAt) > 0;
  const seconds = Math.min(SOONEST * 2 ** asked, MOST_SELDOM[isOver ? 'over' : 'waiting']);
  const next = now.add({ seconds });
  const end = expiresAt.add({ seconds: 1 });
  return !isOver && Temporal.Instant.compare(next, end) > 0 ? end : next;
}

/** Has an order been over for so long that a service which cannot be reached is not waited for any more? */
export function isGivenUp({ expiresAt }: Pick<SignatureOrder, 'expiresAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, expiresAt.add(ASKED_STILL)) > 0;
}

/** What a service says became of an order. `proof`: the service's own evidence, kept with the signature as it is. */
export type SignatureAnswer =
  | {
      readonly outcome: 'signed';
      readonly order: string;
      readonly sha256: string;
      readonly signer: string;
      readonly at: Temporal.Instant;
      readonly proof: Uint8Array;
    }
  | { readonly outcome: 'declined' | 'timed-out'; readonly order: string; readonly at: Temporal.Instant };

/** How an order stands. Everything but `waiting` is for ever; who should sign after that gets a new order. */
export type OrderState =
  | { readonly state: 'waiting' }
  | { readonly state: 'signed'; readonly at: Temporal.Instant; readonly proof: Uint8Array }
  | { readonly state: 'declined' | 'timed-out'; readonly at: Temporal.Instant };

export type AnswerRefusal = Refusal<
  'signature-other-order' | 'signature-other-person' | 'signature-other-document' | 'signature-too-late' | 'signature-already-decided'
>;

/**
 * How an order stands after an answer. The same answer again changes nothing, since services call more than once. Refuses, and nothing is changed by,
 * an answer to another order, a signature by another person or over other bytes, one made after the order ran out, and one that contradicts what the order
 * already came to.
 */
export function orderAfter(order: SignatureOrder, before: OrderState, answer: SignatureAnswer): OrderState | AnswerRefusal {
  if (answer.order !== order.id) return refuse('signature-other-order');
  if (answer.outcome === 'signed') {
    if (answer.signer !== order.signer) return refuse('signature-other-person');
    if (answer.sha256 !== order.sha256) return refuse('signature-other-document');
    if (Temporal.Instant.compare(answer.at, order.expiresAt) > 0) return refuse('signature-too-late');
  }
  if (before.state === answer.outcome) return before;
  if (before.state !== 'waiting') return refuse('signature-already-decided', { state: before.state });
  const { at } = answer;
  return answer.outcome === 'signed' ? { state: 'signed', at, proof: answer.proof } : { state: answer.outcome, at };
}
