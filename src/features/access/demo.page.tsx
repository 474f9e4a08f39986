import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, DEMO_LOGIN_PATH, DEMO_PROVIDER_PATH, formOf, giveSecret, type LoginSetup, localPath } from '../../platform/index.ts';
import { BlockHeading, Page } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { beginLogin, finishLogin } from './log-in.ts';
import { refusalPage } from './refusal-page.tsx';
import { demoTexts as texts } from './texts.ts';

type Demo = NonNullable<LoginSetup['demo']>;

async function list(c: Context<AppEnv>, fault?: string) {
  const demo = c.var.login?.demo;
  if (!demo) return c.notFound();
  const shell = await shellOf(c);
  const groups = Map.groupBy(demo.accounts, ({ county }) => shell.counties.find(({ code }) => code === county)?.name ?? texts.individuals);
  return c.html(
    <Page shell={shell} title={texts.title} lead={texts.lead} errors={fault ? [{ text: fault }] : []} wide noindex>
      <form method="post" action={DEMO_LOGIN_PATH}>
        <input type="hidden" name="tillbaka" value={localPath(c.req.query('tillbaka'))} />
        {[...groups].map(([name, accounts]) => (
          <section>
            <BlockHeading level={2}>{name}</BlockHeading>
            <ul class="ov-accounts">
              {accounts.map(({ id, name: person, roleName, organisation }) => (
                <li>
                  <button class="ov-accounts__choice" type="submit" name="account" value={id}>
                    <strong>{person}</strong>
                    <span>{roleName}</span>
                    {organisation && <span class="ov-muted">{organisation}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </form>
    </Page>,
    fault ? 422 : 200,
  );
}

/** Goes on with the login that the browser has begun; or, when it has begun none, goes the whole way through the provider on its behalf. */
async function choose(c: Context<AppEnv>) {
  const setup = c.var.login;
  if (!setup?.demo) return c.notFound();
  const { account = '', tillbaka } = await formOf(c);
  if (!setup.demo.accounts.some(({ id }) => id === account)) return list(c, texts.unknown);
  const onwards = await setup.demo.provider.choose(c.req.header('cookie') ?? '', account);
  if (onwards) return onwards;
  const begun = await beginLogin(c, setup, { returnTo: localPath(tillbaka) });
  if (isRefusal(begun)) return refusalPage(c, begun);
  const callback = await walk(setup, setup.demo, begun.address, account);
  const done = await finishLogin(c, setup, callback, begun.state);
  if (isRefusal(done)) return refusalPage(c, done);
  giveSecret(c, done.secret);
  return c.redirect(done.next, 303);
}

/** Walks from the provider's first page to the address that it sends people back to, as a browser would. */
async function walk(setup: LoginSetup, { provider }: Demo, first: string, account: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = new URL(first, setup.origin);
  for (let step = 0; step < 8; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer =
      address.pathname === DEMO_LOGIN_PATH
        ? await provider.choose(cookie, account)
        : address.pathname.startsWith(`${DEMO_PROVIDER_PATH}/`)
          ? await provider.fetch(new Request(address, { headers: { cookie } }))
          : undefined;
    if (!answer) break;
    for (const given of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = given.split(';', 1)[0]?.split(/=(.*)/s) ?? [];
      jar.set(name, value);
    }
    address = new URL(answer.headers.get('location') ?? '/', address);
  }
  return address;
}

/** The fictional accounts, for scripts: no secrets, only what may be chosen. */
function accounts(c: Context<AppEnv>) {
  const demo = c.var.login?.demo;
  if (!demo) return c.notFound();
  return c.json(demo.accounts.map(({ id, name, role, organisation }) => ({ id, name, role, organisation })));
}

/** Logging in as somebody fictional. These addresses exist only in demo mode. */
export const demoPage = new Hono<AppEnv>()
  .get(DEMO_LOGIN_PATH, (c) => list(c))
  .post(DEMO_LOGIN_PATH, choose)
  .get('/demo/konton.json', accounts)
  .all(`${DEMO_PROVIDER_PATH}/*`, (c) => c.var.login?.demo?.provider.fetch(c.req.raw) ?? c.notFound());
