import { randomBytes } from 'node:crypto';
import type { SignatureAnswer, SignatureOrder } from '../../domain/documents/signature-order.ts';
import type { Clock } from '../clock.ts';
import type { SigningService } from './signing-service.ts';

/** Where the fictional service has its pages. */
export const DEMO_SIGNING_PATH = '/demo/underskrift';

/** What is held of an order, and where the person is sent back. */
export type HeldOrder = { readonly order: SignatureOrder; readonly returnTo: string };

/** A signing service in the program itself, for the demonstration: it forgets everything when the program ends, and proves nothing. */
export type DemoSigning = {
  readonly service: SigningService;
  /** The order with this reference, as long as nothing has come of it. */
  readonly find: (reference: string) => HeldOrder | undefined;
  /** The person signs, as who they are or as somebody else, or declines. */
  readonly answer: (reference: string, what: 'sign' | 'sign-as-other' | 'decline') => HeldOrder | undefined;
};

export function demoSigning(clock: Clock): DemoSigning {
  const held = new Map<string, HeldOrder>();
  const references = new Map<string, string>();
  const answers = new Map<string, SignatureAnswer>();
  // What somebody else signed is refused here, and whoever it was meant for can still sign.
  const isOver = (answer: SignatureAnswer | undefined, { order }: HeldOrder) =>
    answer !== undefined && (answer.outcome !== 'signed' || answer.signer === order.signer);
  const find = (reference: string) => {
    const found = held.get(reference);
    return found && !isOver(answers.get(reference), found) ? found : undefined;
  };
  return {
    service: {
      begin: (order, returnTo) => {
        const reference = references.get(order.id) ?? randomBytes(12).toString('hex');
        references.set(order.id, reference);
        held.set(reference, { order, returnTo });
        return Promise.resolve({ reference, address: `${DEMO_SIGNING_PATH}/${reference}` });
      },
      collect: (reference) => Promise.resolve(answers.get(reference)),
    },
    find,
    answer: (reference, what) => {
      const found = find(reference);
      if (!found) return undefined;
      const { id: order, sha256, signer } = found.order;
      const at = clock.now();
      if (what === 'decline') answers.set(reference, { outcome: 'declined', order, at });
      else {
        const by = what === 'sign' ? signer : `${signer}-annan`;
        answers.set(reference, { outcome: 'signed', order, sha256, signer: by, at, proof: new TextEncoder().encode('demo') });
      }
      return found;
    },
  };
}
