import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetRoutes } from './assets.ts';

const folder = await mkdtemp(join(tmpdir(), 'overens-assets-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('assetRoutes', () => {
  it('packs an asset only in a way the reader takes', async () => {
    await writeFile(join(folder, 'a.css'), 'a{}'.repeat(500));
    await writeFile(join(folder, 'a.woff2'), 'x'.repeat(500));
    const app = await assetRoutes(folder);
    const packed = async (name: string, accepts: string) =>
      (await app.request(`/assets/${name}`, { headers: { 'accept-encoding': accepts } })).headers.get('content-encoding');
    expect(await packed('a.css', 'gzip, br')).toBe('br');
    expect(await packed('a.css', 'gzip')).toBe('gzip');
    expect(await packed('a.css', 'br;q=0, gzip;q=0')).toBeNull();
    expect(await packed('a.css', 'brotli')).toBeNull();
    expect(await packed('a.woff2', 'gzip, br')).toBeNull();
  });

  it('serves nothing but the files that were there at the start', async () => {
    const app = await assetRoutes(folder);
    for (const name of ['../package.json', '..%2fpackage.json', '%2e%2e%2fpackage.json', '__proto__', 'later.css']) {
      expect((await app.request(`/assets/${name}`)).status, name).toBe(404);
    }
  });
});
