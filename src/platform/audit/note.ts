import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Checkpoint, checkpointText, parseCheckpoint } from '../../domain/audit/checkpoint.ts';

/** A public Ed25519 key by the name it is trusted under. `id`: hex of the first 8 bytes of SHA-256 of its 32 bytes. */
export type TrustedKey = { readonly id: string; readonly key: KeyObject };

/** The key a private or public Ed25519 key is verified with. Throws when it is of another kind. */
export function trustedKey(key: KeyObject): TrustedKey {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return { id: createHash('sha256').update(rawKey(publicKey)).digest('hex').slice(0, 16), key: publicKey };
}

/** The signature over the text of the checkpoint, 64 bytes. */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): Buffer {
  return sign(null, Buffer.from(checkpointText(checkpoint)), privateKey);
}

/** Is the signature over the text of the checkpoint by this key? Worked out beside the main thread. */
export function isSignedBy(checkpoint: Checkpoint, signature: Uint8Array, { key }: TrustedKey): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, Buffer.from(checkpointText(checkpoint)), key, signature, (error, valid) => (error ? reject(error) : resolve(valid)));
  });
}

/** The checkpoint as a signed note (C2SP signed-note): its text, an empty line, and `— origin base64(key hash || signature)`. */
export function writeNote(checkpoint: Checkpoint, signature: Uint8Array, { key }: TrustedKey): string {
  const signed = Buffer.concat([noteKeyHash(checkpoint.origin, key), signature]).toString('base64');
  return `${checkpointText(checkpoint)}\n— ${checkpoint.origin} ${signed}\n`;
}

/** Reads a signed note; `signature` without its key hash. Undefined when it is none, or when its key hash is of none of the keys. */
export function readNote(
  note: string,
  keys: readonly TrustedKey[],
): { checkpoint: Checkpoint; signature: Buffer; key: TrustedKey | undefined } | undefined {
  const [, text = '', name, encoded] = /^([\s\S]*\n)\n— (\S+) ([A-Za-z0-9+/=]+)\n$/.exec(note) ?? [];
  const checkpoint = parseCheckpoint(text);
  const signed = Buffer.from(encoded ?? '', 'base64');
  if (!checkpoint || name !== checkpoint.origin || signed.length !== 68) return undefined;
  const hash = signed.subarray(0, 4);
  return { checkpoint, signature: signed.subarray(4), key: keys.find(({ key }) => noteKeyHash(checkpoint.origin, key).equals(hash)) };
}

/** SHA-256(name || line break || 0x01 || key), its first four bytes: 0x01 is Ed25519. */
function noteKeyHash(name: string, key: KeyObject): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([1]))
    .update(rawKey(key))
    .digest()
    .subarray(0, 4);
}

function rawKey(key: KeyObject): Buffer {
  const { crv, x } = key.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || typeof x !== 'string') throw new TypeError('not an Ed25519 key');
  return Buffer.from(x, 'base64url');
}
