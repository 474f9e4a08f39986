import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

type Html = ReturnType<typeof raw>;

/** So many ways that a part of a page has looked are kept of each version: the parts that differ from day to day do so some few times a year. */
const MOST_WAYS = 40;

const kept = new WeakMap<object, Map<string, Html>>();

/**
 * A part of a page as HTML, made the first time that it is asked for of a version and kept for as long as the version is remembered. `part`: its name, and in words
 * whatever beside the version it is made of. No part may wait for anything.
 */
export function madeOnce(version: object, part: string, make: () => Child): Html {
  const parts = kept.get(version) ?? new Map<string, Html>();
  kept.set(version, parts);
  const known = parts.get(part);
  if (known) return known;
  const html = <>{make()}</>;
  // Through bytes: a string that was put together of many pieces is kept in as many.
  const made = raw(Buffer.from(String(html)).toString());
  if (parts.size >= MOST_WAYS) parts.clear();
  parts.set(part, made);
  return made;
}
