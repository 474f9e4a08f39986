import { sql } from 'kysely';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { KnowledgeFile } from '../../domain/counties/national-files.ts';
import type { Tx } from '../../platform/index.ts';

/** An entry as it is stored; `words` is written as PostgreSQL reads a tsvector. */
export type EntryRow = {
  id: number;
  kind: string;
  county: string | null;
  agreement: string | null;
  area: string | null;
  readable: string;
  address: string;
  title: string;
  place: string;
  parts: string;
  weight: number;
  words: string;
};

export type WordRow = { word: string; folded: string; stem: string; lexemes: readonly string[]; entries: number };

/** What was loaded, read in this transaction: what is remembered between transactions may not be what is being loaded. */
export async function readCountiesToIndex(tx: Tx): Promise<CountyFile[]> {
  const { rows } = await sql<{ content: CountyFile }>`select content from county order by code`.execute(tx);
  return rows.map(({ content }) => content);
}

export async function readKnowledgeToIndex(tx: Tx): Promise<KnowledgeFile[]> {
  const { rows } = await sql<{ content: KnowledgeFile }>`select content from knowledge_page order by id`.execute(tx);
  return rows.map(({ content }) => content);
}

export async function readNationalToIndex<T>(tx: Tx, name: string): Promise<T | undefined> {
  const { rows } = await sql<{ content: T }>`select content from national_file where name = ${name}`.execute(tx);
  return rows[0]?.content;
}

/** Versions of agreements, a few at a time: by slug and first day, each with the day on which the next one takes over. */
export async function readVersionsToIndex(
  tx: Tx,
  after: number,
  limit: number,
): Promise<{ content: AgreementFile; first: boolean; until: string | null }[]> {
  const { rows } = await sql<{ content: AgreementFile; first: boolean; until: string | null }>`
    select v.content, n.first, n.until from (
      select slug, label, row_number() over (order by slug, lower(applies)) as number, lag(slug) over by_slug is null as first,
        lead(lower(applies)) over by_slug::text as until
      from agreement_version window by_slug as (partition by slug order by lower(applies))
    ) n join agreement_version v using (slug, label)
    where n.number > ${after} order by n.number limit ${limit}`.execute(tx);
  return rows;
}

export async function emptyIndex(tx: Tx): Promise<void> {
  await sql`delete from search_entry`.execute(tx);
  await sql`delete from search_word`.execute(tx);
}

export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  const column = <Key extends keyof EntryRow>(key: Key) => rows.map((row) => row[key]);
  await sql`
    insert into search_entry (id, kind, county_code, agreement_slug, area, readable, address, title, place, parts, weight, words)
    select * from unnest(${column('id')}::int[], ${column('kind')}::text[], ${column('county')}::text[], ${column('agreement')}::text[],
      ${column('area')}::text[], ${column('readable')}::daterange[], ${column('address')}::text[], ${column('title')}::text[],
      ${column('place')}::text[], ${column('parts')}::jsonb[], ${column('weight')}::real[], ${column('words')}::tsvector[])`.execute(tx);
}

export async function insertWords(tx: Tx, rows: readonly WordRow[]): Promise<void> {
  await sql`
    insert into search_word (word, folded, stem, lexemes, entries)
    select word, folded, stem, string_to_array(lexemes, ' '), entries from unnest(${rows.map(({ word }) => word)}::text[],
      ${rows.map(({ folded }) => folded)}::text[], ${rows.map(({ stem }) => stem)}::text[], ${rows.map(({ lexemes }) => lexemes.join(' '))}::text[],
      ${rows.map(({ entries }) => entries)}::int[]) as w (word, folded, stem, lexemes, entries)`.execute(tx);
}

/** Sorts what was inserted into the index, which is much quicker than doing it row by row, and lets the planner know what the tables hold. */
export async function settleIndex(tx: Tx): Promise<void> {
  await sql`select gin_clean_pending_list(index::regclass) from unnest(array['search_entry_words', 'search_word_folded', 'search_word_lexemes']) index`.execute(
    tx,
  );
  await sql`analyze search_entry`.execute(tx);
  await sql`analyze search_word`.execute(tx);
}
