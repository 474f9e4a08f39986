import { describe, expect, test } from 'vitest';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../given/logged-in.ts';

const app = await givenApp({ login: true });
const open = (cookie: string) => app.request(`${TEST_ORIGIN}/inloggningar`, { headers: { cookie } });
const sessionIn = (answer: Response) => answer.headers.getSetCookie().findLast((cookie) => cookie.startsWith('__Host-session='));

describe('a session', () => {
  test('cannot be chosen beforehand: the secret that a browser brings to the login is not the one it leaves with, and opens nothing', async () => {
    const planted = `__Host-session=${'ab'.repeat(32)}`;
    const answer = await post(app, '/demo/logga-in', { account: 'registrator-aneby-06' }, planted);
    expect(sessionIn(answer)).toMatch(/^__Host-session=[0-9a-f]{64};/);
    expect(sessionIn(answer)).not.toContain('ab'.repeat(32));
    expect((await open(planted)).status).toBe(303);
  });

  test('has a secret of 256 bits that is never given twice', async () => {
    const secrets = new Set<string>();
    for (let i = 0; i < 20; i++) secrets.add(await givenLoggedIn(app, 'registrator-aneby-06'));
    expect(secrets.size).toBe(20);
    for (const secret of secrets) expect(secret).toMatch(/^__Host-session=[0-9a-f]{64}$/);
  });

  test('is taken from the cookie alone: not from the address, a field, another header or a cookie of another name', async () => {
    const cookie = await givenLoggedIn(app, 'registrator-aneby-06');
    const secret = cookie.split('=')[1] ?? '';
    expect((await open(cookie)).status).toBe(200);
    for (const [path, headers] of [
      [`/inloggningar?session=${secret}&__Host-session=${secret}`, {}],
      ['/inloggningar', { authorization: `Bearer ${secret}` }],
      ['/inloggningar', { 'x-session': secret }],
      ['/inloggningar', { cookie: `session=${secret}; __Secure-session=${secret}` }],
    ] as const) {
      expect((await app.request(`${TEST_ORIGIN}${path}`, { headers })).status, path).toBe(303);
    }
  });

  test('stands in no answer but the one that gives the cookie', async () => {
    const cookie = await givenLoggedIn(app, 'registrator-aneby-06');
    const secret = cookie.split('=')[1] ?? '';
    for (const path of ['/', '/inloggningar', '/uppdrag', '/finns-inte', '/api/v1']) {
      const answer = await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } });
      expect(`${JSON.stringify([...answer.headers])}${await answer.text()}`, path).not.toContain(secret);
    }
  });
});

test('every cookie is bound to this host or holds no secret, and is sent to no other site', async () => {
  const answers = [
    await post(app, '/demo/logga-in', { account: 'registrator-aneby-06' }),
    await app.request(`${TEST_ORIGIN}/logga-in`),
    await post(app, '/lan/valj', { county: '20', return: '/' }),
  ];
  const cookies = answers.flatMap(({ headers }) => headers.getSetCookie());
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(expect.arrayContaining(['__Host-session', '__Host-login', 'lan']));
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i);
    expect(cookie).not.toMatch(/; Domain=/i);
    if (!cookie.startsWith('lan=')) expect(cookie).toMatch(/^__Host-.*; Path=\/.*; HttpOnly; Secure/i);
  }
});

describe('the same parameter twice', () => {
  test.each(['/api/v1/search?q=abstinens&q=vite', '/api/v1/agreements?county=06&county=20'])('is refused by the API: %s', async (path) => {
    expect((await app.request(`${TEST_ORIGIN}${path}`)).status).toBe(422);
  });

  test('gives a page one of the values, never both or a fault of ours', async () => {
    for (const path of ['/sok?q=abstinens&q=vite', '/avtal?lan=06&lan=20', '/vem-gor-vad?lan=06&lan=20', '/sok?q[]=a&q[__proto__]=b']) {
      expect((await app.request(`${TEST_ORIGIN}${path}`)).status, path).toBe(200);
    }
  });

  test('in a form cannot make a login go to one account and be checked against another', async () => {
    const body = 'account=finns-inte&account=registrator-aneby-06&tillbaka=/avtal&tillbaka=//evil.example';
    const headers = { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.request(`${TEST_ORIGIN}/demo/logga-in?account=finns-inte`, { method: 'POST', headers, body });
    expect(answer.headers.get('location')).toBe('/');
  });
});

describe('hammering', () => {
  test('at the login is stopped, on the page and in the list, and says when to come again', async () => {
    const limited = await givenApp({ login: true, loginsPerMinute: 5 });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await limited.request(`${TEST_ORIGIN}/logga-in`)).status);
    for (let i = 0; i < 3; i++) statuses.push((await post(limited, '/demo/logga-in', { account: 'finns-inte' })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 422, 429, 429]);
    const refused = await limited.request(`${TEST_ORIGIN}/logga-in`);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('<h1');
    expect((await limited.request(`${TEST_ORIGIN}/om`)).status).toBe(200);
  });

  test('at search is stopped, on the page, in the API and among persons', async () => {
    const limited = await givenApp({ login: true, searchesPerMinute: 3 });
    const ask = async () => [
      (await limited.request(`${TEST_ORIGIN}/sok?q=a`)).status,
      (await limited.request(`${TEST_ORIGIN}/api/v1/search?q=abstinens`)).status,
      (await post(limited, '/personer', { namn: 'x' })).status,
    ];
    await ask();
    expect(await ask()).toEqual([429, 429, 429]);
    expect((await limited.request(`${TEST_ORIGIN}/api/v1/search?q=abstinens`)).headers.get('content-type')).toContain('problem+json');
  });
});
