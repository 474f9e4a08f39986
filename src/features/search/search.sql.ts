import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { EntryKind, Part } from './entry.ts';

export type Filter = { readonly county?: string | undefined; readonly area?: string | undefined; readonly kind?: EntryKind | undefined };

/** An entry that satisfies the query. `ranks`: how present each alternative is in it, 0–1. `found`: how many such entries there are, up to the most that are counted. */
export type HitRow = {
  readonly id: number;
  readonly title: string;
  readonly weight: number;
  readonly ranks: number[];
  readonly found: number;
};

/** More than this are not counted, and of those only so many are ranked with care. */
export const MOST_COUNTED = 5000;
export const MOST_RANKED = 500;

/** What a hit is worth in what surrounds an entry, inside a compound, in the text and in the title. */
const WEIGHTS = '{0.05, 0.3, 0.5, 1}';

/**
 * Entries that satisfy `match` (a tsquery) on the day, the likeliest first by a rough measure. A county's filter keeps what
 * holds in the whole country. `alternatives` are tsqueries.
 */
export async function listHits(
  tx: Tx,
  match: string,
  alternatives: readonly string[],
  filter: Filter,
  today: Temporal.PlainDate,
): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with hit as materialized (
      select id, title, weight, words from search_entry
      where words @@ ${match}::tsquery and readable @> ${today}::date
        and (${filter.county ?? null}::text is null or county_code = ${filter.county ?? null} or county_code is null)
        and (${filter.area ?? null}::text is null or area = ${filter.area ?? null})
        and (${filter.kind ?? null}::text is null or kind = ${filter.kind ?? null})
      limit ${MOST_COUNTED}
    ), likely as (
      select id, title, weight, words, (select count(*)::int from hit) as found
      from hit order by weight * ts_rank(${WEIGHTS}, words, ${match}::tsquery) desc, id limit ${MOST_RANKED}
    )
    select id, title, weight, found, array(select case when words @@ one then ts_rank(${WEIGHTS}, words, one) else 0 end from unnest(${alternatives}::tsquery[]) one) as ranks
    from likely`.execute(tx);
  return rows;
}

export type EntryDetails = {
  readonly id: number;
  readonly kind: EntryKind;
  readonly county: string | null;
  readonly agreement: string | null;
  readonly area: string | null;
  readonly address: string;
  readonly title: string;
  readonly place: string;
  readonly parts: readonly Part[];
};

/** What is shown of entries, in no order. */
export async function readEntries(tx: Tx, ids: readonly number[]): Promise<EntryDetails[]> {
  const { rows } = await sql<EntryDetails>`
    select id, kind, county_code as county, agreement_slug as agreement, area, address, title, place, parts
    from search_entry where id = any(${ids}::int[])`.execute(tx);
  return rows;
}

/** The words, as they are written, that are found by any of the lexemes, each with all it is found by. */
export async function listSurfaces(tx: Tx, lexemes: readonly string[]): Promise<Map<string, readonly string[]>> {
  const { rows } = await sql<{ word: string; lexemes: string[] }>`
    select word, lexemes from search_word where lexemes && ${lexemes}::text[]`.execute(tx);
  return new Map(rows.map(({ word, lexemes: all }) => [word, all]));
}
