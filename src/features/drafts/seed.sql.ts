import { sql } from 'kysely';
import { sentencesOf } from '../../domain/agreements/sections.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Tx } from '../../platform/index.ts';

/** Publishes a version of the demonstration as the owner, as `publish_draft` does for whoever acts. */
export async function insertSeedVersion(tx: Tx, { file, act, at }: { file: AgreementFile; act: string; at: string }): Promise<void> {
  const { slug, version, county, kind, area, parent = null } = file;
  const sentences = sentencesOf(file).map(({ sectionId, sentenceId, text }) => ({ section: sectionId, id: sentenceId, text }));
  await sql`insert into agreement (slug, county_code, kind, area, parent) values (${slug}, ${county}, ${kind}, ${area}, ${parent})`.execute(
    tx,
  );
  await sql`insert into agreement_version (slug, label, applies, content, published_at, published_act)
    values (${slug}, ${version.label}, daterange(${version.from}, ${version.to ?? null}::date, '[]'), ${JSON.stringify(file)}, ${at}, ${act})`.execute(
    tx,
  );
  await sql`insert into sentence (slug, label, section_id, sentence_id, position, text)
    select ${slug}, ${version.label}, s ->> 'section', s ->> 'id', nth - 1, s ->> 'text'
    from json_array_elements(${JSON.stringify(sentences)}::json) with ordinality as t (s, nth)`.execute(tx);
  await sql`insert into search_waiting (act_id, at) values (${act}, ${at})`.execute(tx);
  await sql`update catalogue set revision = revision + 1`.execute(tx);
}
