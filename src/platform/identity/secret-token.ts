import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a cookie: 256 random bits as hex. */
export function newSecret(): string {
  return randomBytes(32).toString('hex');
}

/** What is kept of a secret: its SHA-256. Undefined when the text cannot be a secret of ours. */
export function hashOfSecret(secret: string): Buffer | undefined {
  return /^[0-9a-f]{64}$/.test(secret) ? createHash('sha256').update(Buffer.from(secret, 'hex')).digest() : undefined;
}
