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

/** A version of an agreement as the law check sees it: when its text was made, what in it has gone stale by fact, and its sentences in reading order. */
export type LawVersion = {
  slug: string;
  label: string;
  short: string;
  county: string;
  writtenOn: string;
  stale: { since: string; text: string; cites: string[] }[];
  /** `cite`, position and text. One value for them all: a row for each would take longer to read than to look through. */
  sentences: [string, number, string][];
};

/** The versions of an agreement, oldest first. */
export async function listLawVersions(tx: Tx, slug: string): Promise<LawVersion[]> {
  const { rows } = await sql<LawVersion>`
    select slug, v.label, v.content ->> 'short' as short, a.county_code as county, lower(v.applies)::text as "writtenOn", v.content -> 'stale' as stale,
      (select coalesce(json_agg(json_build_array(s.section_id || '.' || s.sentence_id, s.position, s.text) order by s.position), '[]')
        from sentence s where s.slug = v.slug and s.label = v.label) as sentences
    from agreement_version v join agreement a using (slug) where slug = ${slug} order by lower(v.applies)`.execute(tx);
  return rows;
}
