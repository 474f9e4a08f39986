import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secret } from '../config/index.ts';
import { type TrustedKey, trustedKey } from './note.ts';

/** The key that checkpoints are signed with. `id` says which, also in the database; `publicPem` may be given to anyone. */
export type SigningKey = TrustedKey & { readonly privateKey: KeyObject; readonly publicPem: string };

/** In the data folder, when no key is given. */
export const KEY_FILE = 'audit-signing-key.pem';

/**
 * The given key (PKCS #8 Ed25519, as PEM or as base64 of its DER); or the one in the data folder, made at the first start, readable by us alone.
 * Undefined when the given text is no such key.
 */
export async function loadSigningKey({ given, folder }: { given?: Secret | undefined; folder: string }): Promise<SigningKey | undefined> {
  return given ? parseSigningKey(given.reveal()) : parseSigningKey(await keyInFolder(folder));
}

/** Reads a private Ed25519 key: PEM, or base64 of PKCS #8 DER; a PEM with its line breaks written as \n is also read. Undefined when it is none. */
export function parseSigningKey(text: string): SigningKey | undefined {
  try {
    const pem = text.replaceAll('\\n', '\n').trim();
    const privateKey = pem.startsWith('-----')
      ? createPrivateKey(pem)
      : createPrivateKey({ key: Buffer.from(pem, 'base64'), format: 'der', type: 'pkcs8' });
    const trusted = trustedKey(privateKey);
    return { ...trusted, privateKey, publicPem: pemOf(trusted.key) };
  } catch {
    return undefined;
  }
}

/** Reads a public Ed25519 key as PEM. Undefined when it is none, or a private one. */
export function parsePublicKey(pem: string): TrustedKey | undefined {
  if (pem.includes('PRIVATE')) return undefined;
  try {
    return trustedKey(createPublicKey(pem));
  } catch {
    return undefined;
  }
}

/** A public key as PEM (SPKI). */
export function pemOf(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'spki' }).toString();
}

/** The key is written beside and linked to its name, so that of two that start at once one wins, and nobody reads half a key. */
async function keyInFolder(folder: string): Promise<string> {
  const file = join(folder, KEY_FILE);
  const found = await readFile(file, 'utf8').catch(ifMissing);
  if (found !== undefined) return found;
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  await writeFile(beside, pem, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(beside, file).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(beside);
  }
  return readFile(file, 'utf8');
}

function ifMissing(error: unknown): undefined {
  if (!hasCode(error, 'ENOENT')) throw error;
  return undefined;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
