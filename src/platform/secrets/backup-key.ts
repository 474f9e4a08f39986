import { createHash, createPrivateKey, createPublicKey, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { Secret } from '../config/secret.ts';
import { isKey, KEY_BYTES } from './person-keys.ts';
import { secretsTexts as texts } from './texts.ts';

/** The variable of the environment: `BACKUP_KEY`, base64 of 32 bytes. */
export const backupKeyVariables = {
  BACKUP_KEY: z
    .string()
    .refine(isKey, texts.backupKey)
    .transform((text) => new Secret(text))
    .optional(),
} as const;

/**
 * What one backup key is used as: an Ed25519 pair that signs, and a key of its own (AES-256) for each file of each backup, so that no file can take the
 * place of another. `id`: hex of the first 8 bytes of SHA-256 of the public key.
 */
export type BackupKeys = {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  fileKey(salt: Uint8Array, file: string): KeyObject;
};

/** PKCS #8 of an Ed25519 key, as far as its seed. */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The keys that are derived from the one that is kept (HKDF-SHA-256). */
export function backupKeys(key: Secret): BackupKeys {
  const secret = Buffer.from(key.reveal(), 'base64');
  const derive = (salt: Uint8Array, purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `overens/backup/${purpose}`, KEY_BYTES));
  const privateKey = createPrivateKey({ key: Buffer.concat([ED25519, derive(Buffer.alloc(0), 'sign')]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const id = createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);
  return { id, privateKey, publicKey, fileKey: (salt, file) => createSecretKey(derive(salt, `file/${file}`)) };
}
