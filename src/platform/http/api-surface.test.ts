import { describe, expect, it } from 'vitest';
import { knownOperations } from './api-surface.ts';
import { givenApi } from './given-api.ts';

const surface = knownOperations('/api', [
  { path: '/things', methods: ['GET'] },
  { path: '/things/{id}', methods: ['GET', 'POST'] },
]);
const app = givenApi(surface.tellAllow, surface.refuseOthers);
const ask = async (path: string, method = 'GET') => {
  const answer = await app.request(path, { method });
  return { status: answer.status, allow: answer.headers.get('allow') };
};

describe('knownOperations', () => {
  it('lets through what there is, HEAD with GET', async () => {
    expect(await ask('/api/things')).toMatchObject({ status: 200 });
    expect(await ask('/api/things/a', 'HEAD')).toMatchObject({ status: 200 });
  });

  it.each(['/api', '/api/other', '/api/things/', '/api/things/a/b'])('answers 404 for %s', async (path) => {
    expect(await ask(path)).toEqual({ status: 404, allow: null });
    expect(await ask(path, 'POST')).toEqual({ status: 404, allow: null });
  });

  it('answers OPTIONS with Allow, and 404 where there is nothing to have options of', async () => {
    expect((await ask('/api/things/a', 'OPTIONS')).allow).toBe('GET, HEAD, POST, OPTIONS');
    expect(await ask('/api/other', 'OPTIONS')).toEqual({ status: 404, allow: null });
  });

  it('answers 405 with Allow for a method that an address does not take', async () => {
    expect(await ask('/api/things', 'DELETE')).toEqual({ status: 405, allow: 'GET, HEAD, OPTIONS' });
    expect(await ask('/api/things/a', 'PUT')).toEqual({ status: 405, allow: 'GET, HEAD, POST, OPTIONS' });
  });
});
