import { type AnswerRefusal, isGivenUp, type OrderState, orderAfter, type SignatureOrder } from '../../domain/documents/signature-order.ts';
import { type SigningService, SigningServiceFault } from './signing-service.ts';

/** How an order stands, and what was refused of the answer, if anything. `reached`: whether the service could be asked at all. */
export type Followed = { readonly state: OrderState; readonly refused?: AnswerRefusal; readonly reached: boolean };

/**
 * Asks the service how an order stands. Called when the service has called back and when the person has come back: whatever woke us, what counts is what the service
 * says when we ask. An order that ran out without an answer that is taken has timed out, also one that never came to the service (`reference` null), and one about
 * which the service could not be asked for a week after.
 */
export async function followOrder(
  service: SigningService,
  { order, reference, state }: { readonly order: SignatureOrder; readonly reference: string | null; readonly state: OrderState },
  now: Temporal.Instant,
): Promise<Followed> {
  if (reference === null) return { state: runOut(order, state, now), reached: false };
  let answer: Awaited<ReturnType<SigningService['collect']>>;
  try {
    answer = await service.collect(reference);
  } catch (error) {
    if (error instanceof SigningServiceFault) return { state: isGivenUp(order, now) ? runOut(order, state, now) : state, reached: false };
    throw error;
  }
  if (!answer) return { state: runOut(order, state, now), reached: true };
  const after = orderAfter(order, state, answer);
  return 'refused' in after ? { state: runOut(order, state, now), refused: after, reached: true } : { state: after, reached: true };
}

function runOut({ expiresAt }: SignatureOrder, state: OrderState, now: Temporal.Instant): OrderState {
  const isOver = state.state === 'waiting' && Temporal.Instant.compare(now, expiresAt) > 0;
  return isOver ? { state: 'timed-out', at: expiresAt } : state;
}
