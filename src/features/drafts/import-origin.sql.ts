import { sql } from 'kysely';
import type { LeftOut } from '../../domain/drafts/left-out.ts';
import type { Tx } from '../../platform/index.ts';

/** What a working copy was made from: the file, when it was read, who had gone through what was proposed, and what did not come along. */
export type ImportOrigin = {
  readonly importId: string;
  readonly kind: 'county' | 'local';
  readonly file: string;
  readonly sha256: string;
  /** A moment, ISO 8601. */
  readonly read: string;
  readonly counts: Readonly<Record<'waiting' | 'accepted' | 'changed' | 'rejected', number>>;
  readonly leftOut: readonly LeftOut[];
};

export async function insertImportOrigin(
  tx: Tx,
  draft: string,
  { importId, kind, file, sha256, read, counts, leftOut, reviewers }: ImportOrigin & { readonly reviewers: readonly string[] },
): Promise<void> {
  await sql`insert into draft_import (draft_id, import_id, kind, file_name, sha256, read_at, reviewers, counts, left_out)
    values (${draft}, ${importId}, ${kind}, ${file}, ${sha256}, ${read}, ${[...reviewers]}, ${JSON.stringify(counts)}, ${JSON.stringify(leftOut)})`.execute(
    tx,
  );
}

/** The draft that was made of an import as an agreement of this kind and that is not abandoned, if any. The import should be locked first. */
export async function findDraftOfImport(tx: Tx, importId: string, kind: ImportOrigin['kind']): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string;
  }>`select d.draft_id as id from draft_import d where d.import_id = ${importId} and d.kind = ${kind} and not exists (
      select from act a where a.subject_kind = 'draft' and a.subject_id = d.draft_id and a.kind = 'drafts.abandon')`.execute(tx);
  return rows[0]?.id;
}

/** What a draft was made from, with the names of those who had answered; undefined when it was not made from a file. */
export async function findImportOrigin(tx: Tx, draft: string): Promise<(ImportOrigin & { readonly reviewers: string[] }) | undefined> {
  const { rows } = await sql<ImportOrigin & { reviewers: string[] }>`
    select import_id as "importId", kind, file_name as file, sha256, to_char(read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as read, counts,
      left_out as "leftOut",
      coalesce((select json_agg(a.name order by a.name) from account a where a.id = any (d.reviewers)), '[]') as reviewers
    from draft_import d where draft_id = ${draft}`.execute(tx);
  return rows[0];
}
