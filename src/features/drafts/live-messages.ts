import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type LivePerson, liveMessage } from '../../domain/drafts/live-form.ts';

/** What a browser says. */
export type LiveSaying =
  | { readonly kind: 'asks'; readonly vector: Uint8Array }
  | { readonly kind: 'typed'; readonly bytes: Uint8Array }
  | { readonly kind: 'cursor'; readonly client: number; readonly clock: number; readonly state: string }
  | { readonly kind: 'save' };

/** The kinds of sync messages of y-protocols: what somebody has, what somebody lacks, and what is new. */
const [STEP_1, STEP_2, UPDATE] = [0, 1, 2];

const MOST_CURSOR = 2_000;

/** A message read; undefined when it is none of ours. Throws on bytes that are no message at all. */
export function readMessage(message: Uint8Array): LiveSaying | undefined {
  const from = decoding.createDecoder(message);
  const kind = decoding.readVarUint(from);
  if (kind === liveMessage.save) return { kind: 'save' };
  if (kind === liveMessage.sync) {
    const step = decoding.readVarUint(from);
    const bytes = decoding.readVarUint8Array(from).slice();
    if (step === STEP_1) return { kind: 'asks', vector: bytes };
    return step === STEP_2 || step === UPDATE ? { kind: 'typed', bytes } : undefined;
  }
  if (kind !== liveMessage.cursor) return undefined;
  const inner = decoding.createDecoder(decoding.readVarUint8Array(from));
  if (decoding.readVarUint(inner) !== 1) return undefined;
  const [client, clock, state] = [decoding.readVarUint(inner), decoding.readVarUint(inner), decoding.readVarString(inner)];
  // When somebody leaves, their cursor is taken away by the next number: there has to be one.
  return state.length <= MOST_CURSOR && clock < Number.MAX_SAFE_INTEGER ? { kind: 'cursor', client, clock, state } : undefined;
}

const message = (write: (to: encoding.Encoder) => void): Uint8Array => encoding.encode(write);

const sync = (step: number, bytes: Uint8Array) =>
  message((to) => {
    encoding.writeVarUint(to, liveMessage.sync);
    encoding.writeVarUint(to, step);
    encoding.writeVarUint8Array(to, bytes);
  });

export const writeMessage = {
  /** What we have: tell what we lack. */
  asks: (vector: Uint8Array) => sync(0, vector),
  /** What they lack. */
  answers: (bytes: Uint8Array) => sync(1, bytes),
  update: (bytes: Uint8Array) => sync(2, bytes),
  /** So many of their updates are stored. */
  stored: (count: number) =>
    message((to) => {
      encoding.writeVarUint(to, liveMessage.stored);
      encoding.writeVarUint(to, count);
    }),
  here: (people: readonly LivePerson[]) =>
    message((to) => {
      encoding.writeVarUint(to, liveMessage.here);
      encoding.writeVarString(to, JSON.stringify(people));
    }),
  /** Where somebody is, as y-protocols' awareness has it; `state` is JSON. */
  cursor: (client: number, clock: number, state: string) =>
    message((to) => {
      encoding.writeVarUint(to, liveMessage.cursor);
      const inner = encoding.encode((within) => {
        encoding.writeVarUint(within, 1);
        encoding.writeVarUint(within, client);
        encoding.writeVarUint(within, clock);
        encoding.writeVarString(within, state);
      });
      encoding.writeVarUint8Array(to, inner);
    }),
} as const;
