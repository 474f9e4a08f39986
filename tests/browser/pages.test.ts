import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './launch.ts';
import { type AppServer, serveApp } from './serve-app.ts';

const ANSWER = '/vem-gor-vad?kommun=0686&behov=abstinens&alder=45&amne=alkohol&svarighetsgrad=lindrig&psykiatri=nej&visa=svar';
const PAGES = [
  '/',
  '/vem-gor-vad?kommun=0686&behov=abstinens',
  ANSWER,
  '/vem-gor-vad/roll?ort=0682&utforare=primarvard&yrke=kurator',
  '/avtal',
  '/avtal/dalarna-missbruk-beroende-2021',
  '/avtal/jonkoping-missbruk-beroende/ansvar',
  '/jamfor',
  '/lagrum',
  '/sok?q=alkoholproblem',
  '/lan/06',
  '/kommun/2021',
  '/kunskap',
  '/tillganglighet',
];
const KB = 1024;

let browser: Browser;
let server: AppServer;

beforeAll(async () => {
  server = await serveApp();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function withPage<T>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(`${server.base}${path}`, { waitUntil: 'load' });
    return await look(page);
  } finally {
    await context.close();
  }
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html }) => `${id}: ${html}`));
  });
}

describe.each(PAGES)('%s in a real browser', (path) => {
  test.each([390, 1280])('at %i px: no sideways scroll, and no fault that axe can find, contrast included', async (width) => {
    const found = await withPage(path, { viewport: { width, height: 844 } }, async (page) => ({
      over: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      faults: await faultsOf(page),
    }));
    expect(found).toEqual({ over: 0, faults: [] });
  });

  test('in the dark theme: no fault that axe can find', async () => {
    expect(await withPage(path, { colorScheme: 'dark' }, faultsOf)).toEqual([]);
  });

  test('weighs at most 60 kB over the wire, at most 20 kB of it script, and asks nothing of other servers', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sizes = { all: 0, script: 0, elsewhere: [] as string[] };
    const seen: Promise<void>[] = [];
    page.on('requestfinished', (request) => {
      seen.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
          sizes.all += responseBodySize + responseHeadersSize;
          if (request.resourceType() === 'script') sizes.script += responseBodySize + responseHeadersSize;
          if (!request.url().startsWith(server.base)) sizes.elsewhere.push(request.url());
        }),
      );
    });
    await page.goto(`${server.base}${path}`, { waitUntil: 'networkidle' });
    await Promise.all(seen);
    await context.close();
    expect(sizes.elsewhere).toEqual([]);
    expect(sizes.script).toBeLessThanOrEqual(20 * KB);
    expect(sizes.all).toBeGreaterThan(0);
    expect(sizes.all).toBeLessThanOrEqual(60 * KB);
  });
});

describe('with the keyboard alone', () => {
  test('the first stop is the skip link, and it leads to the content', async () => {
    const focused = await withPage('/avtal', {}, async (page) => {
      await page.keyboard.press('Tab');
      const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
      await page.keyboard.press('Enter');
      return { first, after: await page.evaluate(() => location.hash) };
    });
    expect(focused).toEqual({ first: '#innehall', after: '#innehall' });
  });

  test('a question is answered and the answer reached', async () => {
    const heading = await withPage(
      '/vem-gor-vad?kommun=0686&behov=abstinens&alder=45&amne=alkohol&psykiatri=nej&ange=svarighetsgrad',
      {},
      async (page) => {
        await page.focus('input[name="svarighetsgrad"]');
        await page.keyboard.press('Space');
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        return page.textContent('h1');
      },
    );
    expect(heading).toContain('Vem gör vad?');
  });
});

describe('on paper', () => {
  test('a usual answer is one sheet, with version, source and day', async () => {
    const sheet = await withPage(ANSWER, {}, async (page) => {
      const pdf = await page.pdf({ format: 'A4' });
      await page.emulateMedia({ media: 'print' });
      return { pages: pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length, foot: await page.textContent('.ov-print-footer') };
    });
    expect(sheet.pages).toBe(1);
    expect(sheet.foot).toContain('version 10.0');
    expect(sheet.foot).toContain('2026-11-22');
  });
});
