import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';

/**
 * A limit of its own for some doors together, `METHOD address`: what is worth hammering at, or costs more than to read. It comes on top of the limit
 * that all pages share.
 */
export function doorLimit({ doors, ...limit }: RateLimit & { readonly doors: readonly string[] }) {
  const limited = rateLimit(limit);
  return createMiddleware<AppEnv>((c, next) => {
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    return doors.includes(`${method} ${c.req.path}`) ? limited(c, next) : next();
  });
}
