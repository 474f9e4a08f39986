import { sql } from 'kysely';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Tx } from '../../platform/index.ts';

/** What the register needs of a version: everything but the text and the matrix. */
export type RegisterVersion = Omit<AgreementFile, 'sections' | 'responsibilities' | 'actors' | 'matrix'>;

/** Every version of every agreement, without text, ordered by slug and first day. Read in one pass each: made into `jsonb` first, it would take four times as long. */
export async function listRegisterVersions(tx: Tx): Promise<RegisterVersion[]> {
  const { rows } = await sql<{ content: RegisterVersion }>`
    select (select json_object_agg(key, value) from json_each(content)
      where key not in ('sections', 'responsibilities', 'actors', 'matrix')) as content
    from agreement_version order by slug collate "C", lower(applies)`.execute(tx);
  return rows.map((row) => row.content);
}

/** Every version of one agreement in full, oldest first; empty when there is no such agreement. */
export async function listVersions(tx: Tx, slug: string): Promise<AgreementFile[]> {
  const { rows } = await sql<{ content: AgreementFile }>`
    select content from agreement_version where slug = ${slug} order by lower(applies)`.execute(tx);
  return rows.map((row) => row.content);
}

/** Every version in full of the agreements of one county, by slug and first day. */
export async function listVersionsOfCounty(tx: Tx, county: string): Promise<AgreementFile[]> {
  const { rows } = await sql<{ content: AgreementFile }>`
    select v.content from agreement_version v join agreement a using (slug)
    where a.county_code = ${county} order by slug, lower(v.applies)`.execute(tx);
  return rows.map((row) => row.content);
}
