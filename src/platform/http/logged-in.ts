import { createMiddleware } from 'hono/factory';
import { refuse } from '../../domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** What an operation of the API says of itself when it is for those who have logged in alone: the cookie that a login leaves. */
export const LOGIN = [{ session: [] }];

/** The scheme that `LOGIN` names, as OpenAPI describes it. */
export const SESSION_SCHEME = { type: 'apiKey', in: 'cookie', name: '__Host-session' } as const;

/**
 * Stands before what is for those who have logged in alone. The public is refused with 401; a change that another site asks for, by the browser of
 * somebody who has logged in, with 403. Whoever calls without a browser says no origin, and has the cookie because it was given to them.
 */
export const forLoggedIn = createMiddleware<AppEnv>(async (c, next) => {
  if (c.get('actor').kind === 'public') return problem(c, refuse('not-logged-in'));
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (reads || isFromHere(c.req.header('sec-fetch-site'), c.req.header('origin'), [new URL(c.req.url).origin, c.var.origin])) return next();
  return problem(c, refuse('cross-site'));
});

function isFromHere(site: string | undefined, origin: string | undefined, own: readonly (string | undefined)[]): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || own.includes(origin);
}
