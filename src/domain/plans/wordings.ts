/** Something that is worded anew by a new row: one id, numbers from 1. */
export type Wording = { readonly id: string; readonly number: number; readonly dropped: boolean };

/** What holds: the highest number of each, in the order in which they were first said; what has been dropped is left out. */
export function holding<W extends Wording>(wordings: readonly W[]): W[] {
  const latest = new Map<string, W>();
  for (const one of wordings) {
    const known = latest.get(one.id);
    if (!known || known.number < one.number) latest.set(one.id, one);
  }
  return [...latest.values()].filter(({ dropped }) => !dropped);
}

/** What was said last of each sort. */
export function latestOfSort<D extends { readonly sort: string; readonly at: Temporal.Instant }>(said: readonly D[]): Map<D['sort'], D> {
  const latest = new Map<D['sort'], D>();
  for (const one of said) {
    const known = latest.get(one.sort);
    if (!known || Temporal.Instant.compare(known.at, one.at) <= 0) latest.set(one.sort, one);
  }
  return latest;
}
