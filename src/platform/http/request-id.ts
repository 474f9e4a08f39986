import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';

/** Every request has an id of our own making, in its answer and in the log. An id sent by the caller is not trusted. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  const id = crypto.randomUUID();
  c.set('requestId', id);
  await next();
  c.res.headers.set('x-request-id', id);
});
