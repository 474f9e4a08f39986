import { beforeAll, describe, expect, it } from 'vitest';
import { apiDocument } from '../../src/api.ts';
import { bodyOf, exampleAddress } from '../../src/features/api-docs/index.ts';
import { addressesOf } from '../../src/platform/http/index.ts';
import { operationsOf } from '../../src/platform/index.ts';
import { givenApp } from '../given/app.ts';
import { cookieFor, givenLogins, type Logins } from './sessions.ts';

const document = apiDocument();
const operations = operationsOf(document);
const addresses = addressesOf(document).map(({ path, methods }) => ({
  path,
  methods: methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])),
}));

let app: Awaited<ReturnType<typeof givenApp>>;
let logins: Logins;
beforeAll(async () => {
  app = await givenApp({ login: true });
  logins = await givenLogins(app);
});

type Told = { code: string; status: number; errors?: { pointer: string }[] };

/** The address of a documented path, with its example put in. */
function exampleOf(path: string): string {
  return exampleAddress(document, operationAt(path));
}

function operationAt(path: string) {
  const found = operations.find((one) => one.path === path);
  if (!found) throw new Error(`${path} is not documented`);
  return found;
}

describe.each(addresses)('$path', ({ path, methods }) => {
  it('answers HEAD as GET, without body, and only where there is a GET', async () => {
    const headers = cookieFor(logins, operationAt(path));
    const head = await app.request(exampleOf(path), { method: 'HEAD', headers });
    expect(await head.text()).toBe('');
    if (!methods.includes('GET')) return expect(head.status).toBe(405);
    const got = await app.request(exampleOf(path), { headers });
    const told = (answer: Response) => [
      answer.status,
      ...['etag', 'content-type', 'content-length', 'link'].map((name) => answer.headers.get(name)),
    ];
    expect(told(head)).toEqual(told(got));
  });

  it('answers OPTIONS with the methods it takes', async () => {
    const answer = await app.request(exampleOf(path), { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, [...methods, 'OPTIONS'].join(', ')]);
  });

  it('answers every other method with 405 and Allow', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'GET', 'PROPFIND'].filter((one) => !methods.includes(one))) {
      const answer = await app.request(exampleOf(path), { method });
      expect([answer.status, answer.headers.get('allow')], method).toEqual([405, [...methods, 'OPTIONS'].join(', ')]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(await answer.json()).toMatchObject({ code: 'method-not-allowed', status: 405 });
    }
  });
});

/** Operations that take whole files. */
const TAKES_FILES = /^\/(verify|imports|drafts\/\{id\}\/decisions)$/;

describe('a body that cannot be read', () => {
  it.each(operations.filter((found) => bodyOf(document, found)).map(({ path }) => path))('%s points at the body', async (path) => {
    const send = async (body: string, type: string) => {
      const answer = await app.request(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': type }, body });
      const { status, errors } = (await answer.json()) as Told;
      return [status, errors?.map(({ pointer }) => pointer)];
    };
    expect(await send('{', 'application/json')).toEqual([400, ['#']]);
    expect(await send('{}', 'text/plain')).toEqual([415, ['#']]);
    expect(await send(JSON.stringify({ text: 'a'.repeat(TAKES_FILES.test(path) ? 30_000_000 : 70_000) }), 'application/json')).toEqual([
      413,
      ['#'],
    ]);
  });
});
