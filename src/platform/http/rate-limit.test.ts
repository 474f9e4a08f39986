import { describe, expect, it } from 'vitest';
import { refuse } from '../../domain/refusal.ts';
import { givenApi } from './given-api.ts';
import { problem } from './problem.ts';
import { rateLimit } from './rate-limit.ts';

function given(perMinute: number) {
  let now = 0;
  let from = 'a';
  const app = givenApi(rateLimit({ perMinute, address: () => from, now: () => now, refused: (c) => problem(c, refuse('too-many')) }));
  return {
    call: async () => {
      const answer = await app.request('/');
      return { status: answer.status, wait: answer.headers.get('retry-after') };
    },
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
    as: (address: string) => {
      from = address;
    },
  };
}

describe('rateLimit', () => {
  it('refuses the call after the last one allowed, and says how long to wait', async () => {
    const api = given(6);
    for (let call = 0; call < 6; call += 1) expect((await api.call()).status).toBe(200);
    expect(await api.call()).toEqual({ status: 429, wait: '10' });
    api.wait(9);
    expect(await api.call()).toEqual({ status: 429, wait: '1' });
    api.wait(1);
    expect((await api.call()).status).toBe(200);
    expect((await api.call()).status).toBe(429);
  });

  it('never makes one address wait for another', async () => {
    const api = given(1);
    await api.call();
    expect((await api.call()).status).toBe(429);
    api.as('b');
    expect((await api.call()).status).toBe(200);
  });

  it('still limits the caller at hand when very many others have called', async () => {
    const api = given(2);
    for (let other = 0; other < 10_001; other += 1) {
      api.as(`other-${other}`);
      await api.call();
    }
    await api.call();
    expect((await api.call()).status).toBe(429);
  });

  it('limits nothing at 0', async () => {
    const api = given(0);
    for (let call = 0; call < 50; call += 1) expect((await api.call()).status).toBe(200);
  });
});
