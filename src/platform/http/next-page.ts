import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/**
 * Says where the next page is, in a Link header of relation `next` (RFC 8288): this address with `after` set to the last key of
 * this page. Nothing when there is no next page.
 */
export function linkNext(c: Context<AppEnv>, after: string | null | undefined): void {
  if (after === null || after === undefined) return;
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('after', after);
  c.header('link', `<${pathname}?${searchParams}>; rel="next"`);
}
