import { rowKey } from './compile-agreement.ts';
import type { Duty } from './duty.ts';

/** Two duties of different agreements that do not say the same. Both sides are shown; neither is chosen. */
export type Conflict = { readonly between: readonly [string, string]; readonly text: string };

/** The known conflicts between duties that are both shown. Each pair once, whichever side declares it. */
export function conflictsAmong(duties: readonly Pick<Duty, 'key' | 'row'>[]): Conflict[] {
  const shown = new Set(duties.map((duty) => duty.key));
  const found = new Map<string, Conflict>();
  for (const { key, row } of duties) {
    for (const { agreement, row: other, text } of row.conflicts) {
      const otherKey = rowKey(agreement, other);
      const pair = [key, otherKey].toSorted().join(' ');
      if (shown.has(otherKey) && !found.has(pair)) found.set(pair, { between: [key, otherKey], text });
    }
  }
  return [...found.values()];
}
