import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { AppEnv } from './env.ts';
import { pageAddresses } from './page-addresses.ts';

function givenPages() {
  const app = new Hono<AppEnv>();
  app.use(pageAddresses({ routes: () => app.routes, refused: async (c) => c.text('no', 405) }));
  app.get('/', (c) => c.text('home'));
  app.get('/avtal/:slug', (c) => c.text('page'));
  app.get('/lan/:code', (c) => c.text('county'));
  app.post('/lan/valj', (c) => c.text('chosen'));
  app.get('/api/v1/x', (c) => c.text('x'));
  return async (method: string, path: string) => {
    const response = await app.request(`http://localhost${path}`, { method });
    const { headers } = response;
    return [response.status, headers.get('location') ?? headers.get('allow')].filter((one) => one !== null);
  };
}

describe('the address of a page', () => {
  test('with a slash at the end leads to the one without, query and all', async () => {
    const ask = givenPages();
    expect(await ask('GET', '/avtal/x/?datum=2024-06-30')).toEqual([301, '/avtal/x?datum=2024-06-30']);
    expect(await ask('HEAD', '/avtal/x//')).toEqual([301, '/avtal/x']);
    expect(await ask('POST', '/lan/valj/')).toEqual([308, '/lan/valj']);
    expect(await ask('GET', '/')).toEqual([200]);
  });

  test('never leads to another site, nor from what is no page', async () => {
    const ask = givenPages();
    for (const path of ['//evil.example/', '//evil.example/avtal/x/', '/%2F%2Fevil.example/', '/avtal//', '/finns-inte/', '/api/v1/x/'])
      expect(await ask('GET', path), path).toEqual([404]);
  });

  test('answers 405 with Allow to a method that it does not take, and OPTIONS with Allow', async () => {
    const ask = givenPages();
    for (const method of ['PUT', 'POST', 'DELETE', 'PATCH']) expect(await ask(method, '/avtal/x')).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await ask('OPTIONS', '/avtal/x')).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect(await ask('PUT', '/')).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await ask('GET', '/avtal/x')).toEqual([200]);
  });

  test('is the closest one: a page that only takes a form does not answer as the one beside it', async () => {
    const ask = givenPages();
    expect(await ask('GET', '/lan/valj')).toEqual([405, 'POST, OPTIONS']);
    expect(await ask('POST', '/lan/valj')).toEqual([200]);
    expect(await ask('POST', '/lan/06')).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  test('leaves what is no page to those who answer for it', async () => {
    const ask = givenPages();
    expect(await ask('PUT', '/finns-inte')).toEqual([404]);
    expect(await ask('PUT', '/api/v1/x')).toEqual([404]);
  });
});
