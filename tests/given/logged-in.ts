import type { Hono } from 'hono';
import { isRefusal } from '../../src/domain/refusal.ts';
import { loginSetup } from '../../src/login-setup.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/index.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { DEMO_LOGIN_PATH, type DemoAccount, type LoginSetup } from '../../src/platform/identity/index.ts';
import { numberHasher } from '../../src/platform/secrets/index.ts';
import { prepareDemo } from '../../src/prepare-data.ts';
import { givenKeyRing } from './key-ring.ts';

export { givenKeyRing };

/** Where the application under test answers. */
export const TEST_ORIGIN = 'http://localhost';

/** Puts the fictional register into a database, under the keys of the tests. Answers who can log in. */
export function seedRegister(database: Database, clock: Clock): Promise<DemoAccount[]> {
  return prepareDemo(
    database,
    clock.now(),
    numberHasher(givenKeyRing(), () => clock.today()),
    givenKeyRing(),
  );
}

/**
 * A way to log in as the fictional staff and individuals, who are put into the database. `accounts`: those who can, where they are in it already. A login is
 * as fresh as the clock of the test says.
 */
export async function givenLogin(database: Database, clock: Clock, accounts?: readonly DemoAccount[]): Promise<LoginSetup> {
  const numberHash = numberHasher(givenKeyRing(), () => clock.today());
  const known = accounts ?? (await seedRegister(database, clock));
  const setup = loginSetup({ oidc: undefined, demo: true, baseUrl: TEST_ORIGIN, numberHash, accounts: known });
  if (!setup) throw new Error('demo mode has a way to log in');
  const { identity } = setup;
  const finish: typeof identity.finish = async (...given) => {
    const who = await identity.finish(...given);
    return isRefusal(who) ? who : { ...who, authenticatedAt: clock.now() };
  };
  return { ...setup, identity: { ...identity, finish } };
}

/**
 * Logs in as a fictional account (`forvaltare-aneby-06`, `enskild-1`) through the whole protocol, and answers the cookie header of the session.
 * Someone with several assignments acts as the one whose label has `as` in it, or as the first. The app must be given with `login: true`.
 */
export async function givenLoggedIn(app: Hono<AppEnv>, account: string, as = ''): Promise<string> {
  const cookie = sessionOf(await post(app, DEMO_LOGIN_PATH, { account, tillbaka: '/' }));
  const page = await (await app.request(`${TEST_ORIGIN}/uppdrag`, { headers: { cookie } })).text();
  const choices = [...page.matchAll(/type="radio" value="([^"]+)"([^>]*)>[\s\S]*?<label[^>]*>([^<]*)</g)];
  if (choices.length < 2) return cookie;
  const chosen = choices.find(([, , , label]) => label?.includes(as))?.[1];
  if (!chosen) throw new Error(`${account} has no assignment with ${as}`);
  return sessionOf(await post(app, '/uppdrag', { uppdrag: chosen, tillbaka: '/' }, cookie));
}

/** Sends a form as a browser does. `cookie`: of `givenLoggedIn`. */
export async function post(app: Hono<AppEnv>, path: string, form: Readonly<Record<string, string>>, cookie = ''): Promise<Response> {
  const headers = { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) };
  return app.request(`${TEST_ORIGIN}${path}`, { method: 'POST', headers, body: new URLSearchParams(form).toString() });
}

function sessionOf(response: Response): string {
  for (const given of response.headers.getSetCookie()) {
    const [cookie = ''] = given.split(';', 1);
    if (cookie.startsWith('__Host-session=') && cookie.length > '__Host-session='.length) return cookie;
  }
  throw new Error(`no session was given: ${response.status}`);
}
