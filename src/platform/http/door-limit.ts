import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';

/**
 * A limit of its own for some doors together, `METHOD address`: what is worth hammering at, or costs more than to read. It comes on top of the limit
 * that all pages share. A part of an address that begins with a colon is any.
 */
export function doorLimit({ doors, ...limit }: RateLimit & { readonly doors: readonly string[] }) {
  const limited = rateLimit(limit);
  const known = doors.map((door) => door.split('/'));
  return createMiddleware<AppEnv>((c, next) => {
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const parts = `${method} ${c.req.path}`.split('/');
    return known.some((door) => fits(door, parts)) ? limited(c, next) : next();
  });
}

function fits(door: readonly string[], parts: readonly string[]): boolean {
  return door.length === parts.length && door.every((part, nth) => part === parts[nth] || part.startsWith(':'));
}
