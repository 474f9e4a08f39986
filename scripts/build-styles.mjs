/**
 * Builds everything a browser fetches beside the pages: the stylesheet, the script, the fonts and the icon.
 * Every file gets the hash of its content in its name and may be cached for ever; `manifest.json` says which is which.
 * Beside each text file lie its .br and .gz.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { cutFont, FONTS, fontFaces, fontLicence } from './assets/fonts.ts';
import { stylesheet } from './assets/stylesheet.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const assets = join(dist, 'assets');
const manifest = {};

// Built aside and moved in whole, so that a program that starts meanwhile never meets half of it.
mkdirSync(dist, { recursive: true });
const target = mkdtempSync(join(dist, 'assets-new-'));
chmodSync(target, 0o755);

function put(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const dot = name.lastIndexOf('.');
  const hashed = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
  writeFileSync(join(target, hashed), bytes);
  manifest[name] = hashed;
  if (name.endsWith('.woff2')) return report(name, bytes.length);
  const brotli = brotliCompressSync(bytes);
  writeFileSync(join(target, `${hashed}.br`), brotli);
  writeFileSync(join(target, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  report(name, bytes.length, brotli.length);
}

function report(name, size, sent = size) {
  console.log(`${name.padEnd(28)} ${String(size).padStart(7)} bytes, ${String(sent).padStart(6)} over the wire`);
}

for (const font of FONTS) put(font.file, await cutFont(font));
put('overens.css', Buffer.from(stylesheet(fontFaces((file) => manifest[file]))));
/** The script of every page, and the editor, which one page fetches when it is there. */
for (const [name, source] of [
  ['overens.js', 'overens.ts'],
  ['live-editor.js', 'live-editor.ts'],
]) {
  const script = buildSync({
    entryPoints: [join(root, 'src', 'client', source)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  put(name, Buffer.from(script.outputFiles[0].contents));
}
put(
  'live-editor.css',
  Buffer.from(
    transformSync(readFileSync(join(root, 'src', 'ui', 'styles', 'live-editor.css'), 'utf8'), { loader: 'css', minify: true }).code,
  ),
);
put('icon.svg', readFileSync(join(root, 'src', 'ui', 'layout', 'icon.svg')));
for (const name of new Set(FONTS.map((font) => font.package)))
  writeFileSync(join(target, `LICENSE-${name.split('/')[1]}.txt`), fontLicence(name));
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

const old = `${target}-old`;
if (existsSync(assets)) renameSync(assets, old);
renameSync(target, assets);
rmSync(old, { recursive: true, force: true });
