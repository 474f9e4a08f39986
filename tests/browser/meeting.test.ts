import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { type LiveServer, serveLiveApp } from '../given/live-app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { launchBrowser } from './launch.ts';

const WORKSPACE = `/planer/${stableId('demo:plan:prepared:06')}/mote/arbetsyta`;

let app: Awaited<ReturnType<typeof givenApp>>;
let browser: Browser;
let server: LiveServer;
const faults: string[] = [];

beforeAll(async () => {
  app = await givenApp({ login: true });
  server = await serveLiveApp(app);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function atMeeting(account: string, options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const [name = '', value = ''] = (await givenLoggedIn(app, account)).split('=');
  await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
  const page = await context.newPage();
  page.on('console', (message) => /Content Security Policy/i.test(message.text()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${server.base}${WORKSPACE}`);
  return page;
}

const ready = (page: Page) => page.waitForSelector('.ov-live__text[contenteditable="true"]').then(() => state(page, 'saved'));
const state = (page: Page, name: string) => page.waitForSelector(`[data-live][data-state="${name}"]`);
const says = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.ov-live__text')?.textContent?.includes(wanted) === true, text);

test('two at a meeting write at the same time by keyboard alone, one loses the line and comes back, and nothing is left in the browser', async () => {
  const [one, two] = await Promise.all([
    atMeeting('handlaggare-aneby-06'),
    atMeeting('behandlare-psykiatri-06', { viewport: { width: 390, height: 844 } }),
  ]);
  await Promise.all([ready(one), ready(two)]);
  expect(await one.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await two.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await one.focus('.ov-live__text');
  await one.keyboard.type('Socialtjänsten söker boende.');
  await says(two, 'Socialtjänsten söker boende.');
  await two.context().setOffline(true);
  await state(two, 'offline');
  await two.focus('.ov-live__text');
  await two.keyboard.press('Control+End');
  await two.keyboard.press('Enter');
  await two.keyboard.type('Skrivet utan linje.');
  await one.keyboard.type(' Svar i mars.');
  await two.context().setOffline(false);
  await says(one, 'Skrivet utan linje.');
  await says(two, 'Svar i mars.');
  await state(two, 'saved');
  expect(await two.evaluate(async () => (await indexedDB.databases()).length + localStorage.length)).toBe(0);
  await one.evaluate(axe.source);
  const found = await one.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
});

test('without script the same page is a form that saves', async () => {
  const page = await atMeeting('handlaggare-aneby-06', { javaScriptEnabled: false });
  await page.fill('textarea[name="lines"]', `${await page.inputValue('textarea[name="lines"]')}\nSkrivet i formuläret.`);
  await page.click('form.ov-form button.govuk-button');
  expect(new URL(page.url()).search).toBe('?klart=sparat');
  expect(await page.inputValue('textarea[name="lines"]')).toContain('Skrivet i formuläret.');
});
