import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Secret } from '../config/secret.ts';
import type { PersonKeys } from './person-keys.ts';
import { headerFor, NONCE_BYTES, readSealed, type SealedValue, TAG_BYTES } from './sealed-value.ts';

/** Encrypts and finds the values of columns that hold who a person is. Holds the keys; shows none. */
export type KeyRing = {
  /**
   * The text under the current key (AES-256-GCM, a new random nonce each time, so that equal texts look different). `context` says
   * where the value belongs, `person.number:<row id>`: it can be decrypted only with the same context. One key is good for some
   * 2^32 values; rotate long before.
   */
  encrypt(plain: string, context: string): Buffer;
  /** The text again. Throws `SecretsError` when the value is damaged, belongs elsewhere or was made with a key that is not here. */
  decrypt(bytes: Uint8Array, context: string): string;
  /** Was the value made with another key than the current? What cannot be read at all throws `SecretsError`. */
  needsRotation(bytes: Uint8Array): boolean;
  /** 32 bytes, the same for the same text and hash key: HMAC-SHA-256. Give the normalised number; another hash key means new hashes of every row. */
  lookupHash(text: string): Buffer;
};

/** `secret-malformed`: no value of ours. `secret-key-unknown`: its key is not on the ring. `secret-not-authentic`: changed, or another context. */
export type SecretsErrorCode = 'secret-malformed' | 'secret-key-unknown' | 'secret-not-authentic';

/** A value that should have been readable was not. Carries a code and nothing of value, key or context, and no cause. */
export class SecretsError extends Error {
  readonly code: SecretsErrorCode;

  constructor(code: SecretsErrorCode) {
    super(code);
    this.name = 'SecretsError';
    this.code = code;
  }
}

const CIPHER = 'aes-256-gcm';

/** Separates these hashes from any other use of the same key. */
const HASH_PURPOSE = 'overens/lookup/1\0';

/** Makes a ring of parsed keys (`personKeysSchema`, `readOrCreateKeyFile`). */
export function createKeyRing({ keys, hashKey }: PersonKeys): KeyRing {
  const byId = new Map(keys.map(({ id, key }) => [id, keyObject(key)]));
  const current = keys[0].id;
  const currentKey = keyObject(keys[0].key);
  const hashing = keyObject(hashKey);
  return {
    encrypt(plain, context) {
      const header = headerFor(current);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, currentKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(bound(header, context));
      const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([header, nonce, cipher.getAuthTag(), ciphertext]);
    },
    decrypt(bytes, context) {
      const { sealed, key } = locate(byId, bytes);
      return open(sealed, key, context);
    },
    needsRotation: (bytes) => locate(byId, bytes).sealed.keyId !== current,
    lookupHash: (text) => createHmac('sha256', hashing).update(HASH_PURPOSE).update(text, 'utf8').digest(),
  };
}

function locate(byId: ReadonlyMap<string, KeyObject>, bytes: Uint8Array): { sealed: SealedValue; key: KeyObject } {
  const sealed = readSealed(bytes);
  if (!sealed) throw new SecretsError('secret-malformed');
  const key = byId.get(sealed.keyId);
  if (!key) throw new SecretsError('secret-key-unknown');
  return { sealed, key };
}

function open({ header, nonce, tag, ciphertext }: SealedValue, key: KeyObject, context: string): string {
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(bound(header, context));
  decipher.setAuthTag(tag);
  const start = decipher.update(ciphertext);
  try {
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch {
    throw new SecretsError('secret-not-authentic');
  }
}

/** A value without a place could be moved anywhere: an empty context is a bug. */
function bound(header: Buffer, context: string): Buffer {
  if (context === '') throw new RangeError('A secret needs a context');
  return Buffer.concat([header, Buffer.from(context, 'utf8')]);
}

function keyObject(key: Secret): KeyObject {
  return createSecretKey(Buffer.from(key.reveal(), 'base64'));
}
