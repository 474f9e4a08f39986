import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT_HREF } from '../../src/features/plans/index.ts';
import { stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { launchBrowser } from './launch.ts';
import { type AppServer, serveApp } from './serve-app.ts';

const PLAN = `/min-plan/${stableId('demo:plan:established:06')}`;
const PREPARED = `/min-plan/${stableId('demo:plan:prepared:06')}`;
const PAGES = [
  '/min-plan',
  PLAN,
  PREPARED,
  `${PLAN}/svara`,
  `${PLAN}/skriv/questions`,
  `${PLAN}/mal/nytt`,
  `${PLAN}/historik`,
  `${PLAN}/kopior`,
  `${PLAN}/utskrift`,
  `${PLAN}/avsluta`,
  `${PLAN}/enkat`,
  `${PLAN}/vem-har-tittat`,
  `${PREPARED}/samtycke`,
  `${PREPARED}/samtycke/fraga/dela`,
  '/min-plan/be-om-plan',
  '/min-plan/finns-inte',
];

let browser: Browser;
let server: AppServer;
let session: string;

beforeAll(async () => {
  const app = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true });
  session = await givenLoggedIn(app, 'enskild-1');
  server = await serveApp(app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page as the person reads it on a small phone, with what they have chosen. Nothing outside is reached. */
async function withPage<T>(
  path: string,
  kept: Record<string, string>,
  look: (page: Page) => Promise<T>,
  javaScriptEnabled = true,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  const [name = '', ...value] = session.split('=');
  const { hostname: domain } = new URL(server.base);
  const cookies = [
    { name, value: value.join('='), secure: true },
    ...Object.entries(kept).map(([named, text]) => ({ name: named, value: text })),
  ];
  await context.addCookies(cookies.map((one) => ({ ...one, domain, path: '/' })));
  try {
    const page = await context.newPage();
    await page.route(`${EXIT_HREF}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
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

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What is laid out from the left on a page that is read from the right: text that is told to begin there, and choices whose box is not first with its words beside it. */
const fromTheLeft = (page: Page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('main *, .ov-own-tools *')].filter((one) => one.getClientRects().length > 0);
    const told = shown.filter((one) => getComputedStyle(one).direction === 'rtl' && getComputedStyle(one).textAlign === 'left');
    const apart = [...document.querySelectorAll<HTMLElement>('.govuk-radios__item, .govuk-checkboxes__item')].filter((item) => {
      const [input, label] = [item.querySelector('input'), item.querySelector('label')].map((one) => one?.getBoundingClientRect());
      const box = item.getBoundingClientRect();
      return !input || !label || Math.abs(input.right - box.right) > 12 || label.right > input.left + 12 || input.left - label.right > 4;
    });
    return [...told, ...apart].map(({ outerHTML }) => outerHTML.slice(0, 120));
  });

describe.each(PAGES)('%s on a phone of 360 px', (path) => {
  test.each(['sv', 'en', 'fi', 'ar'])(
    'in %s: no sideways scroll, also with larger letters, and no fault that axe can find',
    async (sprak) => {
      const found = await withPage(path, { sprak }, async (page) => ({
        over: await sideways(page),
        faults: await faultsOf(page),
        left: sprak === 'ar' ? await fromTheLeft(page) : [],
      }));
      expect(found).toEqual({ over: 0, faults: [], left: [] });
      expect(await withPage(path, { sprak, text: 'stor' }, sideways)).toBe(0);
    },
  );
});

describe('the way out in haste', () => {
  test('leads away, and the way back does not lead to the plan', async () => {
    await withPage(PLAN, {}, async (page) => {
      await page.click('[data-exit]');
      await page.waitForURL(EXIT_HREF);
      await page.goBack();
      expect(page.url()).not.toContain('/min-plan');
      expect(await page.title()).not.toContain('plan');
    });
  });

  test('is Esc three times as well, and never twice', async () => {
    await withPage(PLAN, {}, async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      expect(page.url()).toContain('/min-plan');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.waitForURL(EXIT_HREF);
      expect(await page.title()).toBe('Weather');
    });
  });

  test('works without script, and is reached by the keyboard', async () => {
    await withPage(
      PLAN,
      {},
      async (page) => {
        await page.focus('[data-exit]');
        await page.keyboard.press('Enter');
        await page.waitForURL(EXIT_HREF);
        expect(await page.title()).toBe('Weather');
      },
      false,
    );
  });
});

describe('larger letters', () => {
  test('are larger by a fourth', async () => {
    const height = (page: Page) => page.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().height ?? 0);
    const [usual, large] = [await withPage('/min-plan', {}, height), await withPage('/min-plan', { text: 'stor' }, height)];
    expect(large).toBeGreaterThan(usual * 1.2);
  });
});
