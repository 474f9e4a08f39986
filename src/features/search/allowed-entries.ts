import type { Postings } from '../../domain/search/postings.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { type EntryKind, marks } from './entry.ts';
import { postingsFor } from './term-cache.ts';

export type Filter = { readonly county?: string | undefined; readonly area?: string | undefined; readonly kind?: EntryKind | undefined };

/** Filters that are remembered: a byte for each entry. */
const MOST_FILTERS = 12;

const cacheOf = perRevision(async () => new Map<string, Uint8Array>());

/**
 * 1 at the id of each entry that passes a filter and is what to read on the day; undefined when all do. A county's filter keeps what
 * holds everywhere. `days`: the marks of first and last days that entries have.
 */
export async function allowedEntries(
  tx: Tx,
  filter: Filter,
  today: string,
  { days, entries }: { days: readonly string[]; entries: number },
): Promise<Uint8Array | undefined> {
  const wanted = wantedMarks(filter);
  const unreadable = unreadableMarks(days, today);
  if (wanted.length + unreadable.length === 0) return undefined;
  const cache = await cacheOf(tx);
  const key = [...wanted.map(String), today].join(' ');
  const known = cache.get(key);
  if (known) return known;
  const allowed = allowedBy(entries, wanted, unreadable, await postingsFor(tx, [...wanted.flat(), ...unreadable]));
  cache.set(key, allowed);
  if (cache.size > MOST_FILTERS) cache.delete(cache.keys().next().value ?? '');
  return allowed;
}

/** One list for each filter; an entry has a mark of each. */
function wantedMarks({ county, area, kind }: Filter): string[][] {
  return [
    ...(county ? [[marks.place(county), marks.place(undefined)]] : []),
    ...(area ? [[marks.area(area)]] : []),
    ...(kind ? [[marks.kind(kind)]] : []),
  ];
}

/** The marks of versions that are not the ones to read on the day. */
function unreadableMarks(days: readonly string[], today: string): string[] {
  const [from, until] = [marks.from(''), marks.until('')];
  return days.filter((day) => (day.startsWith(from) ? day.slice(from.length) > today : day.slice(until.length) <= today));
}

/** 1 at the id of each entry that has a mark from every list of `wanted`, and none of `unwanted`. */
function allowedBy(
  entries: number,
  wanted: readonly (readonly string[])[],
  unwanted: readonly string[],
  postings: (lexeme: string) => Postings,
): Uint8Array {
  const allowed = new Uint8Array(entries + 1).fill(1);
  for (const any of wanted) {
    const kept = new Uint8Array(entries + 1);
    for (const { ids } of any.map(postings)) for (const id of ids) kept[id] = 1;
    for (let id = 0; id <= entries; id++) if (kept[id] === 0) allowed[id] = 0;
  }
  for (const { ids } of unwanted.map(postings)) for (const id of ids) allowed[id] = 0;
  return allowed;
}
