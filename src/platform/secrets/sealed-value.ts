/**
 * An encrypted value as bytes: version 1, length of the key's id, the id in ASCII, nonce of 12, tag of 16, ciphertext. Everything
 * before the nonce is the header, which is authenticated with the value.
 */
export type SealedValue = {
  readonly header: Buffer;
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly tag: Buffer;
  readonly ciphertext: Buffer;
};

export const VERSION = 1;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** The header of a value encrypted under a key. */
export function headerFor(keyId: string): Buffer {
  return Buffer.concat([Buffer.from([VERSION, keyId.length]), Buffer.from(keyId, 'ascii')]);
}

/** Takes a value apart; undefined when it is too short, or of a version that is not known. */
export function readSealed(bytes: Uint8Array): SealedValue | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [version, length = 0] = all;
  const nonceAt = 2 + length;
  const tagAt = nonceAt + NONCE_BYTES;
  const textAt = tagAt + TAG_BYTES;
  if (version !== VERSION || length === 0 || all.length < textAt) return undefined;
  return {
    header: all.subarray(0, nonceAt),
    keyId: all.toString('ascii', 2, nonceAt),
    nonce: all.subarray(nonceAt, tagAt),
    tag: all.subarray(tagAt, textAt),
    ciphertext: all.subarray(textAt),
  };
}
