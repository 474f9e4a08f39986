import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader } from './visit.ts';

const TODAY = '2026-11-22';

beforeAll(() => givenDatabase({ demo: true }));

async function ask(path: string): Promise<Response> {
  return (await givenApp()).request(`http://localhost${path}`);
}

describe('the choices of a list', () => {
  test.each([
    ['/avtal?lan=06', '/avtal?datum=2025-01-01'],
    ['/lagrum?visa=inaktuella', '/lagrum?datum=2025-01-01'],
    ['/kunskap?alder=vuxna', '/kunskap?datum=2025-01-01'],
    ['/avtal/jonkoping-missbruk-beroende/ansvar?yrke=kurator', '/avtal/jonkoping-missbruk-beroende/ansvar?datum=2025-01-01'],
  ])('of %s are cleared and the day is kept', async (path, cleared) => {
    const { document } = new JSDOM(await (await ask(`${path}&datum=2025-01-01`)).text()).window;
    const link = [...document.querySelectorAll('a')].find(({ textContent }) => textContent?.trim() === 'Rensa filter');
    expect(link?.getAttribute('href')).toBe(cleared);
  });

  test('a form that is sent with today, or no day, leads to the address without', async () => {
    for (const day of [TODAY, '', '+']) {
      const answer = await ask(`/avtal?lan=06&datum=${day}`);
      expect([answer.status, answer.headers.get('location')], day).toEqual([302, '/avtal?lan=06']);
    }
    expect((await ask(`/sok?q=sip&datum=${TODAY}`)).status).toBe(200);
  });
});

describe('the address of a page', () => {
  test('with a slash at the end leads to the page', async () => {
    const app = await givenApp();
    const answer = await app.request('http://localhost/avtal/?lan=06');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/avtal?lan=06']);
    expect((await (await givenReader()).visit('/lan/06/')).text).toContain('Jönköpings län');
  });

  test('says which methods it takes, to any site, and still takes no form from another', async () => {
    const app = await givenApp();
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const answer = await app.request('http://localhost/avtal', { method, headers: { origin: 'https://evil.example' } });
      expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(await answer.text()).toContain('Inget har ändrats');
    }
    const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' };
    expect((await app.request('http://localhost/lan/valj', { method: 'POST', headers, body: 'county=06' })).status).toBe(403);
  });

  test('of a draft that can name nothing is answered as one that names nothing: never as a fault of who asks', async () => {
    const app = await givenApp({ login: true });
    const headers = { cookie: await givenLoggedIn(app, 'strategigrupp-06') };
    const of = '/arbetsversioner/:id';
    const doors = app.routes.filter(({ method, path }) => method === 'GET' && path.startsWith(of)).map(({ path }) => path);
    expect(doors.length).toBeGreaterThan(20);
    const named = (path: string) => path.replaceAll(/:\w+/g, 'x');
    const draft = `/arbetsversioner/${stableId('demo:draft:06')}`;
    for (const path of new Set(doors.flatMap((door) => [named(door), named(door.replace(of, draft))]))) {
      if (path !== draft) expect([200, 403, 404], path).toContain((await app.request(`http://localhost${path}`, { headers })).status);
    }
    expect((await app.request('http://localhost/arbetsversioner/x/kommentarer', { headers })).status).toBe(404);
  });
});
