import type { Basis } from '../counties/ids.ts';

/** Something that waits for someone. `title` is the Swedish line they read; `kind` names what it is for counting and tests. */
export type WaitingItem = {
  readonly kind: string;
  readonly title: string;
  readonly href: string;
  /** The last day to do it; absent when nothing sets one. */
  readonly due?: Temporal.PlainDate | undefined;
  /** What the time limit, or the duty where there is none, rests on. */
  readonly basis: Basis;
};

/** By time limit, the nearest first and what has none last; on the same day by title, as Swedish sorts it. */
export function byTimeLimit(items: readonly WaitingItem[]): WaitingItem[] {
  return items.toSorted((a, b) => compareDue(a.due, b.due) || a.title.localeCompare(b.title, 'sv'));
}

function compareDue(a: Temporal.PlainDate | undefined, b: Temporal.PlainDate | undefined): number {
  if (a && b) return Temporal.PlainDate.compare(a, b);
  return Number(a === undefined) - Number(b === undefined);
}
