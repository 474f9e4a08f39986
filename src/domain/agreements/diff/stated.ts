import type { Conditions } from '../../counties/conditions.ts';
import type { Stated } from './change.ts';
import { normal } from './words.ts';

/** What was left out is stated as nothing. */
export function stated<T>(value: T | undefined, as: (value: T) => Stated): Stated | null {
  return value === undefined ? null : as(value);
}

export const text = (value: string): Stated => ({ as: 'text', text: value });
export const day = (value: string): Stated => ({ as: 'day', day: value });
export const period = (value: string): Stated => ({ as: 'period', period: value });
export const number = (value: number): Stated => ({ as: 'number', number: value });
export const yesNo = (value: boolean): Stated => ({ as: 'yes-no', is: value });

/** Ids whose order says nothing; none is nothing stated. */
export function ids(values: readonly string[] | undefined): Stated | null {
  return values?.length ? { as: 'ids', ids: [...values].sort() } : null;
}

/** Bodies and seats whose order says nothing. */
export function deciders(values: readonly string[] | undefined): Stated | null {
  return values?.length ? { as: 'deciders', by: [...values].sort() } : null;
}

/** Ways to be selected, each enough by itself; a way without tests asks for nothing. */
export function ways(values: readonly Conditions[]): Stated | null {
  const told = values.filter((conditions) => Object.keys(conditions).length > 0).map(inOrder);
  return told.length > 0 ? { as: 'ways', ways: told.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) } : null;
}

function inOrder(conditions: Conditions): Conditions {
  const entries = Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([fact, test]) => [fact, 'any' in test ? { any: [...test.any].sort() } : test]));
}

/** Two wordings with the same words; capitals and signs aside. The earlier is then given for both, so that nothing has changed. */
export function sameWords(from: string | undefined, to: string | undefined): { from: Stated | null; to: Stated | null } {
  const isSame = from !== undefined && to !== undefined && normal(from) === normal(to);
  return { from: stated(from, text), to: stated(isSame ? from : to, text) };
}

/** As `sameWords`, of lists whose order says nothing: what both have is left out. */
export function sameTexts(from: readonly string[], to: readonly string[]): { from: Stated | null; to: Stated | null } {
  const lacking = (own: readonly string[], others: readonly string[]) => {
    const known = new Set(others.map(normal));
    const left = own.filter((one) => !known.has(normal(one)));
    return left.length > 0 ? { as: 'texts' as const, texts: left } : null;
  };
  return { from: lacking(from, to), to: lacking(to, from) };
}
