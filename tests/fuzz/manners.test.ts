import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiDocument, apiRefusals } from '../../src/api.ts';
import { FORM_PAGES, formPageOf } from '../../src/features/api-docs/index.ts';
import { operationsOf } from '../../src/platform/index.ts';
import { givenApp } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenReader } from '../journeys/visit.ts';
import { cookieFor, givenLogins } from './sessions.ts';

beforeAll(() => givenDatabase({ demo: true }));

describe('the API as a whole', () => {
  it('may be read by any page: CORS on answers, refusals and preflights', async () => {
    const app = await givenApp();
    for (const path of ['/agreements', '/agreements/finns-inte', '/finns-inte', '/agreements?on=x', '/agreements?on=%ff']) {
      const answer = await app.request(`/api/v1${path}`, { headers: { origin: 'https://example.org' } });
      expect(answer.headers.get('access-control-allow-origin'), path).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials'), path).toBeNull();
      expect(answer.headers.get('access-control-expose-headers'), path).toContain('link');
    }
    const asked = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
      origin: 'https://example.org',
    };
    const preflight = await app.request('/api/v1/law/parse', { method: 'OPTIONS', headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('POST,OPTIONS');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
    expect(preflight.headers.get('allow')).toBe('POST, OPTIONS');
  });

  it('answers 304 to the tag of every answer it gives for reading, and HEAD like GET', async () => {
    const app = await givenApp();
    for (const path of ['/counties', '/agreements?limit=1', '/law/statutes', '/openapi.json', '/docs']) {
      const got = await app.request(`/api/v1${path}`);
      const etag = got.headers.get('etag') ?? '';
      expect(got.status, path).toBe(200);
      expect((await app.request(`/api/v1${path}`, { headers: { 'if-none-match': etag } })).status, path).toBe(304);
      const head = await app.request(`/api/v1${path}`, { method: 'HEAD' });
      expect([head.status, head.headers.get('etag'), await head.text()], path).toEqual([200, etag, '']);
    }
  });

  it('walks the whole register by the links, one agreement at a time', async () => {
    const app = await givenApp();
    const slugs: string[] = [];
    let path: string | undefined = '/api/v1/agreements?limit=1';
    while (path) {
      const answer: Response = await app.request(path);
      const { items } = (await answer.json()) as { items: { slug: string }[] };
      slugs.push(...items.map(({ slug }) => slug));
      path = answer.headers.get('link')?.match(/^<(.+)>; rel="next"$/)?.[1];
    }
    const { items } = (await (await app.request('/api/v1/agreements')).json()) as { items: { slug: string }[] };
    expect(slugs.length).toBeGreaterThan(2);
    expect(slugs).toEqual(items.map(({ slug }) => slug));
  });

  it('points at the faults of address, parameters and all in one answer', async () => {
    const answer = await (await givenApp()).request('/api/v1/agreements/INTE-SÅ?on=x&extra=1');
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(['path:/slug', 'query:/extra', 'query:/on']);
  });

  it('refuses parameters also where there are none, on every address', async () => {
    const app = await givenApp({ login: true });
    const logins = await givenLogins(app);
    for (const found of operationsOf(apiDocument()).filter(({ method }) => method === 'get')) {
      const { path } = found;
      const answer = await app.request(`/api/v1${path.replaceAll(/\{.+?\}/g, 'a')}?finns-inte=1`, { headers: cookieFor(logins, found) });
      const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
      expect(answer.status, path).toBe(422);
      expect(
        errors.map(({ pointer }) => pointer),
        path,
      ).toContain('query:/finns-inte');
    }
  });

  it('says how long to wait when there are too many calls', async () => {
    const app = await givenApp({ ratePerMinute: 2 });
    const calls = [];
    for (let call = 0; call < 3; call += 1) calls.push(await app.request('/api/v1/counties'));
    expect(calls.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(calls[2]?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await calls[2]?.json()).toMatchObject({ code: 'too-many', status: 429 });
  });

  it('never takes a form for JSON, so that no other page can write with the cookies of a reader', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://example.org' };
    const answer = await (await givenApp()).request('/api/v1/law/parse', { method: 'POST', headers, body: 'text=a' });
    expect(await answer.json()).toMatchObject({ status: 415, code: 'media-type' });
  });
});

describe('/api/v1/docs', () => {
  const part = (name: string) => `/api/v1/docs/del/${name}`;
  const parts = [...new Set(operationsOf(apiDocument()).map(({ operation }) => part(operation.tags?.[0] ?? '')))];

  const formPages = FORM_PAGES.map((page) => `/api/v1/docs/former/${page}`);

  it('shows every operation, every form and every code, and leads nowhere that is not there', async () => {
    const document = apiDocument();
    const reader = await givenReader();
    const pages = new Map<string, Awaited<ReturnType<typeof reader.visit>>>();
    for (const address of ['/api/v1/docs', '/api/v1/docs/former', ...formPages, ...parts]) pages.set(address, await reader.visit(address));
    for (const [address, { status, text }] of pages) {
      expect(status, address).toBe(200);
      expect(text, address).not.toMatch(/undefined|\[object|NaN/);
    }
    const has = (address: string, place: string) => pages.get(address)?.document.getElementById(place) ?? null;
    for (const { operation } of operationsOf(document))
      expect(has(part(operation.tags?.[0] ?? ''), operation.operationId ?? ''), operation.operationId).not.toBeNull();
    for (const name of Object.keys(document.components?.schemas ?? {}))
      expect(has(`/api/v1/docs/former/${formPageOf(name)}`, `form-${name}`), name).not.toBeNull();
    for (const code of Object.keys(apiRefusals)) expect(has('/api/v1/docs', `fel-${code}`), code).not.toBeNull();
    for (const [from, page] of pages) {
      const within = page.links().filter(({ href }) => /^(\/api\/v1\/docs[^?]*)?#/.test(href) && href !== '#innehall');
      for (const { href } of within) {
        const [address = '', place = ''] = href.split('#');
        expect(has(address || from, place), `${from} ${href}`).not.toBeNull();
      }
    }
  });

  it('needs no script and no style of its own, and is small over the wire', async () => {
    const app = await givenApp();
    for (const address of ['/api/v1/docs', '/api/v1/docs/former', ...formPages, ...parts]) {
      const answer = await app.request(address, { headers: { 'accept-encoding': 'br' } });
      expect((await answer.arrayBuffer()).byteLength, address).toBeLessThan(30_000);
      const { document } = new JSDOM(await (await app.request(address)).text()).window;
      expect(document.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
    }
  });

  it('opens an example that answers, from every link to one', async () => {
    const app = await givenApp();
    const reader = await givenReader();
    const pages = await Promise.all(parts.map((address) => reader.visit(address)));
    const examples = pages.flatMap((page) => page.links()).filter(({ href }) => /^\/api\/v1\/(?!docs)/.test(href));
    expect(examples.length).toBeGreaterThan(10);
    for (const { href } of examples) expect((await app.request(href)).status, href).toBe(200);
  });

  it('is where /api/v1 leads', async () => {
    const answer = await (await givenApp()).request('/api/v1');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/api/v1/docs']);
  });
});
