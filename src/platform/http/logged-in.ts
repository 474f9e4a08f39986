import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../../domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** What an operation of the API says of itself when it is for those who have logged in alone: the cookie that a login leaves. */
export const LOGIN = [{ session: [] }];

/** The scheme that `LOGIN` names, as OpenAPI describes it. */
export const SESSION_SCHEME = { type: 'apiKey', in: 'cookie', name: '__Host-session' } as const;

/** The same of an operation that a huvudman's own system may ask too, with the secret that it was given for it. The operation itself tries the secret. */
export const LOGIN_OR_SYSTEM = [{ session: [] }, { system: [] }];
export const SYSTEM_SCHEME = { type: 'http', scheme: 'bearer' } as const;

/** The secret that a system shows, or undefined. */
export function bearerOf(c: Context<AppEnv>): string | undefined {
  return /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

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

/** Stands before what a system may ask too: whoever shows a secret is let on to the door, which tries it. */
export const forLoggedInOrSystem = createMiddleware<AppEnv>((c, next) =>
  c.get('actor').kind === 'public' && bearerOf(c) !== undefined ? next() : forLoggedIn(c, next),
);

function isFromHere(site: string | undefined, origin: string | undefined, own: readonly (string | undefined)[]): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || own.includes(origin);
}
