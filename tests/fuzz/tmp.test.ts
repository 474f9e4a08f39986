import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { givenApp } from '../given/app.ts';
it('shots', async () => {
  const app = await givenApp();
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((r) => server.listen(0, () => r()));
  const port = (server.address() as { port: number }).port;
  const browser = await launchBrowser();
  for (const [w, scheme] of [[1280, 'light'], [390, 'dark']] as const) {
    const c = await browser.newContext({ colorScheme: scheme, viewport: { width: w, height: 1400 } });
    const page = await c.newPage();
    page.on('console', (m) => console.log(m.text()));
    await page.goto(`http://localhost:${port}/api/v1/docs`);
    await page.screenshot({ path: `/tmp/docs-${w}.png` });
    await page.evaluate(() => { document.querySelector('#getLawCitations')?.scrollIntoView(); });
    await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; document.querySelector('#postLawParse')?.scrollIntoView(); });
    await page.screenshot({ path: `/tmp/docs-${w}-op.png` });
    await page.evaluate(() => { document.querySelector('#form-LawResolution')?.scrollIntoView(); });
    await page.screenshot({ path: `/tmp/docs-${w}-form.png` });
    console.log(w, await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]));
  }
  await browser.close();
  server.close();
}, 100000);
