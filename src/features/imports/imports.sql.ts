import { sql } from 'kysely';
import type { ImportedText } from '../../domain/imports/imported-text.ts';
import type { Tx } from '../../platform/index.ts';

/** A file that was read, without its text. `created`: a moment, ISO 8601. */
export type ImportRow = {
  readonly id: string;
  readonly county: string;
  readonly file: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly title: string | null;
  readonly created: string;
};

export type NewImport = Omit<ImportRow, 'created'> & {
  readonly organisation: string;
  readonly text: ImportedText;
  readonly at: Temporal.Instant;
};

const COLUMNS = sql`id, county_code as county, file_name as file, media_type as "mediaType", sha256, bytes, pages, title,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created`;

/** Keeps what was read. Answers false when the same file is kept in the county already, or something else under the id. */
export async function insertImport(tx: Tx, { at, organisation, text, ...row }: NewImport): Promise<boolean> {
  const { rows } = await sql`
    insert into import (id, county_code, organisation_id, file_name, media_type, sha256, bytes, pages, title, content, created_at)
    values (${row.id}, ${row.county}, ${organisation}, ${row.file}, ${row.mediaType}, ${row.sha256}, ${row.bytes}, ${row.pages}, ${row.title},
      ${JSON.stringify(text)}, ${at.toString()})
    on conflict do nothing returning id`.execute(tx);
  return rows.length === 1;
}

/** The imports of a county, the latest first. */
export async function listImports(tx: Tx, county: string): Promise<ImportRow[]> {
  const { rows } =
    await sql<ImportRow>`select ${COLUMNS} from import where county_code = ${county} order by created_at desc, id desc`.execute(tx);
  return rows;
}

/** The import of a file in a county. */
export async function findImportOf(tx: Tx, county: string, sha256: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${COLUMNS} from import where county_code = ${county} and sha256 = ${sha256}`.execute(tx);
  return rows[0];
}

/** An import with its text; undefined when there is none that the one who asks may see. */
export async function findImport(tx: Tx, id: string): Promise<(ImportRow & { readonly text: ImportedText }) | undefined> {
  const { rows } = await sql<ImportRow & { text: ImportedText }>`select ${COLUMNS}, content as text from import where id = ${id}`.execute(
    tx,
  );
  return rows[0];
}
