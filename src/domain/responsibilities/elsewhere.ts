import { type Linked, speakingElsewhere } from './compile-agreement.ts';
import { type ConditionResult, evaluate } from './condition.ts';
import type { Facts } from './fact-value.ts';
import type { NavigatorEntry } from './navigator.ts';
import type { Truth } from './truth.ts';

/** An agreement of the place whose text is not in the register, and which speaks of the situation (`unknown`: may speak of it). */
export type Elsewhere = {
  readonly related: Linked;
  /** The agreement that names it. */
  readonly namedBy: { readonly slug: string; readonly short: string };
  readonly result: Exclude<Truth, 'unmet'>;
  readonly because: readonly ConditionResult[];
};

/** What is agreed of the situation in texts that are not held here: named, never silently missing. Each agreement once. */
export function elsewhereOf(place: readonly NavigatorEntry<unknown>[], facts: Facts): Elsewhere[] {
  const held = new Set(place.map(({ compiled }) => compiled.agreement.slug));
  const found = new Map<string, Elsewhere>();
  for (const { compiled } of place) {
    for (const related of speakingElsewhere(compiled.agreement)) {
      const { result, each } = evaluate(related['speaks-of'] ?? {}, facts);
      if (result === 'unmet' || held.has(related.slug) || found.has(related.slug)) continue;
      found.set(related.slug, {
        related,
        namedBy: { slug: compiled.agreement.slug, short: compiled.agreement.short },
        result,
        because: each,
      });
    }
  }
  return [...found.values()];
}
