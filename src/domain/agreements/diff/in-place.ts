/** An entry of a list that was and is: its place in the earlier list, in the later, or in both. */
export type Standing = { readonly from: number | undefined; readonly to: number | undefined };

/**
 * A later list in its order, with what is gone from the earlier one set in after what it stood after. `length`: of the later list;
 * `fromOf`: where an entry of it was; `removed`: the places of what is gone, in order.
 */
export function inPlace(length: number, fromOf: (to: number) => number | undefined, removed: readonly number[]): Standing[] {
  const now = Array.from({ length }, (_, to): Standing => ({ from: fromOf(to), to }));
  const known = now.flatMap(({ from }) => (from === undefined ? [] : [from])).sort((a, b) => a - b);
  const after = Map.groupBy(removed, (place) => known.findLast((one) => one < place) ?? -1);
  const gone = (place: number) => (after.get(place) ?? []).map((from): Standing => ({ from, to: undefined }));
  return [...gone(-1), ...now.flatMap((one) => (one.from === undefined ? [one] : [one, ...gone(one.from)]))];
}
