import { describe, expect, it } from 'vitest';
import { givenApi } from './given-api.ts';
import { strictJson } from './json-body.ts';

const app = givenApi(strictJson({ maxBytes: 100 }));
type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

async function post(body: Body, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  const streamed = body instanceof ReadableStream ? { duplex: 'half' as const } : {};
  const answer = await app.request('/', { method: 'POST', headers, body, ...streamed });
  const json = (await answer.json()) as { code?: string; errors?: { pointer: string }[]; read?: unknown };
  return { status: answer.status, code: json.code, at: json.errors?.map(({ pointer }) => pointer), read: json.read };
}

describe('strictJson', () => {
  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])('takes %s', async (type) => {
    expect(await post('{"a":"å"}', { 'content-type': type })).toMatchObject({ status: 200, read: { a: 'å' } });
  });

  it.each(['text/plain', 'application/json; charset=latin1', 'application/jsonx', ''])('refuses %j', async (type) => {
    expect(await post('{}', { 'content-type': type })).toMatchObject({ status: 415, code: 'media-type' });
  });

  it('refuses a compressed body', async () => {
    expect(await post('{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
  });

  it.each([
    ['cut off', '{"a":'],
    ['empty', ''],
    ['not UTF-8', new Uint8Array([0x22, 0xe5, 0x22])],
  ])('refuses a body that is %s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 'not-json' });
  });

  it('takes a body of exactly the limit and refuses one byte more', async () => {
    expect((await post(`"${'x'.repeat(98)}"`)).status).toBe(200);
    expect(await post(`"${'x'.repeat(99)}"`)).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('refuses a body that says it is too large, without reading it', async () => {
    expect(await post('{}', { 'content-type': 'application/json', 'content-length': '101' })).toMatchObject({ status: 413 });
  });

  it('stops reading a body that does not say how long it is', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(50).fill(0x20));
      },
    });
    expect(await post(endless)).toMatchObject({ status: 413 });
    expect(pulled).toBeLessThan(10);
  });

  it('points at every text that nobody could have written', async () => {
    const answer = await post('{"a":"\\u0000","b":{"c/d":["x","\\ud800"]},"e":"\\t\\n"}');
    expect(answer).toMatchObject({ status: 422, code: 'input-invalid' });
    expect(answer.at?.toSorted()).toEqual(['#/a', '#/b/c~1d/1']);
  });

  it('refuses a field named __proto__, and nesting without end', async () => {
    expect(await post('{"a":{"__proto__":1}}')).toMatchObject({ status: 422, at: ['#/a'] });
    expect(await post(`${'['.repeat(40)}${']'.repeat(40)}`)).toMatchObject({ status: 422, at: [`#${'/0'.repeat(32)}`] });
  });

  it('lets reading go by', async () => {
    expect(await (await app.request('/')).text()).toBe('ok');
  });
});
