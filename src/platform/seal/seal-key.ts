import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secret } from '../config/index.ts';
import { parseCertificate, type SealCertificate } from './certificate.ts';

/** What documents are sealed with: a private key (P-256, P-384 or RSA) and the certificate that says whose it is. */
export type Seal = { readonly key: KeyObject; readonly certificate: SealCertificate };

/** In the data folder, when the program makes its own: the key and its certificate, one after the other. */
export const SEAL_FILE = 'demo-seal.pem';

/**
 * The seal of this installation: what is given (each a PEM, or the name of a file with one), else, where `mayMake` allows, one that the program made for
 * itself at its first start and keeps in the data folder, readable by us alone. Undefined where there is none; `unusable` where what is given is no key
 * and certificate that belong together.
 */
export async function loadSeal(asked: {
  readonly key?: Secret | undefined;
  readonly certificate?: string | undefined;
  readonly folder: string;
  readonly mayMake: boolean;
  readonly now: Temporal.Instant;
}): Promise<Seal | 'unusable' | undefined> {
  if (asked.key && asked.certificate) {
    const [key, certificate] = await Promise.all([pemOf(asked.key.reveal()), pemOf(asked.certificate)]);
    return (key && certificate && parseSeal(key, certificate)) || 'unusable';
  }
  if (!asked.mayMake) return undefined;
  const own = await ownPem(asked.folder, asked.now);
  return parseSeal(own, own.slice(own.indexOf('-----BEGIN CERTIFICATE'))) ?? 'unusable';
}

/** A key and a certificate that belong together and are of a kind that we sign with; else undefined. */
export function parseSeal(keyPem: string, certificatePem: string): Seal | undefined {
  const certificate = parseCertificate(certificatePem);
  try {
    const key = createPrivateKey(keyPem);
    const signs = key.asymmetricKeyType === 'ec' || key.asymmetricKeyType === 'rsa';
    return signs && certificate && belongs(key, certificate) ? { key, certificate } : undefined;
  } catch {
    return undefined;
  }
}

function belongs(key: KeyObject, { publicKey }: SealCertificate): boolean {
  const own = key.export({ format: 'jwk' });
  const said = publicKey.export({ format: 'jwk' });
  return own.kty === said.kty && own.n === said.n && own.x === said.x && own.y === said.y;
}

/** A PEM as it is or with its line breaks written as \n, or the file that the text names. */
async function pemOf(text: string): Promise<string | undefined> {
  if (text.includes('-----BEGIN')) return text.replaceAll('\\n', '\n').trim();
  return readFile(text, 'utf8').catch(() => undefined);
}

/** Written beside and linked to its name, so that of two that start at once one wins, and nobody reads half a key. */
async function ownPem(folder: string, now: Temporal.Instant): Promise<string> {
  const file = join(folder, SEAL_FILE);
  const found = await readFile(file, 'utf8').catch(unless('ENOENT'));
  if (found !== undefined) return found;
  const { makeSelfMade } = await import('./make-certificate.ts');
  const { key, certificate } = await makeSelfMade(now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(beside, `${key}${certificate}`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(beside, file).catch(unless('EEXIST'));
  } finally {
    await rm(beside);
  }
  return readFile(file, 'utf8');
}

/** Undefined for the error that is expected; any other is thrown on. */
function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === code) return undefined;
    throw error;
  };
}
