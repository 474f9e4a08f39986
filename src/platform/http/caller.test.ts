import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { callerAddress } from './caller.ts';
import type { AppEnv } from './env.ts';

/** Who the caller is taken to be, with so many trusted proxies, for a connection from an address and what it forwards. */
async function caller(hops: number, from: string, forwarded?: string): Promise<string> {
  const app = new Hono<AppEnv>().get('/', (c) => c.text(callerAddress(hops)(c)));
  const headers = forwarded === undefined ? undefined : { 'x-forwarded-for': forwarded };
  const answer = await app.request('/', headers ? { headers } : {}, { incoming: { socket: { remoteAddress: from } } });
  return answer.text();
}

describe('the address of the caller', () => {
  test('is the connection when no proxy is trusted, whatever the caller claims', async () => {
    expect(await caller(0, '192.0.2.1', '203.0.113.9')).toBe('192.0.2.1');
  });

  test.each([
    [1, '203.0.113.9', '203.0.113.9'],
    [2, '203.0.113.9, 198.51.100.7', '203.0.113.9'],
  ])('is what the outermost of %i proxies saw', async (hops, forwarded, wanted) => {
    expect(await caller(hops, '10.0.0.1', forwarded)).toBe(wanted);
  });

  test('never is what the caller put in front', async () => {
    expect(await caller(1, '10.0.0.1', '1.1.1.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await caller(2, '10.0.0.1', '1.1.1.1, 203.0.113.9, 198.51.100.7')).toBe('203.0.113.9');
  });

  test.each([
    [undefined, '10.0.0.1'],
    ['', '10.0.0.1'],
    ['unknown', '10.0.0.1'],
    ['1.1.1.1, <script>, 198.51.100.7', '198.51.100.7'],
  ])('is the last that can be trusted when %j is forwarded', async (forwarded, wanted) => {
    expect(await caller(3, '10.0.0.1', forwarded)).toBe(wanted);
  });

  test.each([
    ['203.0.113.9:4711', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['[2001:db8:0:1::5]:443', '2001:db8:0:1::'],
    ['2001:0DB8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::'],
    ['2001:db8::1', '2001:db8:0:0::'],
    ['::1', '0:0:0:0::'],
  ])('is the same however it is written: %s', async (written, wanted) => {
    expect(await caller(1, '10.0.0.1', written)).toBe(wanted);
  });
});
