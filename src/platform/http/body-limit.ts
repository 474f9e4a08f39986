import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';

type BodyLimit = {
  /** Bytes that a request may carry to the address. */
  readonly mostAt: (path: string) => number;
  /** The answer, of status 413, to more. */
  readonly refused: (c: Context<AppEnv>) => Response | Promise<Response>;
};

/**
 * No request carries more than its address takes. A stated length is believed, as HTTP holds the sender to it; a body without one is counted while it
 * arrives, and no more of it is read than may be.
 */
export function bodyLimit({ mostAt, refused }: BodyLimit) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { method, raw, path } = c.req;
    if (method === 'GET' || method === 'HEAD' || raw.body === null) return next();
    const most = mostAt(path);
    const stated = c.req.header('content-length');
    if (stated !== undefined && !(Number(stated) <= most)) return refused(c);
    if (stated !== undefined) return next();
    const body = await gather(raw.body, most);
    if (!body) return refused(c);
    c.req.raw = new Request(raw.url, { method, headers: raw.headers, body });
    return next();
  });
}

async function gather(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.byteLength;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
