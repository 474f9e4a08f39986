import { z } from 'zod';
import type { Status } from '../../domain/agreements/status.ts';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { cleanQuery, LONGEST_QUERY } from '../../domain/search/clean-query.ts';
import type { Group, Note } from '../../domain/search/query-plan.ts';
import type { SnippetPiece } from '../../domain/search/snippet.ts';
import { perRevision, type Tx, useCase } from '../../platform/index.ts';
import { registerOn } from '../agreements/index.ts';
import { nationalFile } from '../counties/index.ts';
import { ENTRY_KINDS, type EntryKind } from './entry.ts';
import { findEntries, type Ranked } from './find-entries.ts';
import { readQuery } from './read-query.ts';
import { type EntryDetails, listSurfaces, MOST_COUNTED, readEntries } from './search.sql.ts';
import { markerOf, showEntry } from './show-entry.ts';

const LAST_PAGE = 10;

export const SearchInput = z.strictObject({
  q: z.string().max(LONGEST_QUERY).transform(cleanQuery).pipe(z.string().min(1)),
  county: CountyCode.optional(),
  area: Slug.optional(),
  kind: z.enum(ENTRY_KINDS).optional(),
  limit: z.int().min(1).max(50).default(20),
  page: z.int().min(1).max(LAST_PAGE).default(1),
});

export type SearchItem = {
  readonly kind: EntryKind;
  readonly title: string;
  readonly place: string;
  readonly address: string;
  readonly county?: string;
  readonly agreement?: { readonly slug: string; readonly short: string; readonly status: Status };
  readonly snippet: readonly SnippetPiece[];
  readonly score: number;
};

/** `total` is exact unless `atLeast`. `next` is the number of the next page, when there is one. */
export type SearchAnswer = {
  readonly query: string;
  readonly total: number;
  readonly atLeast: boolean;
  readonly page: number;
  readonly next?: number;
  readonly items: readonly SearchItem[];
  readonly notes: readonly Note[];
};

/**
 * What in the register answers a query, the best first. All parts of the query should be satisfied, by the words themselves,
 * by words for the same thing, or by what a misspelled word must mean; `notes` says what was done. When that gives little,
 * entries that satisfy some of it follow. A page is at most ten pages from the first.
 */
export const search = useCase({
  permission: 'search.read',
  mode: 'read',
  input: SearchInput,
  run: async ({ tx, today, input }): Promise<SearchAnswer> => {
    const { q, limit, page, ...filter } = input;
    const plan = await readQuery(tx, q, today);
    const { groups } = plan;
    const [law, surfaces] = await Promise.all([nationalFile(tx, 'law'), listSurfaces(tx, lexemesOf(groups))]);
    const { ranked, total, widened } = await findEntries(tx, groups, worthIn(groups, surfaces), filter, today);
    const shown = ranked.slice((page - 1) * limit, page * limit);
    const marker = markerOf(groups, surfaces, law);
    return {
      query: q,
      total,
      atLeast: total >= MOST_COUNTED,
      page,
      ...(page < LAST_PAGE && ranked.length > page * limit ? { next: page + 1 } : {}),
      items: await itemsOf(tx, shown, (entry) => showEntry(entry, marker, widened), today),
      notes: widened ? [...plan.notes, { kind: 'widened' }] : plan.notes,
    };
  },
});

function lexemesOf(groups: readonly Group[]): string[] {
  return [...new Set(groups.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes)))];
}

/** How much a word counts in a title: as much as the best way it may satisfy the query. */
function worthIn(groups: readonly Group[], surfaces: ReadonlyMap<string, readonly string[]>): (word: string) => number {
  const worths = new Map<string, number>();
  for (const { lexemes, factor, wide } of groups.flatMap(({ alternatives }) => alternatives)) {
    if (!wide) for (const lexeme of lexemes) worths.set(lexeme, Math.max(factor, worths.get(lexeme) ?? 0));
  }
  return (word) => Math.max(0, ...(surfaces.get(word) ?? []).map((lexeme) => worths.get(lexeme) ?? 0));
}

const statuses = perRevision(async (tx, day) => {
  const register = await registerOn(tx, Temporal.PlainDate.from(day));
  return new Map(register.map(({ agreement, status }) => [agreement.slug, { slug: agreement.slug, short: agreement.short, status }]));
}, 2);

async function itemsOf(
  tx: Tx,
  ranked: readonly Ranked[],
  show: (entry: EntryDetails) => Pick<SearchItem, 'address' | 'snippet'>,
  today: Temporal.PlainDate,
): Promise<SearchItem[]> {
  if (ranked.length === 0) return [];
  const [entries, agreements] = await Promise.all([
    readEntries(
      tx,
      ranked.map(({ id }) => id),
    ),
    statuses(tx, today.toString()),
  ]);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return ranked.flatMap(({ id, score: worth }) => {
    const entry = byId.get(id);
    if (!entry) return [];
    const { kind, title, place, county } = entry;
    const agreement = agreements.get(entry.agreement ?? '');
    return [
      { kind, title, place, ...show(entry), ...(county === null ? {} : { county }), ...(agreement ? { agreement } : {}), score: worth },
    ];
  });
}
