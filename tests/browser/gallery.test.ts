import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gallery } from '../../src/ui/gallery/index.ts';
import { launchBrowser } from './launch.ts';
import { type GalleryServer, serveGallery } from './serve-gallery.ts';

const root = join(import.meta.dirname, '..', '..');
const names = Object.keys(gallery) as (keyof typeof gallery)[];
let browser: Browser;
let server: GalleryServer;

beforeAll(async () => {
  const { assetsFolder } = await import('../../src/ui/assets.ts');
  const built = assetsFolder() ?? build();
  server = await serveGallery(gallery, built);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

function build(): string {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'build-styles.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return join(root, 'dist', 'assets');
}

async function withPage<T>(name: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(`${server.base}/${name}`, { waitUntil: 'load' });
    return await look(page);
  } finally {
    await context.close();
  }
}

describe.each(names)('the gallery page %s', (name) => {
  it.each([320, 390, 768, 960, 1440])('fits a window of %i px without scrolling sideways', async (width) => {
    const over = await withPage(name, { viewport: { width, height: 800 } }, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
    expect(over).toBe(0);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe can find, contrast included, in the %s theme', async (colorScheme) => {
    const faults = await withPage(name, { colorScheme }, async (page) => {
      await page.evaluate(axe.source);
      return page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
      });
    });
    expect(faults).toEqual([]);
  });

  it('breaks no rule of the content security policy and asks nothing of other servers', async () => {
    const context = await browser.newContext();
    const faults: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => request.url().startsWith(server.base) || faults.push(request.url()));
    await page.goto(`${server.base}/${name}`, { waitUntil: 'networkidle' });
    await context.close();
    expect(faults).toEqual([]);
  });
});

describe('with script', () => {
  it('gives the fault summary focus, and its links move focus to the field', async () => {
    const moved = await withPage('formular', {}, async (page) => {
      const first = await page.evaluate(() => document.activeElement?.className);
      await page.click('.govuk-error-summary a[href="#alder"]');
      return [first, await page.evaluate(() => document.activeElement?.id)];
    });
    expect(moved).toEqual(['govuk-error-summary', 'alder']);
  });

  it('closes the county menu on Escape and gives focus back to its button', async () => {
    const state = await withPage('svar', {}, async (page) => {
      await page.click('.ov-county summary');
      const opened = await page.isVisible('.ov-county__choice');
      await page.keyboard.press('Escape');
      return [opened, await page.isVisible('.ov-county__choice'), await page.evaluate(() => document.activeElement?.tagName)];
    });
    expect(state).toEqual([true, false, 'SUMMARY']);
  });
});

describe('without script', () => {
  it('opens the county menu, and fault links still lead to the field', async () => {
    const state = await withPage('formular', { javaScriptEnabled: false }, async (page) => {
      await page.click('.ov-county summary');
      const opened = await page.isVisible('.ov-county__choice');
      await page.click('.govuk-error-summary a[href="#alder"]');
      return [opened, new URL(page.url()).hash];
    });
    expect(state).toEqual([true, '#alder']);
  });
});

it('prints a short page on one sheet and a longer one on more', async () => {
  const sheets = async (name: string) => {
    const pdf = await withPage(name, {}, (page) => page.pdf({ format: 'A4', preferCSSPageSize: true }));
    return [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
  };
  expect(await sheets('finns-inte')).toBe(1);
  expect(await sheets('formular')).toBeGreaterThan(1);
});

describe('with the keyboard', () => {
  it('reaches the content first, by a link that shows itself', async () => {
    const seen = await withPage('svar', {}, async (page) => {
      await page.keyboard.press('Tab');
      const box = await page.locator('.govuk-skip-link').boundingBox();
      await page.keyboard.press('Enter');
      return [(box?.height ?? 0) > 20, await page.evaluate(() => document.activeElement?.id)];
    });
    expect(seen).toEqual([true, 'innehall']);
  });

  it('never hides what has focus behind the head of the matrix', async () => {
    const hidden = await withPage('tabeller', { viewport: { width: 1280, height: 400 } }, async (page) => {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const links = page.locator('.ov-matrix tbody a');
      const found: string[] = [];
      for (let index = (await links.count()) - 1; index >= 0; index--) {
        await links.nth(index).focus();
        const top = await links.nth(index).evaluate((link) => {
          const box = link.getBoundingClientRect();
          return link.contains(document.elementFromPoint(box.left + 4, box.top + box.height / 2));
        });
        if (!top) found.push((await links.nth(index).textContent()) ?? '');
      }
      return found;
    });
    expect(hidden).toEqual([]);
  });
});

it('sends at most 60 kB for a page that uses every font', async () => {
  const sent = await withPage('avtal', {}, (page) =>
    page.evaluate(async () => {
      await document.fonts.ready;
      return performance
        .getEntriesByType('resource')
        .map((entry) => ({ name: entry.name, size: (entry as PerformanceResourceTiming).encodedBodySize }));
    }),
  );
  expect(sent.filter(({ name }) => name.endsWith('.woff2'))).toHaveLength(3);
  expect(sent.filter(({ name }) => name.endsWith('.woff2')).reduce((sum, { size }) => sum + size, 0)).toBeLessThan(30_720);
});
