import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SignatureAnswer, SignatureOrder } from '../../src/domain/documents/signature-order.ts';
import { type SigningService, SigningServiceFault } from '../../src/platform/signing/signing-service.ts';

type Held = { order: SignatureOrder; reference: string; answer?: SignatureAnswer };

/**
 * A signing service that behaves as such services do: it answers later, calls back more than once, can be unreachable, lets another person sign who
 * got hold of the link, and runs out. What happens at it is done by the test, through `person`.
 */
export function givenSigningService(clock: () => Temporal.Instant, calledBack: (reference: string) => Promise<unknown>) {
  const key = randomBytes(32);
  const held = new Map<string, Held>();
  const byOrder = new Map<string, string>();
  let reachable = true;
  let forged = false;

  const proofOf = ({ order, sha256, signer, at }: Extract<SignatureAnswer, { outcome: 'signed' }>) =>
    createHmac('sha256', key).update(`${order} ${sha256} ${signer} ${at}`).digest();

  const of = (reference: string): Held => {
    const found = held.get(reference);
    if (!found) throw new SigningServiceFault('unreachable');
    return found;
  };

  const settle = async (reference: string, answer: SignatureAnswer, calls: number) => {
    of(reference).answer = answer;
    await Promise.resolve();
    for (let call = 0; call < calls; call++) await calledBack(reference);
  };

  const service: SigningService = {
    begin: async (order) => {
      if (!reachable) throw new SigningServiceFault('unreachable');
      const reference = byOrder.get(order.id) ?? randomBytes(8).toString('hex');
      byOrder.set(order.id, reference);
      if (!held.has(reference)) held.set(reference, { order, reference });
      return { reference, address: `https://underskrift.example/${reference}` };
    },
    collect: async (reference) => {
      if (!reachable) throw new SigningServiceFault('unreachable');
      const { answer } = of(reference);
      if (answer?.outcome === 'signed' && !timingSafeEqual(answer.proof, proofOf(answer)))
        throw new SigningServiceFault('answer-not-trusted');
      return answer;
    },
  };

  /** What a person does at the service. `calls`: how many times it then calls back. */
  const person = {
    signs: (reference: string, { as, bytes, calls = 1 }: { as?: string; bytes?: string; calls?: number } = {}) => {
      const { order } = of(reference);
      const said = {
        outcome: 'signed' as const,
        order: order.id,
        sha256: bytes ?? order.sha256,
        signer: as ?? order.signer,
        at: clock(),
        proof: new Uint8Array(),
      };
      return settle(reference, { ...said, proof: forged ? randomBytes(32) : proofOf(said) }, calls);
    },
    declines: (reference: string, calls = 1) =>
      settle(reference, { outcome: 'declined', order: of(reference).order.id, at: clock() }, calls),
  };
  const letTimeOut = (reference: string) => settle(reference, { outcome: 'timed-out', order: of(reference).order.id, at: clock() }, 1);
  const answerForAnother = (reference: string, other: string) => {
    const { answer } = of(other);
    if (answer) of(reference).answer = answer;
  };
  return {
    service,
    person,
    letTimeOut,
    answerForAnother,
    callBack: calledBack,
    goDown: () => {
      reachable = false;
    },
    comeBack: () => {
      reachable = true;
    },
    forgeFromNowOn: () => {
      forged = true;
    },
  };
}
