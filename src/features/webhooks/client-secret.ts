import { createHash, randomBytes } from 'node:crypto';

/** How a secret of ours begins, so that whoever finds one knows what it is. */
const PREFIX = 'overens_';

/** A new secret for a huvudman's own system: 256 random bits. */
export function newClientSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64url')}`;
}

/** What is kept of it: its SHA-256. Undefined when the text cannot be a secret of ours. */
export function hashOfClientSecret(secret: string): Buffer | undefined {
  return /^overens_[\w-]{43}$/.test(secret) ? createHash('sha256').update(secret).digest() : undefined;
}
