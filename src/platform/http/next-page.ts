import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/**
 * Says where the next page is, in a Link header of relation `next` (RFC 8288): this address with `after` set to what leads there.
 * Nothing when there is no next page.
 */
export function linkNext(c: Context<AppEnv>, next: string | null | undefined): void {
  if (next === null || next === undefined) return;
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('after', next);
  c.header('link', `<${pathname}?${searchParams}>; rel="next"`);
}
