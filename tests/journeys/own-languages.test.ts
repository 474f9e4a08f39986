import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/features/plans/own/words/manner.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { leftInSwedish } from './own-languages.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
let session: string;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true });
  session = await givenLoggedIn(app, 'enskild-1');
});

type Language = Parameters<typeof leftInSwedish>[1];

/** Addresses of the same page for different things. Every plan has a page of its own; of the rest one is enough. */
const shapeOf = (path: string) => {
  const [address = ''] = path.split('#');
  return /^\/min-plan\/[^/]+$/.test(address)
    ? address
    : address
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
        .replace(/\/skriv\/.*/, '/skriv/:del')
        .replace(/fore=.*/, 'fore');
};

const isPage = (href: string) => /^\/min-plan(\/|\?|$)/.test(href) && !/\.(pdf|ics)$/.test(href);

function asOwn(page: Page, language: Language): string[] {
  const { documentElement: root } = page.document;
  const { dir } = LANGUAGES[language];
  return [
    ...(root.lang === language && (root.dir === 'rtl' ? 'rtl' : 'ltr') === dir ? [] : [`is in ${root.lang}, ${root.dir}`]),
    ...(page.document.querySelector('a[data-exit]') ? [] : ['has no way out in haste']),
    ...leftInSwedish(page.document, language),
  ].map((fault) => `${page.path} ${page.status} ${fault}`);
}

/** Every page of the individual's own that another leads to, each with its form sent with nothing in it and with more than there is room for. */
async function walk(reader: Reader, language: Language): Promise<{ pages: string[]; refused: number; faults: string[] }> {
  const [queue, seen] = [[`/min-plan?sprak=${language}`], new Set<string>()];
  const faults: string[] = [];
  let refused = 0;
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const page = await reader.visit(path);
    faults.push(...asOwn(page, language));
    for (const { href } of page.links()) {
      if (!isPage(href) || seen.has(shapeOf(href))) continue;
      seen.add(shapeOf(href));
      queue.push(href.split('#')[0] ?? href);
    }
    const form = page.document.querySelector<HTMLFormElement>('main form[method=post]');
    if (!form) continue;
    const fields = [...form.querySelectorAll<HTMLInputElement>('input:not([type=hidden])[name], select[name], textarea[name]')];
    const filled = (text: string) => Object.fromEntries(fields.map(({ name, type }) => [name, type === 'textarea' ? text : []]));
    for (const sent of [filled(''), filled('Å'.repeat(25_000))]) {
      const answer = await page.submit('', sent);
      faults.push(...asOwn(answer, language));
      if (answer.status >= 400) refused += 1;
    }
  }
  return { pages: [...seen], refused, faults };
}

describe.each(['en', 'fi', 'ar'] as const)('the individual’s own pages in %s', (language) => {
  it('are all in that language, with the way out on each, whatever is sent', async () => {
    const { pages, refused, faults } = await walk(await givenReader(app, session), language);
    expect([...new Set(faults)]).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(10);
  });

  it('say in it as well that there is no such page, and that the login is over', async () => {
    const reader = await givenReader(app, session);
    await reader.visit(`/min-plan?sprak=${language}`);
    const id = '0198a3c2-0000-7000-8000-000000000000';
    for (const path of [
      'ingenting',
      id,
      `${id}/svara`,
      `${id}/samtycke`,
      `${id}/historik`,
      `${id}/kopior`,
      `${id}/utskrift`,
      `${id}/enkat`,
      `${id}/finns/inte`,
    ]) {
      const page = await reader.visit(`/min-plan/${path}`);
      expect([page.status, asOwn(page, language)]).toEqual([404, []]);
    }
    const form = await reader.visit('/min-plan/be-om-plan');
    const loggedOut = await givenReader(app);
    await loggedOut.visit(`/min-plan?sprak=${language}`).catch(() => undefined);
    const sent = await app.request('http://localhost/min-plan/be-om-plan', {
      method: 'POST',
      body: new URLSearchParams({ reason: 'Jag behöver hjälp' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', cookie: `sprak=${language}` },
    });
    const html = await sent.text();
    expect([form.status, sent.status]).toEqual([200, 401]);
    expect(html).toContain(LANGUAGES[language].words.kept.title);
    expect(html).toContain('Jag behöver hjälp');
  });
});
