import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/**
 * Says where the next page is, in a Link header of relation `next` (RFC 8288): this address with `parameter` set to what leads there,
 * the last key of this page or the number of the next. Nothing when there is no next page.
 */
export function linkNext(c: Context<AppEnv>, next: string | number | null | undefined, parameter: 'after' | 'page' = 'after'): void {
  if (next === null || next === undefined) return;
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set(parameter, String(next));
  c.header('link', `<${pathname}?${searchParams}>; rel="next"`);
}
