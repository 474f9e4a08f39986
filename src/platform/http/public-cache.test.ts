import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import type { Runtime } from '../use-case.ts';
import type { AppEnv } from './env.ts';
import { publicCache } from './public-cache.ts';

/** An application that counts how often it really answers; the revision and the day can be changed. */
function given({ maxBytes = 1_000_000, body = 'x'.repeat(2000) } = {}) {
  const world = { revision: '1', day: '2026-11-22', made: 0, county: undefined as string | undefined };
  const runtime = {
    database: { revision: async () => world.revision },
    clock: { today: () => Temporal.PlainDate.from(world.day) },
  } as unknown as Runtime;
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('runtime', runtime);
    if (world.county) c.set('county', world.county);
    await next();
  });
  app.use(publicCache({ maxBytes }));
  app.get('/page/:name', (c) => {
    world.made += 1;
    return c.text(`${c.req.param('name')} ${world.revision} ${body}`);
  });
  app.get('/cookie', (c) => {
    world.made += 1;
    return c.text('hej', 200, { 'set-cookie': 'a=b' });
  });
  return { app, world };
}

describe('publicCache', () => {
  it('makes an answer once, and again when data, day, county or address is another', async () => {
    const { app, world } = given();
    const ask = () => app.request('/page/a');
    await ask();
    await ask();
    expect(world.made).toBe(1);
    for (const change of [{ revision: '2' }, { day: '2026-11-23' }, { county: '06' }]) {
      Object.assign(world, change);
      const before = world.made;
      await ask();
      await ask();
      expect(world.made).toBe(before + 1);
    }
    await app.request('/page/a?x=1');
    expect(world.made).toBe(5);
  });

  it('answers 304 without content to the tag of the same answer, and anew to another', async () => {
    const { app, world } = given();
    const etag = (await app.request('/page/a')).headers.get('etag') ?? '';
    const again = (tag: string) => app.request('/page/a', { headers: { 'if-none-match': tag } });
    for (const tag of [etag, etag.replace('W/', ''), `"x", ${etag}`, '*']) {
      const answer = await again(tag);
      expect(answer.status).toBe(304);
      expect(answer.headers.get('etag')).toBe(etag);
      expect(await answer.text()).toBe('');
    }
    expect((await again('"x"')).status).toBe(200);
    world.revision = '2';
    expect((await again(etag)).status).toBe(200);
  });

  it('packs for those who take it, with the same content', async () => {
    const { app } = given();
    const plain = await (await app.request('/page/a')).text();
    const packed = async (accepts: string) => {
      const answer = await app.request('/page/a', { headers: { 'accept-encoding': accepts } });
      return { coding: answer.headers.get('content-encoding'), bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    const br = await packed('gzip, br');
    expect([br.coding, brotliDecompressSync(br.bytes).toString()]).toEqual(['br', plain]);
    const gzip = await packed('gzip, br;q=0');
    expect([gzip.coding, gunzipSync(gzip.bytes).toString()]).toEqual(['gzip', plain]);
    expect((await packed('identity')).coding).toBeNull();
  });

  it('packs better for those who come back, under the same tag and with the same content', async () => {
    const body = Array.from({ length: 500 }, (_, index) => `rad ${(index * 7919) % 1000} av fler`).join(', ');
    const { app, world } = given({ body });
    for (const coding of ['br', 'gzip']) {
      const ask = async () => {
        const answer = await app.request(`/page/${coding}`, { headers: { 'accept-encoding': coding } });
        const bytes = Buffer.from(await answer.arrayBuffer());
        return { tag: answer.headers.get('etag'), bytes, length: Number(answer.headers.get('content-length')) };
      };
      const first = await ask();
      expect((await ask()).bytes.equals(first.bytes)).toBe(true);
      await vi.waitUntil(async () => (await ask()).length < first.length);
      const better = await ask();
      const plain = (bytes: Buffer) => (coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
      expect(plain(better.bytes)).toBe(plain(first.bytes));
      expect([better.tag, better.bytes.byteLength]).toEqual([first.tag, better.length]);
    }
    expect(world.made).toBe(2);
  });

  it('answers HEAD with the headers of GET and nothing more', async () => {
    const { app } = given();
    const got = await app.request('/page/a');
    const head = await app.request('/page/a', { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String((await got.arrayBuffer()).byteLength));
    expect(head.headers.get('etag')).toBe(got.headers.get('etag'));
    expect(await head.text()).toBe('');
  });

  it('never keeps an answer that sets a cookie', async () => {
    const { app, world } = given();
    await app.request('/cookie');
    await app.request('/cookie');
    expect(world.made).toBe(2);
  });

  it('forgets what was used longest ago when it is full', async () => {
    const { app, world } = given({ maxBytes: 15_000 });
    for (const name of ['a', 'b', 'c', 'a', 'd', 'e']) await app.request(`/page/${name}`);
    const before = world.made;
    await app.request('/page/e');
    expect(world.made).toBe(before);
    await app.request('/page/b');
    expect(world.made).toBe(before + 1);
  });
});
