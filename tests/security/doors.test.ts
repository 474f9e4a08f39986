import { beforeAll, describe, expect, test } from 'vitest';
import { doorNames } from '../architecture/observe-doors.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';

const app = await givenApp({ login: true });
const doors = doorNames(app).filter((name) => !name.endsWith('*'));
const posts = doors.filter((name) => name.startsWith('POST '));
const pagePosts = posts.filter((name) => !name.startsWith('POST /api/'));
/** No browser calls there: the provider does, and signs what it says. */
const FROM_PROVIDER = 'POST /logga-ut/fran-leverantoren';
const ID = '0199d0a4-0000-7000-8000-000000000001';

/** The address of a door, with something in the place of its parameters. */
const addressOf = (door: string) => `${TEST_ORIGIN}${(door.split(' ')[1] ?? '').replace(/:\w+/g, ID)}`;
const methodOf = (door: string) => door.split(' ')[0] ?? '';
const FORM = 'application/x-www-form-urlencoded';

let staff = '';
let citizen = '';
/** The door that ends a session is knocked on with one of its own. */
const sessionFor = (door: string) => (door === 'POST /logga-ut' ? givenLoggedIn(app, 'handlaggare-aneby-06') : Promise.resolve(staff));
beforeAll(async () => {
  staff = await givenLoggedIn(app, 'handlaggare-aneby-06');
  citizen = await givenLoggedIn(app, 'enskild-1');
});

const knock = (door: string, headers: Record<string, string> = {}) =>
  app.request(addressOf(door), {
    method: methodOf(door),
    headers: { origin: TEST_ORIGIN, ...(methodOf(door) === 'POST' ? { 'content-type': FORM } : {}), ...headers },
    ...(methodOf(door) === 'POST' ? { body: 'x=1' } : {}),
  });

/** Doors that take documents: some tens of megabytes at most. */
const TAKES_FILES = /^POST (\/verifiera|\/api\/v1\/verify|\/import|\/api\/v1\/imports|\/api\/v1\/drafts\/.*\/decisions)$/;

describe('every door', () => {
  test('is among those that are walked', () => {
    expect(doors.length).toBeGreaterThan(60);
    expect(pagePosts).toEqual(expect.arrayContaining(['POST /lan/valj', 'POST /logga-ut', 'POST /demo/logga-in', 'POST /personer']));
  });

  test.each(doors)('%s answers with strict headers: no framing, no inline script, no sniffing, no referrer elsewhere', async (door) => {
    for (const cookie of ['', await sessionFor(door)]) {
      const { headers } = await knock(door, cookie ? { cookie } : {});
      const policy = headers.get('content-security-policy') ?? '';
      const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]));
      expect(directives.get('default-src')).toEqual(["'none'"]);
      expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
      expect(directives.get('base-uri')).toEqual(["'none'"]);
      expect(directives.get('form-action')).toEqual(["'self'"]);
      expect(policy).not.toMatch(/unsafe-|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
    }
  });

  test.each(doors)('%s says what its answer is, with the character set of texts', async (door) => {
    const answer = await knock(door, { cookie: await sessionFor(door) });
    const body = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    if (body === '') return expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(type).not.toBe('');
    if (type.startsWith('text/')) expect(type).toMatch(/charset=utf-8/i);
    if (/json/.test(type)) expect(() => JSON.parse(body)).not.toThrow();
  });

  test.each(doors)('%s is kept nowhere when it answers somebody who has logged in', async (door) => {
    for (const cookie of [staff, citizen].filter((one) => one !== '')) {
      if (door === 'POST /logga-ut' || door.includes('/assets/') || /\/(healthz|readyz)$/.test(door)) continue;
      expect((await knock(door, { cookie })).headers.get('cache-control'), door).toContain('no-store');
    }
    expect(staff).not.toBe('');
  });

  test.each(doors)('%s refuses the methods that it does not take, TRACE among them', async (door) => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const answer = await app.request(addressOf(door), { method, headers: { origin: TEST_ORIGIN } });
      expect([404, 405], `${method} ${door}`).toContain(answer.status);
    }
  });
});

describe('every door that changes something', () => {
  test.each(pagePosts)('%s refuses a form from another site, whoever has logged in', async (door) => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'https://localhost']) {
      for (const type of [FORM, 'multipart/form-data; boundary=x', 'text/plain']) {
        const answer = await knock(door, { origin, cookie: staff, 'content-type': type, 'sec-fetch-site': 'cross-site' });
        expect([origin, type, answer.status]).toEqual([origin, type, 403]);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    }
  });

  test.each(pagePosts.filter((door) => door !== FROM_PROVIDER))('%s refuses a form that does not say where it comes from', async (door) => {
    const answer = await app.request(addressOf(door), { method: 'POST', headers: { cookie: staff, 'content-type': FORM }, body: 'x=1' });
    expect(answer.status).toBe(403);
  });

  test.each(posts.filter((door) => door.startsWith('POST /api/')))('%s takes nothing that a form elsewhere can send', async (door) => {
    for (const type of [FORM, 'multipart/form-data; boundary=x', 'text/plain', '']) {
      const headers = { origin: 'https://evil.example', cookie: staff, ...(type ? { 'content-type': type } : {}) };
      expect((await app.request(addressOf(door), { method: 'POST', headers, body: '{}' })).status).toBe(415);
    }
  });

  test.each(posts)('%s refuses what is too large with 413, whether its length is said or not', async (door) => {
    const large = 'x'.repeat(TAKES_FILES.test(door) ? 30_000_000 : 2_100_000);
    const type = door.startsWith('POST /api/') ? 'application/json' : FORM;
    const headers = { origin: TEST_ORIGIN, cookie: staff, 'content-type': type };
    for (const said of [{}, { 'content-length': String(large.length) }]) {
      const answer = await app.request(addressOf(door), { method: 'POST', headers: { ...headers, ...said }, body: large });
      expect(answer.status).toBe(413);
    }
  });

  test('takes the reader nowhere by being looked at: no address changes anything by GET', async () => {
    for (const door of pagePosts) {
      const answer = await app.request(addressOf(door), { headers: { cookie: staff } });
      expect([200, 303, 403, 404, 405], door).toContain(answer.status);
      expect(
        answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('__Host-session=') && !cookie.includes('Max-Age=0')),
      ).toEqual([]);
    }
  });
});

describe('no door leads elsewhere', () => {
  const targets = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '\thttps://evil.example',
  ];
  const names = ['tillbaka', 'return', 'next', 'url', 'redirect', 'redirect_uri', 'post_logout_redirect_uri', 'till'];

  test.each(doors)('%s, whatever it is asked to return to', async (door) => {
    const cookie = await sessionFor(door);
    for (const target of targets) {
      const query = new URLSearchParams(names.map((name) => [name, target])).toString();
      const isPost = methodOf(door) === 'POST';
      const init = isPost ? { method: 'POST', headers: { origin: TEST_ORIGIN, 'content-type': FORM, cookie }, body: query } : {};
      const answer = await app.request(`${addressOf(door)}${isPost ? '' : `?${query}`}`, init);
      const location = answer.headers.get('location');
      if (location !== null) expect(new URL(location, TEST_ORIGIN).origin, `${door} ${target}`).toBe(TEST_ORIGIN);
    }
    expect(staff).not.toBe('');
  });
});
