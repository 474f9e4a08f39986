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

/** Every sentence of the newest version of every agreement that had begun on the day (else its first), in reading order. */
export async function listLawSentences(tx: Tx, on: string): Promise<LawSentence[]> {
  const { rows } = await sql<LawSentence>`
    with current as (
      select distinct on (slug) slug, label, content ->> 'short' as short, lower(applies)::text as "writtenOn"
      from agreement_version order by slug, (lower(applies) <= ${on}::date) desc, abs(lower(applies) - ${on}::date)
    )
    select c.slug, c.label, c.short, a.county_code as county, s.section_id || '.' || s.sentence_id as cite,
      s.position, s.text, c."writtenOn"
    from current c join agreement a using (slug) join sentence s using (slug, label)
    order by c.slug collate "C", s.position`.execute(tx);
  return rows;
}
