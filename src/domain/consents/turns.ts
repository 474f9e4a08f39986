import { isBefore, type Period } from './period.ts';

/** That something begins or ends at a moment, as it was written down. */
export type Turn = { readonly begins: boolean; readonly at: Temporal.Instant };

/** The periods in which it holds, by what was written down in its order: of two turns at the same moment the later written one holds. */
export function periodsOf(turns: readonly Turn[]): Period[] {
  const periods: { from: Temporal.Instant; until?: Temporal.Instant }[] = [];
  const inOrder = turns.map((turn, nth) => ({ ...turn, nth })).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.nth - b.nth);
  for (const { begins, at } of inOrder) {
    const last = periods.at(-1);
    const isOpen = last !== undefined && last.until === undefined;
    if (begins && !isOpen) periods.push({ from: at });
    if (!begins && isOpen) last.until = at;
  }
  return periods.filter(({ from, until }) => until === undefined || isBefore(from, until));
}
