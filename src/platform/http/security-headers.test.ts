import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from './env.ts';
import { securityHeaders } from './security-headers.ts';

describe('securityHeaders', () => {
  const app = new Hono<AppEnv>()
    .use(securityHeaders({ https: false }))
    .get('/found', (c) => c.text('hej'))
    .get('/broken', () => {
      throw new Error('broken');
    })
    .onError((_, c) => c.text('fel', 500));

  it('lets nobody keep an answer that something is wrong', async () => {
    for (const path of ['/missing', '/broken']) expect((await app.request(path)).headers.get('cache-control'), path).toBe('no-store');
    expect((await app.request('/found')).headers.get('cache-control')).toBeNull();
  });

  it('allows no inline script and no framing, also where something is wrong', async () => {
    for (const path of ['/found', '/missing', '/broken']) {
      const policy = (await app.request(path)).headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("script-src 'self'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toContain('unsafe-inline');
    }
  });
});
