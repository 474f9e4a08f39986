import { expect, test } from 'vitest';
import { createApp } from '../../src/app.tsx';
import { type Database, DatabaseUnavailable } from '../../src/platform/db/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';

/** The application on a database that can be taken away, and what it logged, a line each. */
async function givenFragile() {
  const database = await givenDatabase();
  let lost = false;
  const unless =
    <Args extends unknown[], T>(ask: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      if (lost) throw new DatabaseUnavailable(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
      return ask(...args);
    };
  const fragile: Database = {
    ...database,
    revision: unless(database.revision),
    transaction: unless(database.transaction) as Database['transaction'],
    ready: () => (lost ? Promise.resolve(false) : database.ready()),
  };
  const lines: string[] = [];
  const app = await createApp({
    runtime: { database: fragile, clock: givenClock() },
    log: createLog('info', { write: (line) => lines.push(line) }),
    demo: false,
    https: false,
    ratePerMinute: 0,
    pagesPerMinute: 0,
    assets: undefined,
    callerOf: () => 'test',
  });
  const become = (next: boolean) => () => {
    lost = next;
  };
  return { app, lines, lose: become(true), restore: become(false) };
}

test('a page says that the database cannot be reached and when to try again, and is there again when the database is', async () => {
  const { app, lines, lose, restore } = await givenFragile();
  expect((await app.request('/avtal')).status).toBe(200);
  lose();
  for (const address of ['/', '/avtal', '/finns-inte']) {
    const answer = await app.request(address);
    const id = answer.headers.get('x-request-id') ?? '?';
    expect({ status: answer.status, wait: answer.headers.get('retry-after'), kept: answer.headers.get('cache-control') }).toEqual({
      status: 503,
      wait: '10',
      kept: 'no-store',
    });
    const page = await answer.text();
    expect(page).toContain('<h1');
    expect(page).toContain('Just nu når vi inte databasen');
    expect(page).toContain(id);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ requestId: id, reason: 'ECONNREFUSED' });
  }
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toContain('stack');
  restore();
  expect((await app.request('/avtal')).status).toBe(200);
});

test('the API answers with a problem of its own code, and probes tell a living process from a ready one', async () => {
  const { app, lose, restore } = await givenFragile();
  const probes = async () => [(await app.request('/healthz')).status, (await app.request('/readyz')).status];
  expect(await probes()).toEqual([200, 200]);
  lose();
  const answer = await app.request('/api/v1/counties');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(await answer.json()).toMatchObject({ status: 503, code: 'database-unavailable', requestId: answer.headers.get('x-request-id') });
  expect(await probes()).toEqual([200, 503]);
  restore();
  expect((await app.request('/api/v1/counties')).status).toBe(200);
  expect(await probes()).toEqual([200, 200]);
});

test('never fills the log in a long outage', async () => {
  const { app, lines, lose } = await givenFragile();
  lose();
  for (let request = 0; request < 60; request++) await app.request('/avtal');
  expect(lines).toHaveLength(30);
});

test('pages asked for too often are refused with a page that says so, and other addresses are not', async () => {
  const app = await givenApp({ pagesPerMinute: 2 });
  for (let page = 0; page < 2; page++) expect((await app.request('/om')).status).toBe(200);
  const answer = await app.request('/om');
  expect({ status: answer.status, wait: answer.headers.get('retry-after') }).toEqual({ status: 429, wait: '30' });
  expect(await answer.text()).toContain('Det kom för många frågor på en gång');
  for (const address of ['/api/v1/counties', '/healthz']) expect((await app.request(address)).status).toBe(200);
});
