import type { SignatureAnswer, SignatureOrder } from '../../domain/documents/signature-order.ts';

/** Where an order is at the service, and where the person goes to sign. */
export type BegunOrder = { readonly reference: string; readonly address: string };

/**
 * An outside service for electronic signatures, as we need it. One adapter for each service speaks its protocol; everything else knows this alone. The contract
 * is in docs/how-to/connect-a-signing-service.md.
 */
export type SigningService = {
  /**
   * Puts an order at the service. The same order again answers the same reference, so a call that was cut off may be repeated. `returnTo`: where the person is sent afterwards; that they come back
   * says nothing of whether they signed.
   */
  begin(order: SignatureOrder, returnTo: string): Promise<BegunOrder>;
  /**
   * What became of an order; undefined while nothing has. The adapter has tried the service's own signature on its answer, and throws `SigningServiceFault`
   * for one that fails, or when the service cannot be reached.
   */
  collect(reference: string): Promise<SignatureAnswer | undefined>;
};

/** The service did not answer, or answered what cannot be trusted. The order stands as it did, and is asked about again later. */
export class SigningServiceFault extends Error {
  readonly why: 'unreachable' | 'answer-not-trusted';

  constructor(why: 'unreachable' | 'answer-not-trusted', cause?: unknown) {
    super(`signing service: ${why}`, { cause });
    this.name = 'SigningServiceFault';
    this.why = why;
  }
}
