import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOpenAddress } from './allowed-address.ts';
import { askAddress } from './ask-address.ts';

let server: Server;
let base: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    const to = (status: number, location: string) => response.writeHead(status, { location }).end();
    if (path === '/ok') return void response.end('hej');
    if (path === '/gone') return void response.writeHead(404).end();
    if (path === '/no-head') return void response.writeHead(request.method === 'HEAD' ? 405 : 200).end();
    if (path === '/moved') return void to(301, '/ok');
    if (path === '/for-now') return void to(302, '/ok');
    if (path === '/round') return void to(302, '/round');
    if (path === '/inside') return void to(302, 'http://inside.example/secret');
    if (path === '/metadata') return void to(302, 'http://169.254.169.254/latest');
    if (path === '/own-number') return void response.writeHead(999).end();
    if (path === '/other-protocol')
      return void response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n');
    if (path === '/file') return void to(302, 'file:///etc/passwd');
    if (path === '/broken') return void response.destroy();
    if (path === '/endless') {
      response.writeHead(200).flushHeaders();
      const more = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => clearInterval(more));
      return;
    }
    // Never answers.
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://public.example:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The names of the test: one that is served here as if it were open, and others that lead inside. */
const names: Readonly<Record<string, string>> = { 'public.example': '127.0.0.1', 'inside.example': '10.0.0.1', 'loop.example': '::1' };
const open = {
  timeLimit: 300,
  lookup: async (host: string) => (names[host] ? [{ address: names[host], family: names[host].includes(':') ? 6 : 4 }] : []),
  allows: (address: string) => address === '127.0.0.1' || isOpenAddress(address),
};
const ask = (path: string) => askAddress(`${base}${path}`, open);

describe('an address that is asked', () => {
  test.each([
    ['/ok', { result: 'reachable', status: 200 }],
    ['/gone', { result: 'gone', status: 404 }],
    ['/no-head', { result: 'reachable', status: 200 }],
    ['/for-now', { result: 'reachable', status: 200 }],
    ['/broken', { result: 'unanswered' }],
    ['/silent', { result: 'unanswered' }],
    ['/own-number', { result: 'unanswered' }],
    ['/other-protocol', { result: 'unanswered' }],
    ['/round', { result: 'unanswered', status: 302 }],
    ['/endless', { result: 'reachable', status: 200 }],
  ])('%s is %j', async (path, expected) => {
    expect(await ask(path)).toEqual(expected);
  });

  test('that has moved is told with where to', async () => {
    expect(await ask('/moved')).toEqual({ result: 'moved', status: 200, movedTo: `${base}/ok` });
  });

  test.each(['/inside', '/metadata', '/file'])('never leads inside by being sent on: %s', async (path) => {
    expect(await ask(path)).toEqual({ result: 'not-allowed' });
    expect(asked).not.toContain('HEAD /secret');
  });

  test.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://10.0.0.1/',
    'http://localhost/',
    'http://loop.example/',
    'http://user:secret@public.example/',
    'ftp://public.example/',
    'not an address',
  ])('is never gone to when it is %s', async (url) => {
    const lookup = async (host: string) => (host === 'localhost' ? [{ address: '127.0.0.1', family: 4 }] : open.lookup(host));
    expect(await askAddress(url, { timeLimit: 300, lookup })).toEqual({ result: 'not-allowed' });
  });

  test('is not gone to on another port than those of the web, nor when one of its addresses is inside', async () => {
    const lookup = async () => [{ address: '93.184.215.14', family: 4 }];
    expect(await askAddress('http://public.example:5432/', { timeLimit: 300, lookup })).toEqual({ result: 'not-allowed' });
    const both = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await askAddress('http://public.example/', { timeLimit: 300, lookup: both })).toEqual({ result: 'not-allowed' });
  });

  test('is resolved once for each step: a name that changes between is not followed inside', async () => {
    let times = 0;
    const lookup = async () => {
      times += 1;
      return [{ address: times === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    const before = asked.length;
    expect(await askAddress(`${base}/ok`, { ...open, lookup })).toEqual({ result: 'reachable', status: 200 });
    expect([times, asked.slice(before)]).toEqual([1, ['HEAD /ok']]);
  });
});

test.each([
  ['8.8.8.8', true],
  ['2a00:1450:400f:80c::200e', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['ff02::1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['localhost', false],
])('%s is the open internet: %s', (address, expected) => {
  expect(isOpenAddress(address)).toBe(expected);
});
