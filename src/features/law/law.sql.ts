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

/** A statement that has gone stale by fact rather than by repeal, with where it stands. */
export type StaleStatement = { slug: string; short: string; county: string; cite: string; since: string; text: string };

/** What has gone stale by fact in the newest version of each agreement, on the day. */
export async function listStaleStatements(tx: Tx, on: string): Promise<StaleStatement[]> {
  const { rows } = await sql<StaleStatement>`
    with current as (
      select distinct on (slug) slug, content from agreement_version
      order by slug, (lower(applies) <= ${on}::date) desc, abs(lower(applies) - ${on}::date)
    )
    select c.slug, c.content ->> 'short' as short, a.county_code as county,
      stale -> 'cites' ->> 0 as cite, stale ->> 'since' as since, stale ->> 'text' as text
    from current c join agreement a using (slug), jsonb_array_elements(c.content -> 'stale') as stale
    where stale ->> 'since' <= ${on}
    order by c.slug, stale ->> 'since'`.execute(tx);
  return rows;
}
