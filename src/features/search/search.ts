import { z } from 'zod';
import type { Status } from '../../domain/agreements/status.ts';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { cleanQuery, LONGEST_QUERY } from '../../domain/search/clean-query.ts';
import type { Note } from '../../domain/search/query-plan.ts';
import type { Ranked } from '../../domain/search/rank-entries.ts';
import type { SnippetPiece } from '../../domain/search/snippet.ts';
import { perRevision, type Tx, useCase } from '../../platform/index.ts';
import { registerOn } from '../agreements/index.ts';
import { nationalFile } from '../counties/index.ts';
import { ENTRY_KINDS, type EntryKind } from './entry.ts';
import { findEntries } from './find-entries.ts';
import { searchLanguage } from './language.ts';
import { readQuery } from './read-query.ts';
import { readEntries } from './search.sql.ts';
import { type Presenter, presenterOf } from './show-entry.ts';

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

/** `total`: how many were found. `next`: the number of the next page, when there is one. */
export type SearchAnswer = {
  readonly query: string;
  readonly total: number;
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
    const [language, law] = await Promise.all([searchLanguage(tx), nationalFile(tx, 'law')]);
    const { groups, notes } = await readQuery(tx, q, today, language, law);
    const found = await findEntries(tx, groups, filter, today.toString(), language, page * limit + 1);
    const shown = found.ranked.slice((page - 1) * limit, page * limit);
    const show = presenterOf(groups, found, language.words, law);
    return {
      query: q,
      total: found.total,
      page,
      ...(page < LAST_PAGE && found.ranked.length > page * limit ? { next: page + 1 } : {}),
      items: await itemsOf(tx, shown, show, today),
      notes: found.widened ? [...notes, { kind: 'widened' }] : notes,
    };
  },
});

const statuses = perRevision(async (tx, day) => {
  const register = await registerOn(tx, Temporal.PlainDate.from(day));
  return new Map(register.map(({ agreement, status }) => [agreement.slug, { slug: agreement.slug, short: agreement.short, status }]));
}, 2);

async function itemsOf(tx: Tx, ranked: readonly Ranked[], show: Presenter, today: Temporal.PlainDate): Promise<SearchItem[]> {
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
