import type { z } from 'zod';
import type { Path } from './check-fault.ts';

/** A value found in a file, with where it was found. */
export type Found = { readonly path: Path; readonly value: unknown };

/** A mapping of a data file: an object with keys, not a list. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at a path, or undefined. Never reads inherited properties. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(child, value);
}

/**
 * Every value that a pattern reaches: keys parted by dots, `*` for each item of a list or each value of a mapping
 * (`responsibilities.*.cites.*`). The file may be malformed anywhere; what does not fit is skipped.
 */
export function select(value: unknown, pattern: string): Found[] {
  let found: Found[] = [{ path: [], value }];
  for (const part of pattern.split('.')) {
    found = found.flatMap(({ path, value: parent }) => {
      if (part !== '*') {
        const next = child(parent, part);
        return next === undefined ? [] : [{ path: [...path, part], value: next }];
      }
      if (Array.isArray(parent)) return parent.map((item, index) => ({ path: [...path, index], value: item }));
      return isMapping(parent) ? Object.keys(parent).map((key) => ({ path: [...path, key], value: parent[key] })) : [];
    });
  }
  return found;
}

/** The texts that a pattern reaches; other types are left to the shape check. */
export function texts(value: unknown, pattern: string): { path: Path; value: string }[] {
  return select(value, pattern).flatMap(({ path, value: found }) => (typeof found === 'string' ? [{ path, value: found }] : []));
}

/** The pieces that a pattern reaches and that have the right shape; a malformed piece has its own fault already. */
export function pieces<T>(value: unknown, pattern: string, schema: z.ZodType<T>): { path: Path; value: T }[] {
  return select(value, pattern).flatMap(({ path, value: found }) => {
    const parsed = schema.safeParse(found);
    return parsed.success ? [{ path, value: parsed.data }] : [];
  });
}

/** Every section of an agreement, at any depth, in reading order. */
export function sectionsOf(agreement: unknown): Found[] {
  const below = (parent: Found): Found[] =>
    select(parent.value, 'sections.*').flatMap(({ path, value }) => {
      const section = { path: [...parent.path, ...path], value };
      return [section, ...below(section)];
    });
  return below({ path: [], value: agreement });
}

/** Every list under a key of this name, anywhere in the file, as its items. */
export function itemsOfKey(value: unknown, key: string, path: Path = []): Found[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => itemsOfKey(item, key, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.keys(value).flatMap((name) => {
    const inner = value[name];
    const here = [...path, name];
    if (name === key && Array.isArray(inner)) return inner.map((item, index) => ({ path: [...here, index], value: item }));
    return itemsOfKey(inner, key, here);
  });
}
