import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { postEvent } from './post-event.ts';

const leadsTo =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('what an event is posted to', () => {
  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.0.1/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://2130706433/',
    'http://93.184.216.34/',
  ])('is never %s', async (address) => {
    expect(await postEvent(address, '{}', {}, { inside: false })).toEqual({ fault: 'not-allowed' });
  });

  test('is no name that leads inside, by any of its addresses', async () => {
    for (const lookup of [leadsTo('10.0.0.1'), leadsTo('93.184.216.34', '127.0.0.1'), leadsTo('::1'), leadsTo()])
      expect(await postEvent('https://system.example/', '{}', {}, { inside: false, lookup })).toEqual({ fault: 'not-allowed' });
  });

  test('is the very address that was tried, whatever the name leads to a moment later', async () => {
    let asked = 0;
    const lookup = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    const server = createServer((_, response) => response.end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    expect(await postEvent(`http://system.example:${port}/`, '{}', {}, { inside: true, lookup })).toEqual({ status: 200 });
    expect(asked).toBe(1);
    server.close();
  });

  test('has a few seconds, and is left when they are over', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const posting = { inside: true, timeLimit: 50 };
    expect(await postEvent(`http://127.0.0.1:${port}/`, '{}', {}, posting)).toEqual({ fault: 'unanswered' });
    server.closeAllConnections();
    server.close();
  });
});
