import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { assetRoutes } from './assets.ts';

const folder = await mkdtemp(join(tmpdir(), 'overens-assets-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('assetRoutes', () => {
  it('sends an asset packed, as the build has packed it, only in a way the reader takes', async () => {
    const style = Buffer.from('a{}'.repeat(500));
    await writeFile(join(folder, 'a.css'), style);
    await writeFile(join(folder, 'a.css.br'), brotliCompressSync(style));
    await writeFile(join(folder, 'a.css.gz'), gzipSync(style));
    await writeFile(join(folder, 'a.woff2'), 'x'.repeat(500));
    await writeFile(join(folder, 'b.css'), style);
    const app = await assetRoutes(folder);
    const packed = async (name: string, accepts: string) =>
      (await app.request(`/assets/${name}`, { headers: { 'accept-encoding': accepts } })).headers.get('content-encoding');
    expect(await packed('a.css', 'gzip, br')).toBe('br');
    expect(await packed('a.css', 'gzip')).toBe('gzip');
    expect(await packed('a.css', 'br;q=0, gzip;q=0')).toBeNull();
    expect(await packed('a.css', 'brotli')).toBeNull();
    expect(await packed('a.woff2', 'gzip, br')).toBeNull();
    expect(await packed('b.css', 'gzip, br')).toBeNull();
    const body = async (accepts: string) =>
      Buffer.from(await (await app.request('/assets/a.css', { headers: { 'accept-encoding': accepts } })).arrayBuffer());
    expect(brotliDecompressSync(await body('br'))).toEqual(style);
    expect(gunzipSync(await body('gzip'))).toEqual(style);
    expect(await body('')).toEqual(style);
  });

  it('serves nothing but the files that were there at the start', async () => {
    const app = await assetRoutes(folder);
    for (const name of ['a.css.br', '../package.json', '..%2fpackage.json', '%2e%2e%2fpackage.json', '__proto__', 'later.css']) {
      expect((await app.request(`/assets/${name}`)).status, name).toBe(404);
    }
  });
});
