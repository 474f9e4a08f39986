import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

type Bytes = Uint8Array<ArrayBuffer>;
type Asset = { type: string; body: Bytes; br?: Bytes | undefined; gzip?: Bytes | undefined };

/**
 * Serves a folder of built files from memory, packed as the build has laid them beside (`a.css.br`, `a.css.gz`). Their names hold a hash of the
 * content, so they are kept for ever.
 */
export async function assetRoutes(folder: string): Promise<Hono<AppEnv>> {
  const assets = new Map<string, Asset>();
  const names = new Set(await readdir(folder));
  const read = async (name: string) => (names.has(name) ? new Uint8Array(await readFile(join(folder, name))) : undefined);
  for (const name of names) {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    const body = type && (await read(name));
    if (type && body) assets.set(name, { type, body, br: await read(`${name}.br`), gzip: await read(`${name}.gz`) });
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
