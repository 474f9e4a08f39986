import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { SignatureAnswer, SignatureOrder } from '../../domain/documents/signature-order.ts';
import { type BegunOrder, type SigningService, SigningServiceFault } from './signing-service.ts';

/** How long the service may think, and how much it may answer. */
const PATIENCE = 8_000;
const MOST_ANSWER = 2_000_000;

/** The header that carries the signature of a body: HMAC-SHA256 of its bytes under the shared key, hexadecimal. */
export const SIGNATURE_HEADER = 'overens-signature';

const Begun = z.strictObject({ reference: z.string().min(1).max(400), address: z.url({ protocol: /^https?$/ }).max(2000) });

const At = z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text));
const Answer = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('signed'),
    order: z.string(),
    sha256: z.string(),
    signer: z.string(),
    at: At,
    proof: z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  }),
  z.strictObject({ outcome: z.enum(['declined', 'timed-out']), order: z.string(), at: At }),
]);

type Options = { readonly url: string; readonly key: string; readonly callBack: string; readonly fetch?: typeof fetch };

/** A service, or a bridge to one, that speaks the contract of docs/how-to/connect-a-signing-service.md. What it sends is signed with the shared key, or not believed. */
export function httpSigningService({ url, key, callBack, fetch: ask = fetch }: Options): SigningService {
  const call = async (path: string, body: string | undefined): Promise<{ status: number; said: string }> => {
    const method = body === undefined ? 'GET' : 'PUT';
    const signed = { [SIGNATURE_HEADER]: signatureOf(key, body ?? `${method} ${path}`) };
    const headers = body === undefined ? signed : { ...signed, 'content-type': 'application/json' };
    const init = {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      ...(body === undefined ? {} : { body }),
    } as const;
    try {
      const answer = await ask(`${url}${path}`, init);
      if (answer.status !== 200 && answer.status !== 204) {
        await answer.body?.cancel();
        throw new SigningServiceFault('unreachable');
      }
      const said = await readAtMost(answer, MOST_ANSWER);
      if (said === undefined) throw new SigningServiceFault('answer-not-trusted');
      const isSigned = isSignedWith(key, said, answer.headers.get(SIGNATURE_HEADER));
      if (answer.status === 200 && !isSigned) throw new SigningServiceFault('answer-not-trusted');
      return { status: answer.status, said: said.toString('utf8') };
    } catch (error) {
      throw error instanceof SigningServiceFault ? error : new SigningServiceFault('unreachable', error);
    }
  };
  return {
    begin: async (order: SignatureOrder, returnTo: string): Promise<BegunOrder> => {
      const { id, sha256, signer, seat, expiresAt } = order;
      const asked = { sha256, signer, seat, expiresAt: expiresAt.toString(), returnTo, callBack };
      return read(Begun, await call(`/orders/${encodeURIComponent(id)}`, JSON.stringify(asked)));
    },
    collect: async (reference: string): Promise<SignatureAnswer | undefined> => {
      const answer = await call(`/answers/${encodeURIComponent(reference)}`, undefined);
      return answer.status === 204 ? undefined : read(Answer, answer);
    },
  };
}

/** The bytes of an answer; undefined, and nothing more of it is read, once there are more of them than `most`, whatever it says of its own length. */
async function readAtMost({ body }: Response, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    // Leaving the loop ends the answer.
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether a body is signed with the key, as what the service sends must be. */
export function isSignedWith(key: string, body: string | Uint8Array, signature: string | null | undefined): boolean {
  if (!signature || !/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signatureOf(key, body), 'hex'), Buffer.from(signature, 'hex'));
}

/** The signature of a body under the key. */
export function signatureOf(key: string, body: string | Uint8Array): string {
  return createHmac('sha256', key).update(body).digest('hex');
}

function read<Schema extends z.ZodType>(schema: Schema, { said }: { said: string }): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(said));
  } catch (error) {
    throw new SigningServiceFault('answer-not-trusted', error);
  }
}
