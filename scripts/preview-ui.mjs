/**
 * Renders the gallery of all components and takes pictures of it: 390 and 1280 px, light and dark, and on paper.
 * Needs `dist/assets` (scripts/build-styles.mjs). Writes to var/preview. Arguments limit it to some pages: `svar avtal`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../tests/browser/launch.ts';
import { serveGallery } from '../tests/browser/serve-gallery.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'var', 'preview');
const bundle = join(target, 'gallery.mjs');

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
const server = await serveGallery(gallery, join(root, 'dist', 'assets'));
const browser = await launchBrowser();
try {
  for (const name of names) for (const colorScheme of ['light', 'dark']) await shoot(name, colorScheme);
} finally {
  await browser.close();
  await server.close();
}

async function shoot(name, colorScheme) {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${server.base}/${name}`, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const picture = { path: join(target, `${name}-${width}-${colorScheme}.png`), fullPage: true };
    // A loaded machine now and then gives no picture at the first try.
    await page.screenshot(picture).catch(() => page.screenshot(picture));
  }
  if (colorScheme === 'light') await page.pdf({ path: join(target, `${name}.pdf`), format: 'A4', preferCSSPageSize: true });
  await context.close();
}
