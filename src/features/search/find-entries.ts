import type { Group } from '../../domain/search/query-plan.ts';
import { type Ranked, rankEntries } from '../../domain/search/rank-entries.ts';
import type { Tx } from '../../platform/index.ts';
import { type EntryKind, marks } from './entry.ts';
import type { SearchLanguage } from './language.ts';
import { postingsFor } from './term-cache.ts';

export type Filter = { readonly county?: string | undefined; readonly area?: string | undefined; readonly kind?: EntryKind | undefined };

/** What was found, the best first. `total` is how many entries in all; `widened` when some satisfy only part of the query. */
export type Found = { readonly ranked: readonly Ranked[]; readonly total: number; readonly widened: boolean };

/** No more than these are put in order. */
const MOST_RANKED = 500;

/** With fewer than this, entries that satisfy only part of the query are looked for too. */
const FEW = 10;

/** Such an entry is left out when it is this much worse than the best. */
const TOO_FAR = 0.03;

/** Entries that satisfy all groups; when they are few, those that satisfy some, after the others. A county's filter keeps what holds everywhere. */
export async function findEntries(
  tx: Tx,
  groups: readonly Group[],
  filter: Filter,
  today: string,
  { entries, days }: SearchLanguage,
): Promise<Found> {
  if (groups.length === 0) return { ranked: [], total: 0, widened: false };
  const sought = groups.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes));
  const wanted = wantedMarks(filter);
  const unreadable = unreadableMarks(days, today);
  const postings = await postingsFor(tx, [...sought, ...wanted.flat(), ...unreadable]);
  const allowed = new Uint8Array(entries + 1).fill(1);
  for (const any of wanted) keepOnly(allowed, any.map(postings));
  for (const { ids } of unreadable.map(postings)) for (const id of ids) allowed[id] = 0;
  const input = { groups, postings, entries, allowed };
  const exact = { ...rankEntries(input, false, MOST_RANKED), widened: false };
  if (exact.total >= FEW || !canWiden(groups)) return exact;
  const { ranked } = rankEntries(input, true, MOST_RANKED);
  const near = ranked.filter(({ score }) => score >= (ranked[0]?.score ?? 0) * TOO_FAR);
  return near.length > exact.total ? { ranked: near, total: near.length, widened: true } : exact;
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

function keepOnly(allowed: Uint8Array, any: readonly { readonly ids: Int32Array }[]): void {
  const kept = new Uint8Array(allowed.length);
  for (const { ids } of any) for (const id of ids) kept[id] = 1;
  for (let id = 0; id < allowed.length; id++) if (kept[id] === 0) allowed[id] = 0;
}

function canWiden(groups: readonly Group[]): boolean {
  return groups.length > 1 || groups.some(({ alternatives }) => alternatives.some(({ wide }) => wide));
}
