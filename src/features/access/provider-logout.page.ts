import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, BACK_CHANNEL_LOGOUT_PATH, formOf, scopeOf } from '../../platform/index.ts';
import { endByProvider } from './provider-logout.ts';

/** The provider calls here itself, with no browser between (OpenID Connect Back-Channel Logout 1.0 §2.5–2.8): 200 is done, 400 is not believed. */
async function logOut(c: Context<AppEnv>) {
  const setup = c.var.login;
  if (!setup) return c.notFound();
  c.header('cache-control', 'no-store');
  const { logout_token: token = '' } = await formOf(c);
  const read = await setup.identity.readLogout(token);
  const done = isRefusal(read) ? read : await endByProvider(scopeOf(c), read);
  if (!isRefusal(done)) return c.body(null, 200);
  return done.code === 'provider-unreachable'
    ? c.json({ error: 'temporarily_unavailable' }, 503)
    : c.json({ error: 'invalid_request' }, 400);
}

/** Where the provider says that a login is over. */
export const providerLogoutPage = new Hono<AppEnv>().post(BACK_CHANNEL_LOGOUT_PATH, logOut);
