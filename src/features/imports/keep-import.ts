import { createHash } from 'node:crypto';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Act, newId, type Tx } from '../../platform/index.ts';
import { findImportOf, insertImport } from './imports.sql.ts';
import type { StructuredFile } from './structure-file.ts';

/** A file that was read, and the bytes it was read from. */
export type FileToKeep = StructuredFile & { readonly name: string; readonly bytes: Uint8Array; readonly key?: string | undefined };

type Keeping = { readonly tx: Tx; readonly now: Temporal.Instant; readonly record: (act: Act) => Promise<string> };

const LONGEST_NAME = 200;
const LONGEST_TITLE = 2000;

/**
 * Keeps what was read of a file for a county, with the act. Answers its id; when the county has the same file already, that one's, and nothing changes.
 * Refuses `key-taken` when something else has the id that was asked for (`key`).
 */
export async function keepImport(
  { tx, now, record }: Keeping,
  { name, bytes, mediaType, text, key }: FileToKeep,
  { county, organisation }: { readonly county: string; readonly organisation: string },
): Promise<{ readonly id: string; readonly isNew: boolean } | Refusal<'key-taken'>> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = key ?? newId(now);
  const pages = text.pages.length;
  const title = text.title?.text.slice(0, LONGEST_TITLE) || null;
  const row = { id, county, file: shownName(name), mediaType, sha256, bytes: bytes.length, pages, title };
  if (!(await insertImport(tx, { ...row, organisation, text, at: now }))) {
    const held = await findImportOf(tx, county, sha256);
    return held ? { id: held.id, isNew: false } : refuse('key-taken');
  }
  await record({ kind: 'imports.upload', subject: { kind: 'import', id }, content: { county, sha256, mediaType, pages } });
  return { id, isNew: true };
}

/** The name of a file as people see it: without folders and signs that nobody can see. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(-LONGEST_NAME) || '–'
  );
}
