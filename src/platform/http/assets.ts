import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { codingFor } from './codings.ts';
import type { AppEnv } from './env.ts';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
};

type Asset = { type: string; body: Uint8Array<ArrayBuffer>; br?: Uint8Array<ArrayBuffer>; gzip?: Uint8Array<ArrayBuffer> };

/** Serves a folder of built files from memory, compressed once. Their names hold a hash of the content, so they are kept for ever. */
export async function assetRoutes(folder: string): Promise<Hono<AppEnv>> {
  const assets = new Map<string, Asset>();
  for (const name of await readdir(folder)) {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (!type) continue;
    const body = new Uint8Array(await readFile(join(folder, name)));
    const compressible = !name.endsWith('.woff2') && !name.endsWith('.png');
    assets.set(name, {
      type,
      body,
      ...(compressible ? { br: new Uint8Array(brotliCompressSync(body)), gzip: new Uint8Array(gzipSync(body)) } : {}),
    });
  }
  return new Hono<AppEnv>().get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (!asset) return c.notFound();
    const coding = codingFor(c.req.header('accept-encoding') ?? '', asset.type);
    const packed = coding === 'identity' ? undefined : asset[coding];
    const headers: Record<string, string> = {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    };
    if (packed) headers['content-encoding'] = coding;
    return c.body(packed ?? asset.body, 200, headers);
  });
}
