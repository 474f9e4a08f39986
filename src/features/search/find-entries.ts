import type { Postings } from '../../domain/search/postings.ts';
import type { Group } from '../../domain/search/query-plan.ts';
import type { Ranked } from '../../domain/search/rank-entries.ts';
import type { Tx } from '../../platform/index.ts';
import { type EntryKind, marks } from './entry.ts';
import type { SearchLanguage } from './language.ts';
import { postingsFor } from './term-cache.ts';

export type Filter = { readonly county?: string | undefined; readonly area?: string | undefined; readonly kind?: EntryKind | undefined };

/** What was found, the best first. `total` is how many entries in all; `widened` when some satisfy only part of the query. */
export type Found = {
  readonly ranked: readonly Ranked[];
  readonly total: number;
  readonly widened: boolean;
  readonly postings: (lexeme: string) => Postings;
};

/** With fewer than this, entries that satisfy only part of the query are looked for too. */
const FEW = 10;

/** Such an entry is left out when it is this much worse than the best. */
const TOO_FAR = 0.03;

/**
 * Entries that satisfy all groups, at most `most` of them; when they are few, those that satisfy some, after the others.
 * A county's filter keeps what holds everywhere.
 */
export async function findEntries(
  tx: Tx,
  groups: readonly Group[],
  filter: Filter,
  today: string,
  { ranker, days, entries }: SearchLanguage,
  most: number,
): Promise<Found> {
  const sought = groups.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes));
  const wanted = wantedMarks(filter);
  const unreadable = unreadableMarks(days, today);
  const postings = await postingsFor(tx, [...sought, ...wanted.flat(), ...unreadable]);
  const allowed = wanted.length + unreadable.length > 0 ? allowedBy(entries, wanted, unreadable, postings) : undefined;
  const exact = ranker.rank({ groups, postings, allowed, most });
  if (exact.total >= FEW || !canWiden(groups)) return { ...exact, widened: false, postings };
  const wide = ranker.rank({ groups, postings, allowed, most, widened: { least: TOO_FAR } });
  return wide.total > exact.total ? { ...wide, widened: true, postings } : { ...exact, widened: false, postings };
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

function canWiden(groups: readonly Group[]): boolean {
  return groups.length > 1 || groups.some(({ alternatives }) => alternatives.some(({ wide }) => wide));
}
