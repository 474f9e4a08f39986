import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One built file: its hashed name and its integrity-free public address. */
type Manifest = Readonly<Record<string, string>>;

let cached: { folder: string | undefined; manifest: Manifest } | undefined;

/** The folder that `/assets/*` is served from, or undefined before the first build. Every file in it may be cached for ever. */
export function assetsFolder(): string | undefined {
  return load().folder;
}

/** The address of a built asset, for example `assetUrl('overens.css')`. Before the first build: the name without its hash. */
export function assetUrl(name: string): string {
  return `/assets/${load().manifest[name] ?? name}`;
}

function load(): NonNullable<typeof cached> {
  cached ??= read();
  return cached;
}

function read(): NonNullable<typeof cached> {
  const folder = find(import.meta.dirname);
  if (!folder) return { folder, manifest: {} };
  return { folder, manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest };
}

/** Looks upward, so that both the sources (src/ui) and a bundle (dist) find dist/assets. */
function find(from: string): string | undefined {
  for (const folder of [join(from, 'assets'), join(from, 'dist', 'assets')]) if (existsSync(join(folder, 'manifest.json'))) return folder;
  return dirname(from) === from ? undefined : find(dirname(from));
}
