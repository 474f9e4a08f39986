import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** A sentence of an agreement with what the law check needs: where it stands (`position` counts through the text) and when its text was made. */
export type LawSentence = {
  slug: string;
  label: string;
  short: string;
  county: string;
  cite: string;
  position: number;
  text: string;
  writtenOn: string;
};

/** Every agreement that has a version, in the order of the code points of its slug. */
export async function listSlugs(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`select distinct slug collate "C" as slug from agreement_version order by 1`.execute(tx);
  return rows.map(({ slug }) => slug);
}

/** A version of an agreement as the law check sees it: when its text was made, and what in it has gone stale by fact. */
export type LawVersion = {
  slug: string;
  label: string;
  short: string;
  county: string;
  writtenOn: string;
  stale: { since: string; text: string; cites: string[] }[];
};

/** The versions of an agreement, oldest first. */
export async function listLawVersions(tx: Tx, slug: string): Promise<LawVersion[]> {
  const { rows } = await sql<LawVersion>`
    select slug, v.label, v.content ->> 'short' as short, a.county_code as county, lower(v.applies)::text as "writtenOn", v.content -> 'stale' as stale
    from agreement_version v join agreement a using (slug) where slug = ${slug} order by lower(v.applies)`.execute(tx);
  return rows;
}

/** Every sentence of every version of an agreement, in reading order. */
export async function listSentences(tx: Tx, slug: string): Promise<{ label: string; cite: string; position: number; text: string }[]> {
  const { rows } = await sql<{ label: string; cite: string; position: number; text: string }>`
    select label, section_id || '.' || sentence_id as cite, position, text from sentence where slug = ${slug} order by position`.execute(
    tx,
  );
  return rows;
}
