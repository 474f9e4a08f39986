import { createHash, sign, verify } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import type { BackupKeys } from '../../secrets/index.ts';
import { openSealed, saltOf, sealing } from './sealed-file.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const FileName = z.string().regex(/^[0-9]{4}\.copy$/);
const Name = z.string().min(1).max(200);

const Manifest = z.strictObject({
  format: z.literal(2),
  /** Of this backup and no other, as hex: its files hold it too. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  program: z.string(),
  at: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: Hash })),
  tables: z.array(
    z.strictObject({
      name: Name,
      columns: z.array(Name),
      order: z.string(),
      file: FileName,
      rows: z.int().min(0),
      bytes: z.int().min(0),
      sha256: Hash,
    }),
  ),
  parts: z.array(z.strictObject({ of: Name, name: Name, bounds: z.string() })),
  sequences: z.array(z.strictObject({ name: Name, last: z.string().nullable() })),
});

/** What a backup says of itself: of which program and moment it is, the migrations of its database, and every table with its rows and SHA-256. */
export type Manifest = z.infer<typeof Manifest>;
export type CopiedTable = Manifest['tables'][number];

/** Encrypted as the tables are, and signed (Ed25519) as it then is: by which key, and the signature as base64. */
export const MANIFEST_FILE = 'manifest.sealed';
export const SIGNATURE_FILE = 'manifest.signature';

const NOT_COPY = { mode: 0o600, flag: 'wx', flush: true } as const;

/** Written last: a folder without it is no backup. */
export async function writeManifest(folder: string, manifest: Manifest, keys: BackupKeys): Promise<void> {
  const pieces: Buffer[] = [];
  const sealed = sealing(keys, Buffer.from(manifest.salt, 'hex'), MANIFEST_FILE, async (bytes) => void pieces.push(bytes));
  await sealed.write(Buffer.from(JSON.stringify(manifest, null, 2)));
  await sealed.end();
  const bytes = Buffer.concat(pieces);
  await writeFile(join(folder, SIGNATURE_FILE), `${keys.id} ${sign(null, bytes, keys.privateKey).toString('base64')}\n`, NOT_COPY);
  await writeFile(join(folder, MANIFEST_FILE), bytes, NOT_COPY);
}

type Unreadable = 'backup-missing' | 'backup-damaged' | 'backup-other-key';

/**
 * Reads a backup's manifest and tries every file against it. Refuses `backup-missing` (no manifest there), `backup-other-key` (it was made with another
 * key than this) and `backup-damaged`, with the file that is gone, not as it was written, or of another backup.
 */
export async function readBackup(folder: string, keys: BackupKeys): Promise<Manifest | Refusal<Unreadable>> {
  const manifest = await readManifest(folder, keys);
  if ('refused' in manifest) return manifest;
  for (const { file, bytes, sha256 } of manifest.tables) {
    if (!(await isAsWritten(openTable(folder, file, manifest, keys), { bytes, sha256 }))) return refuse('backup-damaged', { file });
  }
  return manifest;
}

/** What a table's file holds. Throws `NotAsSealed` where it is not as it was written. */
export function openTable(folder: string, file: string, { salt }: Manifest, keys: BackupKeys): AsyncGenerator<Buffer, void> {
  return openSealed(join(folder, file), file, keys, Buffer.from(salt, 'hex'));
}

async function readManifest(folder: string, keys: BackupKeys): Promise<Manifest | Refusal<Unreadable>> {
  const bytes = await readFile(join(folder, MANIFEST_FILE)).catch(() => undefined);
  if (bytes === undefined) return refuse('backup-missing', { folder });
  const [by = '', signature = ''] = (await readFile(join(folder, SIGNATURE_FILE), 'utf8').catch(() => '')).trim().split(' ');
  if (/^[0-9a-f]{16}$/.test(by) && by !== keys.id) return refuse('backup-other-key', { by });
  const damaged = refuse('backup-damaged', { file: MANIFEST_FILE });
  if (!verify(null, bytes, keys.publicKey, Buffer.from(signature, 'base64'))) return damaged;
  try {
    const pieces: Buffer[] = [];
    for await (const piece of openSealed(join(folder, MANIFEST_FILE), MANIFEST_FILE, keys)) pieces.push(piece);
    const manifest = Manifest.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
    return saltOf(bytes)?.toString('hex') === manifest.salt ? manifest : damaged;
  } catch {
    return damaged;
  }
}

async function isAsWritten(pieces: AsyncIterable<Buffer>, expected: { bytes: number; sha256: string }): Promise<boolean> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch {
    return false;
  }
  return bytes === expected.bytes && hash.digest('hex') === expected.sha256;
}
