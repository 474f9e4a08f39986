/**
 * Renders the gallery of all components and takes pictures of it: 390 and 1280 px, light and dark, and on paper.
 * Needs `dist/assets` (scripts/build-styles.mjs). Writes to var/preview. Arguments limit it to some pages: `svar avtal`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../tests/browser/launch.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'var', 'preview');
const bundle = join(target, 'gallery.mjs');
const TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'";

mkdirSync(target, { recursive: true });
await build({
  entryPoints: [join(root, 'src', 'ui', 'gallery', 'index.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
});
const { gallery } = await import(pathToFileURL(bundle).href);
const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(gallery);

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const page = gallery[path.slice(1)];
  if (page) {
    const html = String(page({}));
    writeFileSync(join(target, `${path.slice(1)}.html`), html);
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }).end(html);
  }
  try {
    const bytes = readFileSync(join(root, 'dist', path));
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await launchBrowser();
try {
  for (const name of names) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`));
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${base}/${name}`, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(target, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) console.error(`${name}: ${over} px wider than ${width} px`);
      }
      if (colorScheme === 'light') await page.pdf({ path: join(target, `${name}.pdf`), format: 'A4', preferCSSPageSize: true });
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}
