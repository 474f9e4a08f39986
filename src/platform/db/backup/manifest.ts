import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Refusal, refuse } from '../../../domain/refusal.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const FileName = z.string().regex(/^[0-9]{4}\.copy$/);
const Name = z.string().min(1).max(200);

const Manifest = z.strictObject({
  format: z.literal(1),
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

export const MANIFEST_FILE = 'manifest.json';
const SUM_FILE = 'manifest.sha256';

const NOT_COPY = { mode: 0o600, flag: 'wx', flush: true } as const;

/** Written last: a folder without it is no backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, SUM_FILE), `${sha256(text)}  ${MANIFEST_FILE}\n`, NOT_COPY);
  await writeFile(join(folder, MANIFEST_FILE), text, NOT_COPY);
}

/**
 * Reads a backup's manifest and tries every file against it. Refuses `backup-missing` (no manifest there) and `backup-damaged`, with the file
 * that is gone or not as it was written.
 */
export async function readBackup(folder: string): Promise<Manifest | Refusal<'backup-missing' | 'backup-damaged'>> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return refuse('backup-missing', { folder });
  const sum = await readFile(join(folder, SUM_FILE), 'utf8').catch(() => '');
  const manifest = sum.split(' ', 1)[0] === sha256(text) ? parsed(text) : undefined;
  if (!manifest) return refuse('backup-damaged', { file: MANIFEST_FILE });
  for (const { file, sha256: expected } of manifest.tables) {
    if ((await hashOfFile(join(folder, file))) !== expected) return refuse('backup-damaged', { file });
  }
  return manifest;
}

function parsed(text: string): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function hashOfFile(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
