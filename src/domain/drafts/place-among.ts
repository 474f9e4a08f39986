/**
 * A list with an item after the one at `after`, or first when there is none there (-1). `was`: where the item, as it was, stands now; without it the item is new.
 * Places are those of the list as it is given.
 */
export function placedAmong<T>(all: readonly T[], item: T, { was, after }: { was?: number | undefined; after: number }): T[] {
  const others = all.flatMap((one, index) => (index === was ? [] : [{ one, index }]));
  const at = others.findIndex(({ index }) => index === after) + 1;
  const list = others.map(({ one }) => one);
  return [...list.slice(0, at), item, ...list.slice(at)];
}

/** The steps of a ladder numbered from 1 in the order they stand. */
export function levelled<T extends { readonly level: number }>(steps: readonly T[]): T[] {
  return steps.map((step, index) => ({ ...step, level: index + 1 }));
}
