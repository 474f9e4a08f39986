import { z } from 'zod';
import type { Status } from '../../domain/agreements/status.ts';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { cleanQuery, LONGEST_QUERY } from '../../domain/search/clean-query.ts';
import type { Group, Note } from '../../domain/search/query-plan.ts';
import { score } from '../../domain/search/score.ts';
import type { SnippetPiece } from '../../domain/search/snippet.ts';
import { perRevision, type Tx, useCase } from '../../platform/index.ts';
import { registerOn } from '../agreements/index.ts';
import { nationalFile } from '../counties/index.ts';
import { ENTRY_KINDS, type EntryKind } from './entry.ts';
import { readQuery } from './read-query.ts';
import { type EntryDetails, type Filter, listHits, listSurfaces, MOST_COUNTED, readEntries } from './search.sql.ts';
import { type Marker, markerOf, showEntry } from './show-entry.ts';
import { alternativeQuery, groupsQuery } from './tsquery.ts';

/** With fewer hits than this, entries that satisfy only some of the query are looked for too. */
const FEW = 5;

/** An entry that satisfies only some of the query is left out when it is this much worse than the best. */
const TOO_FAR = 0.1;

export const SearchInput = z.strictObject({
  q: z.string().max(LONGEST_QUERY).transform(cleanQuery).pipe(z.string().min(1)),
  county: CountyCode.optional(),
  area: Slug.optional(),
  kind: z.enum(ENTRY_KINDS).optional(),
  limit: z.int().min(1).max(50).default(20),
  page: z.int().min(1).max(10).default(1),
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

type Ranked = { readonly id: number; readonly score: number };
type Found = { readonly ranked: readonly Ranked[]; readonly total: number; readonly groups: readonly Group[] };

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
    const law = await nationalFile(tx, 'law');
    const marker = markerOf(plan.groups, await listSurfaces(tx, lexemesOf(plan.groups)), law);
    const exact = await find(tx, plan.groups, filter, today, marker, false);
    const wide = exact.total < FEW && canWiden(plan.groups) ? await find(tx, plan.groups, filter, today, marker, true) : exact;
    const { ranked, total } = wide.total > exact.total ? wide : exact;
    const shown = ranked.slice((page - 1) * limit, page * limit);
    return {
      query: q,
      total,
      atLeast: total >= MOST_COUNTED,
      page,
      ...(page < 10 && ranked.length > page * limit ? { next: page + 1 } : {}),
      items: await itemsOf(tx, shown, marker, today),
      notes: wide.total > exact.total ? [...plan.notes, { kind: 'widened' }] : plan.notes,
    };
  },
});

function lexemesOf(groups: readonly Group[]): string[] {
  return [...new Set(groups.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes)))];
}

function canWiden(groups: readonly Group[]): boolean {
  return groups.length > 1 || groups.some(({ alternatives }) => alternatives.some(({ wide }) => wide));
}

async function find(
  tx: Tx,
  groups: readonly Group[],
  filter: Filter,
  today: Temporal.PlainDate,
  { words }: Marker,
  widened: boolean,
): Promise<Found> {
  const match = groupsQuery(groups, widened);
  if (match === undefined) return { ranked: [], total: 0, groups };
  const alternatives = groups.flatMap((group) => group.alternatives.map(alternativeQuery));
  const hits = await listHits(tx, match, alternatives, filter, today);
  const all = hits.map((hit) => ({ id: hit.id, score: score(hit, groups, words) })).sort((a, b) => b.score - a.score || a.id - b.id);
  const best = all[0]?.score ?? 0;
  const ranked = widened ? all.filter((one) => one.score >= best * TOO_FAR) : all;
  return { ranked, total: widened ? ranked.length : (hits[0]?.found ?? 0), groups };
}

const statuses = perRevision(async (tx, day) => {
  const register = await registerOn(tx, Temporal.PlainDate.from(day));
  return new Map(register.map(({ agreement, status }) => [agreement.slug, { slug: agreement.slug, short: agreement.short, status }]));
}, 2);

async function itemsOf(tx: Tx, ranked: readonly Ranked[], marker: Marker, today: Temporal.PlainDate): Promise<SearchItem[]> {
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
    return entry ? [itemOf(entry, worth, marker, agreements.get(entry.agreement ?? ''))] : [];
  });
}

function itemOf(entry: EntryDetails, worth: number, marker: Marker, agreement: SearchItem['agreement']): SearchItem {
  const { kind, title, place, county } = entry;
  return {
    kind,
    title,
    place,
    ...showEntry(entry, marker),
    ...(county === null ? {} : { county }),
    ...(agreement ? { agreement } : {}),
    score: worth,
  };
}
