/** A text among words, and where it stands. */
export type Leaf = { readonly key: string; readonly text: string };

/** Every text among words; what takes facts is given a short name for each. */
export function textsIn(words: unknown, key = ''): Leaf[] {
  if (typeof words === 'string') return [{ key, text: words }];
  if (typeof words === 'function') return [{ key, text: (words as (...facts: string[]) => string)('Bo', 'Bo', 'Bo') }];
  return Object.entries(words as object).flatMap(([name, value]) => textsIn(value, `${key}.${name}`));
}
