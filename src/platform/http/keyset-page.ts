import type { z } from '@hono/zod-openapi';
import { queryNumber } from './api.ts';

const STANDARD = 50;
const MOST = 200;

/** A page of a list: so many there are in all, those of this page, and the key to send as `after` for the next; null when there is none. */
export type KeysetPage<T> = { readonly total: number; readonly items: readonly T[]; readonly next: string | null };

/** The parameters of every list that comes in pages: `after`, of the form that the keys of the list have, and `limit`. */
export function pageParams<Key extends z.ZodType>(key: Key) {
  return {
    after: key.optional().openapi({ description: '`next` från sidan före.' }),
    limit: queryNumber({ min: 1, max: MOST, example: 2, description: `Hur många på en sida. ${STANDARD} om det utelämnas.` }).optional(),
  };
}

/**
 * At most `limit` of a list after the key. `all` stands in the order of its keys by `compare`. A key that nothing has any more still
 * has its place, so that a reader who was halfway when the data changed goes on from there.
 */
export function keysetPage<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  { after, limit = STANDARD }: { after?: string | undefined; limit?: number | undefined },
  compare: (a: string, b: string) => number = byCharacter,
): KeysetPage<T> {
  const rest = after === undefined ? all : all.filter((one) => compare(keyOf(one), after) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { total: all.length, items, next: last !== undefined && rest.length > items.length ? keyOf(last) : null };
}

function byCharacter(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
