import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';

const HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * Strict headers on every answer: no inline script or style, no framing, no sniffing. An answer that something is wrong is kept by
 * nobody: it holds the id of one request and the reader's county, and what it says may be mended the next moment.
 */
export function securityHeaders({ https }: { https: boolean }) {
  const headers = Object.entries(https ? { ...HEADERS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : HEADERS);
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
    if (c.res.status >= 400) c.res.headers.set('cache-control', 'no-store');
  });
}
