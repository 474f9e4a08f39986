import { sql } from 'kysely';
import { sentencesOf } from '../../domain/agreements/sections.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { KnowledgeFile } from '../../domain/counties/national-files.ts';
import type { Tx } from '../../platform/index.ts';

/** What a write did: nothing when the stored content was already the same. */
export type Effect = 'added' | 'changed' | 'same';

const effectOf = (row: { added: boolean } | undefined): Effect => (row ? (row.added ? 'added' : 'changed') : 'same');

/** Every county, by code. */
export async function listCounties(tx: Tx): Promise<CountyFile[]> {
  const { rows } = await sql<{ content: CountyFile }>`select content from county order by code`.execute(tx);
  return rows.map((row) => row.content);
}

/** A national file by name (`law`, `taxonomy` …); undefined when it has not been loaded. The caller names the type. */
export async function findNationalFile<T>(tx: Tx, name: string): Promise<T | undefined> {
  const { rows } = await sql<{ content: T }>`select content from national_file where name = ${name}`.execute(tx);
  return rows[0]?.content;
}

export async function listKnowledgePages(tx: Tx): Promise<KnowledgeFile[]> {
  const { rows } = await sql<{ content: KnowledgeFile }>`select content from knowledge_page order by id`.execute(tx);
  return rows.map((row) => row.content);
}

export async function putCounty(tx: Tx, county: CountyFile): Promise<Effect> {
  const { rows } = await sql<{ added: boolean }>`
    insert into county (code, name, content) values (${county.code}, ${county.name}, ${JSON.stringify(county)})
    on conflict (code) do update set name = excluded.name, content = excluded.content where county.content::text is distinct from excluded.content::text
    returning xmax = 0 as added`.execute(tx);
  const codes = county.municipalities.map(({ code }) => code);
  await sql`delete from municipality where county_code = ${county.code} and code <> all(${codes})`.execute(tx);
  for (const { code, name } of county.municipalities) {
    await sql`insert into municipality (code, county_code, name) values (${code}, ${county.code}, ${name})
      on conflict (code) do update set name = excluded.name where municipality.name is distinct from excluded.name`.execute(tx);
  }
  return effectOf(rows[0]);
}

/** The first day of the version after this one that was published here: a file does not know that it has been followed. Null when there is none. */
function nextPublished({ slug, version }: AgreementFile) {
  return sql`select min(lower(v.applies)) from agreement_version v
    where v.slug = ${slug} and v.published_at is not null and lower(v.applies) > ${version.from}::date`;
}

/** Puts a version of a file in its place. One that was published here is left as it is, whatever a file says of it. */
export async function putAgreementVersion(tx: Tx, file: AgreementFile): Promise<Effect> {
  await sql`insert into agreement (slug, county_code, kind, area, parent) values (${file.slug}, ${file.county}, ${file.kind}, ${file.area}, ${file.parent ?? null})
    on conflict (slug) do update set county_code = excluded.county_code, kind = excluded.kind, area = excluded.area, parent = excluded.parent`.execute(
    tx,
  );
  const { from, to, label } = file.version;
  const { rows } = await sql<{ added: boolean }>`
    insert into agreement_version (slug, label, applies, content)
    values (${file.slug}, ${label}, daterange(${from}::date, ${to ?? null}::date, '[]') * daterange(null, (${nextPublished(file)})), ${JSON.stringify(file)})
    on conflict (slug, label) do update set applies = excluded.applies, content = excluded.content
      where agreement_version.content::text is distinct from excluded.content::text and agreement_version.published_at is null
    returning xmax = 0 as added`.execute(tx);
  const effect = effectOf(rows[0]);
  if (effect !== 'same') await replaceParts(tx, file);
  return effect;
}

/** One of these agreements that is another county's already, with that county's code; undefined when none is. */
export async function findTakenAgreement(
  tx: Tx,
  county: string,
  agreements: readonly { slug: string }[],
): Promise<{ slug: string; county: string } | undefined> {
  const { rows } = await sql<{ slug: string; county: string }>`
    select slug, county_code as county from agreement
    where slug = any(${agreements.map(({ slug }) => slug)}) and county_code <> ${county} order by slug limit 1`.execute(tx);
  return rows[0];
}

