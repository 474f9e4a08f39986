import { compareDays } from './period.ts';

/** From a day one unit or organisation is another: several become one (merge), or one becomes several (split). */
export type Succession = {
  readonly on: Temporal.PlainDate;
  readonly how: 'merge' | 'split';
  readonly from: string;
  readonly to: string;
};

/**
 * Who this is on the day: itself, those that came out of it when that was before the day, or those it came out of when that was after. `id` may be
 * of any time. In the order of the register, each once. Whether they are open that day is for their own histories to tell.
 */
export function whoIsItOn(id: string, successions: readonly Succession[], day: Temporal.PlainDate): string[] {
  const before = successions.filter(({ on }) => compareDays(on, day) <= 0);
  const after = successions.filter(({ on }) => compareDays(on, day) > 0);
  const back = ends(id, (one) => after.filter(({ to }) => to === one).map(({ from }) => from));
  return [...new Set(back.flatMap((one) => ends(one, (from) => before.filter((step) => step.from === from).map(({ to }) => to))))];
}

/** Where one gets to by going on for as long as there is a way. */
function ends(id: string, onwards: (id: string) => readonly string[], seen: ReadonlySet<string> = new Set()): string[] {
  const next = onwards(id).filter((one) => !seen.has(one) && one !== id);
  if (next.length === 0) return [id];
  const been = new Set([...seen, id]);
  return [...new Set(next.flatMap((one) => ends(one, onwards, been)))];
}
