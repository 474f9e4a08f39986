import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpSigningService, isSignedWith, SIGNATURE_HEADER, signatureOf } from './http-signing-service.ts';

const KEY = 'en delad nyckel som ingen annan har';
const order = {
  id: 'order-1',
  sha256: 'a'.repeat(64),
  signer: 'SE2321000000-A1',
  seat: 'radet.chair',
  expiresAt: Temporal.Instant.from('2026-11-22T12:00:00Z'),
};
const begun = { reference: 'r 1', address: 'https://underskrift.example/r1' };
const answer = {
  outcome: 'signed',
  order: 'order-1',
  sha256: order.sha256,
  signer: order.signer,
  at: '2026-11-22T11:30:00Z',
  proof: 'YmV2aXM=',
};

/** What the service answers to the next call, and what it was asked. */
let next: { status: number; body: string; signature?: string } = { status: 204, body: '' };
const asked: { line: string; body: string; signature: string | undefined }[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    asked.push({ line: `${request.method} ${request.url}`, body, signature: request.headers[SIGNATURE_HEADER]?.toString() });
    response.writeHead(next.status, { [SIGNATURE_HEADER]: next.signature ?? signatureOf(KEY, next.body) }).end(next.body);
  });
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => {
  server.close();
});
const service = () => httpSigningService({ url, key: KEY, callBack: 'https://overens.example/underskrift/anrop' });
const says = (value: unknown, more: Partial<typeof next> = {}) => {
  next = { status: 200, body: JSON.stringify(value), ...more };
};

describe('a signing service over HTTP', () => {
  test('is put an order with what is to be signed, by whom and until when, signed with the key', async () => {
    says(begun);
    expect(await service().begin(order, 'https://overens.example/underskrift/1')).toEqual(begun);
    const put = asked.at(-1);
    expect(put?.line).toBe('PUT /orders/order-1');
    expect(JSON.parse(put?.body ?? '')).toMatchObject({ sha256: order.sha256, signer: order.signer, expiresAt: '2026-11-22T12:00:00Z' });
    expect(isSignedWith(KEY, put?.body ?? '', put?.signature)).toBe(true);
  });

  test('answers nothing yet, or what became of it with its proof', async () => {
    next = { status: 204, body: '' };
    expect(await service().collect('r 1')).toBeUndefined();
    says(answer);
    expect(await service().collect('r 1')).toMatchObject({ outcome: 'signed', proof: new Uint8Array(Buffer.from('bevis')) });
    const got = asked.at(-1);
    expect(got?.line).toBe('GET /answers/r%201');
    expect(isSignedWith(KEY, 'GET /answers/r%201', got?.signature)).toBe(true);
    says({ outcome: 'declined', order: 'order-1', at: '2026-11-22T11:30:00Z' });
    expect(await service().collect('r 1')).toMatchObject({ outcome: 'declined' });
  });

  test.each([
    ['is not signed', answer, { signature: '' }],
    ['is signed with another key', answer, { signature: signatureOf('en annan nyckel', JSON.stringify(answer)) }],
    ['was changed after it was signed', { ...answer, signer: 'X' }, { signature: signatureOf(KEY, JSON.stringify(answer)) }],
    ['is no answer', { outcome: 'maybe' }, {}],
    ['says more than it should', { ...answer, more: 1 }, {}],
  ])('is not believed when its answer %s', async (_, value, more) => {
    says(value, more);
    await expect(service().collect('r 1')).rejects.toMatchObject({ why: 'answer-not-trusted' });
  });

  test('is read no further than its limit, however much it answers', async () => {
    let poured = 0;
    let given = '';
    // Says that it is short, and goes on for as long as anybody listens.
    const endless = new ReadableStream<Uint8Array>({
      pull: (to) => {
        to.enqueue(Buffer.alloc(64_000, ' '));
        poured += 64_000;
      },
      cancel: () => {
        given = 'up';
      },
    });
    const answers = async () => new Response(endless, { headers: { 'content-length': '0', [SIGNATURE_HEADER]: signatureOf(KEY, '') } });
    const flooded = httpSigningService({ url, key: KEY, callBack: '', fetch: answers });
    await expect(flooded.collect('r 1')).rejects.toMatchObject({ why: 'answer-not-trusted' });
    expect([poured < 2_200_000, given]).toEqual([true, 'up']);
    const long = { ...answer, proof: 'A'.repeat(2_000_000) };
    says(long);
    await expect(service().collect('r 1')).rejects.toMatchObject({ why: 'answer-not-trusted' });
    says({ ...answer, proof: 'A'.repeat(1_000_000) });
    expect(await service().collect('r 1')).toMatchObject({ outcome: 'signed' });
  });

  test('cannot be reached when it fails, leads elsewhere or is not there', async () => {
    for (const status of [500, 302, 404]) {
      says(answer, { status });
      await expect(service().collect('r 1')).rejects.toMatchObject({ why: 'unreachable' });
    }
    const nobody = httpSigningService({ url: 'http://127.0.0.1:1', key: KEY, callBack: '' });
    await expect(nobody.begin(order, '')).rejects.toMatchObject({ why: 'unreachable' });
  });
});
