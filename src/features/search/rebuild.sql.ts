import { sql } from 'kysely';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { KnowledgeFile } from '../../domain/counties/national-files.ts';
import type { Tx } from '../../platform/index.ts';

export type EntryRow = {
  readonly id: number;
  readonly kind: string;
  readonly county: string | null;
  readonly agreement: string | null;
  readonly area: string | null;
  readonly address: string;
  readonly title: string;
  readonly place: string;
  readonly parts: string;
};

export type TermRow = { readonly lexeme: string; readonly entries: number; readonly postings: Uint8Array };

export type WordRow = { readonly word: string; readonly folded: string; readonly stem: string; readonly lexemes: readonly string[] };

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
  await sql`delete from search_term`.execute(tx);
  await sql`delete from search_word`.execute(tx);
}

export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  const column = <Key extends keyof EntryRow>(key: Key) => rows.map((row) => row[key]);
  await sql`
    insert into search_entry (id, kind, county_code, agreement_slug, area, address, title, place, parts)
    select * from unnest(${column('id')}::int[], ${column('kind')}::text[], ${column('county')}::text[], ${column('agreement')}::text[],
      ${column('area')}::text[], ${column('address')}::text[], ${column('title')}::text[], ${column('place')}::text[],
      ${column('parts')}::jsonb[])`.execute(tx);
}

export async function insertTerms(tx: Tx, rows: readonly TermRow[]): Promise<void> {
  await sql`
    insert into search_term (lexeme, entries, postings)
    select lexeme, entries, decode(postings, 'base64') from unnest(${rows.map(({ lexeme }) => lexeme)}::text[],
      ${rows.map(({ entries }) => entries)}::int[], ${rows.map(({ postings }) => Buffer.from(postings).toString('base64'))}::text[])
      as t (lexeme, entries, postings)`.execute(tx);
}

export async function insertWords(tx: Tx, rows: readonly WordRow[]): Promise<void> {
  await sql`
    insert into search_word (word, folded, stem, lexemes)
    select word, folded, stem, string_to_array(lexemes, ' ') from unnest(${rows.map(({ word }) => word)}::text[],
      ${rows.map(({ folded }) => folded)}::text[], ${rows.map(({ stem }) => stem)}::text[], ${rows.map(({ lexemes }) => lexemes.join(' '))}::text[])
      as w (word, folded, stem, lexemes)`.execute(tx);
}

/** Sorts what was inserted into the trigrams, and lets the planner know what the tables hold. */
export async function settleIndex(tx: Tx): Promise<void> {
  await sql`select gin_clean_pending_list('search_word_folded'::regclass)`.execute(tx);
  for (const table of ['search_entry', 'search_term', 'search_word']) await sql`analyze ${sql.table(table)}`.execute(tx);
}
