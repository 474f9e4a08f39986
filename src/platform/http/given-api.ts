import { Hono, type MiddlewareHandler } from 'hono';
import type { AppEnv } from './env.ts';

/** A small application for tests of what stands before a door: the middleware, then one that answers `ok` with what it read. */
export function givenApi(...middleware: MiddlewareHandler<AppEnv>[]): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('requestId', 'r-1');
    await next();
  });
  for (const one of middleware) app.use(one);
  app.get('*', (c) => c.text('ok'));
  app.post('*', async (c) => c.json({ read: await c.req.json() }));
  return app;
}
