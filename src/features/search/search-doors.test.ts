import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import type { AppEnv } from '../../platform/index.ts';
import { SearchBody } from './api-schemas.ts';
import { searchApi, searchPage } from './index.ts';

let doors: Hono<AppEnv>;

beforeAll(async () => {
  const runtime = { database: await givenDatabase(), clock: givenClock() };
  doors = new Hono<AppEnv>();
  doors.use(async (c, next) => {
    c.set('runtime', runtime);
    c.set('actor', PUBLIC);
    c.set('demo', false);
    c.set('requestId', 'test');
    const county = c.req.header('x-county');
    if (county) c.set('county', county);
    await next();
  });
  doors.route('/', searchPage);
  doors.route('/api', searchApi);
});

const html = async (path: string, headers = {}) => (await doors.request(path, { headers })).text();
const json = async (query: string) => {
  const response = await doors.request(`/api/search?${query}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('the search page', () => {
  test('begins with the field, and examples that all find something', async () => {
    const page = await html('/sok');
    expect(page).toContain('name="q"');
    const examples = [...page.matchAll(/href="(\/sok\?q=[^"]+)"/g)].map(([, href]) => href ?? '');
    expect(examples.length).toBeGreaterThan(3);
    for (const href of examples) expect(await html(href.replaceAll('&amp;', '&'))).toContain('ov-result__title');
  });

  test('marks the words in the text, and says how the words were read', async () => {
    const page = await html('/sok?q=missburk');
    expect(page).toContain('<mark>missbruk</mark>');
    expect(page).toMatch(/Ordet ”missburk” finns inte i registret\. Visar träffar för ”missbruk”/);
    expect(page).toContain('skadligt bruk');
  });

  test('keeps the query and its limits in the form and in the address of the next page', async () => {
    const page = await html('/sok?q=samverkan&lan=06&omrade=psykiatriska-tillstand&sort=section');
    expect(page).toContain('value="samverkan"');
    expect(page).toMatch(/<option value="06" selected=""[^>]*>|<option value="06" selected>/);
    const next = /href="(\/sok\?[^"]+sida=2[^"]*)"/.exec(await html('/sok?q=samverkan&lan=06'))?.[1]?.replaceAll('&amp;', '&');
    expect(next).toBe('/sok?q=samverkan&lan=06&sida=2');
    expect(await html(next ?? '')).toContain('/sok?q=samverkan&amp;lan=06"');
  });

  test('proposes the remembered county before a search, and never limits a search by it', async () => {
    const selected = /<option value="06" selected/;
    expect(await html('/sok', { 'x-county': '06' })).toMatch(selected);
    expect(await html('/sok?q=tvist', { 'x-county': '06' })).not.toMatch(selected);
  });

  test('writes what was typed as text, never as markup', async () => {
    const page = await html(`/sok?q=${encodeURIComponent('<script>alert(1)</script> vård"><img>')}`);
    expect(page).not.toMatch(/<script>alert|"><img/);
    expect(page).toContain('&lt;script&gt;');
  });

  test('with no hits says what to try', async () => {
    const page = await html('/sok?q=xqzwv&lan=06');
    expect(page).toContain('Inga träffar på ”xqzwv”');
    expect(page).toContain('href="/sok?q=xqzwv"');
    expect(page).toContain('href="/vem-gor-vad"');
  });

  test.each([
    'q=',
    'q=%00',
    `q=${'x'.repeat(5000)}`,
    'q=vård&lan=xx&omrade=%2F&sort=nej&sida=-3',
    'q=v%C3%A5rd&sida=999',
    'q=a&q=b',
    'q=%F0%9F%99%82',
  ])('answers %s with a page', async (query) => {
    expect((await doors.request(`/sok?${query}`)).status).toBe(200);
  });

  test('says when the query was too long', async () => {
    expect(await html(`/sok?q=${'vård '.repeat(60)}`)).toContain('Skriv högst 200 tecken');
  });
});

describe('the search API', () => {
  test('answers in the shape it promises', async () => {
    for (const q of ['avgiftning', 'missburk', 'SoL 14:1', 'avgiftning Nässjö', 'xqzwv', 'och', 'Synergi hjälpmedel']) {
      const { status, body } = await json(`q=${encodeURIComponent(q)}&limit=5`);
      expect(status).toBe(200);
      expect(SearchBody.safeParse(body).error?.issues).toBeUndefined();
    }
  });

  test('leads from page to page by a Link header, until every hit has been given once', async () => {
    const given: string[] = [];
    let total = 0;
    let path: string | undefined = '/api/search?q=samverkan&limit=7';
    while (path) {
      const response: Response = await doors.request(path);
      const body = SearchBody.parse(await response.json());
      for (const { kind, title, place, agreement } of body.items) given.push(JSON.stringify([kind, title, place, agreement?.slug]));
      total = body.total;
      path = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
      expect(path === undefined).toBe(body.next === null);
    }
    expect(total).toBeGreaterThan(70);
    expect(given).toHaveLength(total);
  });

  test.each([
    ['', 'query:/q'],
    ['q=', 'query:/q'],
    ['q=%00', 'query:/q'],
    [`q=${'x'.repeat(201)}`, 'query:/q'],
    ['q=sip&limit=51', 'query:/limit'],
    ['q=sip&after=2', 'query:/after'],
    ['q=sip&after=%2F', 'query:/after'],
    ['q=sip&page=2', 'query:/page'],
    ['q=sip&kind=nothing', 'query:/kind'],
    ['q=sip&county=6', 'query:/county'],
    ['q=sip&area=A', 'query:/area'],
    ['q=sip&extra=1', 'query:/extra'],
  ])('refuses %s and points at %s', async (query, pointer) => {
    const { status, body } = await json(query);
    expect(status).toBe(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  test('gives hits that lead somewhere: the page is there, and the place on it', async () => {
    const urls = new Set<string>();
    for (const q of [
      'ansvar',
      'avtal',
      'län',
      'kommun',
      'lag',
      'kunskapsstöd',
      'yrke verksamhet',
      'organ',
      'vård',
      'samverkan',
      'SoL',
      'barn',
      'målgrupp',
      'uppföljning',
    ]) {
      let after = '';
      for (let page = 1; page <= 3; page++) {
        const body = SearchBody.parse((await json(`q=${encodeURIComponent(q)}&limit=50${after}`)).body);
        for (const { url } of body.items) urls.add(url);
        if (body.next === null) break;
        after = `&after=${body.next}`;
      }
    }
    expect(urls.size).toBeGreaterThan(200);
    const app = await givenApp();
    const pages = new Map<string, string>();
    for (const url of urls) {
      const [path = '', anchor] = url.split('#');
      if (!pages.has(path)) {
        const response = await app.request(path);
        expect(`${response.status} ${path}`).toBe(`200 ${path}`);
        pages.set(path, await response.text());
      }
      if (anchor) expect(pages.get(path)?.includes(`id="${anchor}"`), url).toBe(true);
    }
  });
});
