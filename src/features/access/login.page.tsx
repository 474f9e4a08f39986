import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, forgetSecret, giveSecret, LOGGED_OUT_PATH, LOGIN_CALLBACK_PATH, scopeOf } from '../../platform/index.ts';
import { Page } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { beginLogin, finishLogin } from './log-in.ts';
import { endOwnSession } from './own-sessions.ts';
import { refusalPage } from './refusal-page.tsx';
import { loginTexts } from './texts.ts';

async function begin(c: Context<AppEnv>) {
  const setup = c.var.login;
  if (!setup) return closed(c);
  const begun = await beginLogin(c, setup, { returnTo: c.req.query('tillbaka') ?? '/', again: c.req.query('igen') === '1' });
  if (isRefusal(begun)) return refusalPage(c, begun);
  const { address } = begun;
  return c.redirect(address.startsWith(`${setup.origin}/`) ? address.slice(setup.origin.length) : address, 303);
}

async function finish(c: Context<AppEnv>) {
  const setup = c.var.login;
  if (!setup) return closed(c);
  const asked = new URL(c.req.url);
  const done = await finishLogin(c, setup, new URL(`${asked.pathname}${asked.search}`, setup.origin));
  if (isRefusal(done)) return refusalPage(c, done);
  giveSecret(c, done.secret);
  return c.redirect(done.next, 303);
}

async function logOut(c: Context<AppEnv>) {
  const { actor, login: setup } = c.var;
  if (actor.kind !== 'public') await endOwnSession(scopeOf(c), { id: actor.login.session, reason: 'logout' });
  forgetSecret(c);
  const address = setup && (await setup.identity.logoutAddress(`${setup.origin}${LOGGED_OUT_PATH}`));
  return c.redirect(address ?? LOGGED_OUT_PATH, 303);
}

async function loggedOut(c: Context<AppEnv>) {
  const { title, lead, home } = loginTexts.loggedOut;
  return c.html(
    <Page shell={await shellOf(c)} title={title} lead={lead} noindex>
      <p>
        <a class="govuk-link" href="/">
          {home}
        </a>
      </p>
    </Page>,
  );
}

async function closed(c: Context<AppEnv>) {
  return c.html(<Page shell={await shellOf(c)} title={loginTexts.closed.title} lead={loginTexts.closed.text} noindex />, 404);
}

/** Logging in and out by OpenID Connect. */
export const loginPage = new Hono<AppEnv>()
  .get('/logga-in', begin)
  .get(LOGIN_CALLBACK_PATH, finish)
  .post('/logga-ut', logOut)
  .get(LOGGED_OUT_PATH, loggedOut);