async function replaceParts(tx: Tx, file: AgreementFile): Promise<void> {
  const { label } = file.version;
  await sql`delete from sentence where slug = ${file.slug} and label = ${label}`.execute(tx);
  await sql`delete from responsibility where slug = ${file.slug} and label = ${label}`.execute(tx);
  const sentences = sentencesOf(file);
  await sql`insert into sentence (slug, label, section_id, sentence_id, position, text)
    select ${file.slug}, ${label}, * from unnest(
      ${sentences.map(({ sectionId }) => sectionId)}::text[], ${sentences.map(({ sentenceId }) => sentenceId)}::text[],
      ${sentences.map((_, index) => index)}::int[], ${sentences.map(({ text }) => text)}::text[])`.execute(tx);
  const rows = file.responsibilities;
  await sql`insert into responsibility (slug, label, row_id, position, activity)
    select ${file.slug}, ${label}, * from unnest(
      ${rows.map(({ id }) => id)}::text[], ${rows.map((_, index) => index)}::int[], ${rows.map(({ activity }) => activity)}::text[])`.execute(
    tx,
  );
}

/** Removes the versions of a county that its folder no longer holds; answers `slug label` of each. What was published here is not the folder's. */
export async function removeVersionsNotIn(tx: Tx, county: string, kept: readonly { slug: string; label: string }[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    delete from agreement_version v using agreement a
    where a.slug = v.slug and a.county_code = ${county} and v.published_at is null
      and v.slug || ' ' || v.label <> all(${kept.map(({ slug, label }) => `${slug} ${label}`)})
    returning v.slug || ' ' || v.label as name`.execute(tx);
  await sql`delete from agreement a where county_code = ${county} and not exists (select from agreement_version v where v.slug = a.slug)`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

export async function putNationalFile(tx: Tx, name: string, content: unknown): Promise<Effect> {
  const { rows } = await sql<{ added: boolean }>`
    insert into national_file (name, content) values (${name}, ${JSON.stringify(content)})
    on conflict (name) do update set content = excluded.content where national_file.content::text is distinct from excluded.content::text
    returning xmax = 0 as added`.execute(tx);
  return effectOf(rows[0]);
}

export async function putKnowledgePages(tx: Tx, pages: readonly KnowledgeFile[]): Promise<{ id: string; effect: Effect }[]> {
  await sql`delete from knowledge_page where id <> all(${pages.map(({ id }) => id)})`.execute(tx);
  const effects: { id: string; effect: Effect }[] = [];
  for (const page of pages) {
    const { rows } = await sql<{ added: boolean }>`
      insert into knowledge_page (id, title, content) values (${page.id}, ${page.title}, ${JSON.stringify(page)})
      on conflict (id) do update set title = excluded.title, content = excluded.content where knowledge_page.content::text is distinct from excluded.content::text
      returning xmax = 0 as added`.execute(tx);
    effects.push({ id: page.id, effect: effectOf(rows[0]) });
  }
  return effects;
}

/** `loaded`: the hash of the files that were loaded last. `shipped`: of those that came with the program at the last start; null before the first. */
type FolderHashes = { readonly loaded: string; readonly shipped: string | null };

/** The hashes of a county (its code) or of `national`; undefined when it has never been loaded. Waits for a load that is going on. */
export async function lockFolderHashes(tx: Tx, name: string): Promise<FolderHashes | undefined> {
  await sql`select from catalogue for update`.execute(tx);
  const { rows } = await sql<FolderHashes>`
    select content_hash as loaded, shipped_hash as shipped from loaded_folder where name = ${name}`.execute(tx);
  return rows[0];
}

export async function putFolderHashes(tx: Tx, name: string, { loaded, shipped }: FolderHashes): Promise<void> {
  await sql`insert into loaded_folder (name, content_hash, shipped_hash) values (${name}, ${loaded}, ${shipped})
    on conflict (name) do update set content_hash = excluded.content_hash, shipped_hash = excluded.shipped_hash`.execute(tx);
}

/** The day, in Sweden, when data was last loaded with a change; ISO date. */
export async function findLoadedDay(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    day: string;
  }>`select to_char(loaded_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as day from catalogue`.execute(tx);
  return rows[0]?.day ?? '';
}

/** Says that loaded data changed: every cache that is keyed by the revision is made anew. */
export async function raiseRevision(tx: Tx): Promise<void> {
  await sql`update catalogue set revision = revision + 1, loaded_at = now()`.execute(tx);
}
