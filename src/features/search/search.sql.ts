import { sql } from 'kysely';
import { type Postings, readPostings } from '../../domain/search/postings.ts';
import type { Tx } from '../../platform/index.ts';
import type { EntryKind, Part } from './entry.ts';

/** The entries that hold each lexeme; a lexeme that no entry holds is left out. */
export async function readTerms(tx: Tx, lexemes: readonly string[]): Promise<Map<string, Postings>> {
  const { rows } = await sql<{ lexeme: string; entries: number; postings: Uint8Array }>`
    select lexeme, entries, postings from search_term where lexeme = any(${lexemes}::text[])`.execute(tx);
  return new Map(rows.map(({ lexeme, entries, postings }) => [lexeme, readPostings(postings, entries)]));
}

export type EntryDetails = {
  readonly id: number;
  readonly kind: EntryKind;
  readonly county: string | null;
  readonly agreement: string | null;
  readonly address: string;
  readonly title: string;
  readonly place: string;
  readonly parts: readonly Part[];
};

/** What is shown of entries, in no order. */
export async function readEntries(tx: Tx, ids: readonly number[]): Promise<EntryDetails[]> {
  const { rows } = await sql<EntryDetails>`
    select id, kind, county_code as county, agreement_slug as agreement, address, title, place, parts
    from search_entry where id = any(${ids}::int[])`.execute(tx);
  return rows;
}
