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
import { Cursor, cursorOf, readCursor } from './cursor.ts';
import { ENTRY_KINDS, type EntryKind } from './entry.ts';
import { entriesFor } from './entry-cache.ts';
import { findEntries } from './find-entries.ts';
import { searchLanguage } from './language.ts';
import { readQuery } from './read-query.ts';
import { type Presenter, presenterOf } from './show-entry.ts';

const LAST_PAGE = 10;

export const SearchInput = z.strictObject({
  q: z.string().max(LONGEST_QUERY).transform(cleanQuery).pipe(z.string().min(1)),
  county: CountyCode.optional(),
  area: Slug.optional(),
  kind: z.enum(ENTRY_KINDS).optional(),
  limit: z.int().min(1).max(50).default(20),
  page: z.int().min(1).max(LAST_PAGE).default(1),
  after: Cursor.transform(readCursor).optional(),
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

/** `total`: how many were found. `next`: what leads on from here, when more follow; `nextPage`: the number of the next page, unless this is the last that has one. */
export type SearchAnswer = {
  readonly query: string;
  readonly total: number;
  readonly page: number;
  readonly next?: string;
  readonly nextPage?: number;
  readonly items: readonly SearchItem[];
  readonly notes: readonly Note[];
};

/**
 * What in the register answers a query, the best first. All parts of the query should be satisfied, by the words themselves,
 * by words for the same thing, or by what a misspelled word must mean; `notes` says what was done. When that gives little,
 * entries that satisfy some of it follow. A page is found by the `next` of the page before (`after`), or by its number, one to ten.
 */
export const search = useCase({
  permission: 'search.read',
  mode: 'read',
  input: SearchInput,
  run: async ({ tx, today, input }): Promise<SearchAnswer> => {
    const { q, limit, page, after, ...filter } = input;
    const [language, law] = await Promise.all([searchLanguage(tx), nationalFile(tx, 'law')]);
    const { groups, notes } = await readQuery(tx, q, today, language, law);
    const skipped = after ? 0 : (page - 1) * limit;
    const found = await findEntries(tx, groups, filter, today.toString(), language, { most: skipped + limit + 1, after });
    const shown = found.ranked.slice(skipped, skipped + limit);
    const last = found.ranked.length > skipped + limit ? shown.at(-1) : undefined;
    const show = presenterOf(groups, found, language.words, law);
    return {
      query: q,
      total: found.total,
      page,
      ...(last ? { next: cursorOf(last) } : {}),
      ...(last && !after && page < LAST_PAGE ? { nextPage: page + 1 } : {}),
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
  const ids = ranked.map(({ id }) => id);
  const [entries, agreements] = await Promise.all([entriesFor(tx, ids), statuses(tx, today.toString())]);
  return ranked.flatMap(({ id, score: worth }) => {
    const entry = entries.get(id);
    if (!entry) return [];
    const { kind, title, place, county } = entry;
    const agreement = agreements.get(entry.agreement ?? '');
    return [
      { kind, title, place, ...show(entry), ...(county === null ? {} : { county }), ...(agreement ? { agreement } : {}), score: worth },
    ];
  });
}
