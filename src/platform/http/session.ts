import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { PUBLIC } from '../../domain/access/actor.ts';
import { sessionReader } from '../identity/index.ts';
import type { Runtime } from '../use-case.ts';
import type { AppEnv } from './env.ts';

/** Bound by its prefix to this host and to TLS; browsers count localhost as such. It has no lifetime of its own: the session has. */
const SESSION = { name: 'session', prefix: 'host' } as const;
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } as const;

/** Sets who asks, from the session cookie. An answer to someone who has logged in is theirs alone: it is kept nowhere. */
export function session(runtime: Runtime) {
  const read = sessionReader(runtime);
  return createMiddleware<AppEnv>(async (c, next) => {
    const secret = secretOf(c);
    const actor = secret ? await read(secret) : undefined;
    c.set('actor', actor ?? PUBLIC);
    // Not when something is sent: of two clicks the second has the secret that the first has just made old, and the answer to the first the new one.
    if (secret && !actor && c.req.method === 'GET') forgetSecret(c);
    await next();
    if (actor) c.res.headers.set('cache-control', 'no-store');
  });
}

/** The secret in the request's cookie, or undefined. */
export function secretOf(c: Context): string | undefined {
  return getCookie(c, SESSION.name, SESSION.prefix);
}

export function giveSecret(c: Context, secret: string): void {
  setCookie(c, SESSION.name, secret, { ...OPTIONS, prefix: SESSION.prefix });
}

export function forgetSecret(c: Context): void {
  deleteCookie(c, SESSION.name, { ...OPTIONS, prefix: SESSION.prefix });
}
