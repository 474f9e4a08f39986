/** From a day to and with another, or until further notice. */
export type Period = { readonly from: Temporal.PlainDate; readonly to?: Temporal.PlainDate | undefined };

export const { compare: compareDays } = Temporal.PlainDate;

/** Does the period hold on the day? Both its first and its last day belong to it. */
export function holdsOn({ from, to }: Period, day: Temporal.PlainDate): boolean {
  return compareDays(from, day) <= 0 && (to === undefined || compareDays(day, to) <= 0);
}

/** Does something that is to hold from a day rewrite days that are over? A last day of yesterday does not: what ends then ends from today. */
export function hasPassed(from: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return compareDays(from, today) < 0;
}

/** What held on the day, of things with periods that do not overlap. */
export function heldOn<T extends Period>(all: readonly T[], day: Temporal.PlainDate): T | undefined {
  return all.find((one) => holdsOn(one, day));
}

/** The period with the latest beginning. */
export function lastOf<T extends Period>(all: readonly T[]): T | undefined {
  return all.toSorted((a, b) => compareDays(a.from, b.from)).at(-1);
}

/** Do two periods have a day in common? */
export function overlap(a: Period, b: Period): boolean {
  return (b.to === undefined || compareDays(a.from, b.to) <= 0) && (a.to === undefined || compareDays(b.from, a.to) <= 0);
}

/** What is wrong with a history: it has none, a period ends before it begins, two overlap, or a gap lies between them; undefined when it is whole. */
export function historyFault(all: readonly Period[]): 'empty' | 'backwards' | 'overlap' | 'gap' | undefined {
  const inOrder = all.toSorted((a, b) => compareDays(a.from, b.from));
  if (inOrder.length === 0) return 'empty';
  if (inOrder.some(({ from, to }) => to !== undefined && compareDays(to, from) < 0)) return 'backwards';
  for (const [index, next] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (!before) continue;
    if (before.to === undefined || compareDays(next.from, before.to) <= 0) return 'overlap';
    if (!next.from.equals(before.to.add({ days: 1 }))) return 'gap';
  }
  return undefined;
}
