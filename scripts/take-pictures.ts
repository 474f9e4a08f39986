/** Takes the pictures of README from a running program: `node scripts/take-pictures.ts http://localhost:3000`. */
import { join } from 'node:path';
import { launchBrowser } from '../tests/browser/launch.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'images');

/** A 45-year-old in Eksjö with mild withdrawal from alcohol. */
const pictures = { 'who-does-what.png': '/vem-gor-vad?kommun=0686&behov=abstinens&amne=alkohol&svarighetsgrad=lindrig&alder=45&visa=svar' };

const [base = 'http://localhost:3000'] = process.argv.slice(2);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 860, height: 1000 } });
  for (const [name, address] of Object.entries(pictures)) {
    await page.goto(`${base}${address}`, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, name) });
  }
} finally {
  await browser.close();
}
