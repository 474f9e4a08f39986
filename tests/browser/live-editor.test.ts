import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { type LiveServer, serveLiveApp } from '../given/live-app.ts';
import { givenLoggedIn, post } from '../given/logged-in.ts';
import { launchBrowser } from './launch.ts';

const SECTION = `/arbetsversioner/${stableId('demo:draft:06')}/avsnitt/inledning`;
const REGION = 'strategigrupp-06';
const TOWN = 'strategigrupp-aneby-06';
/** What the editor may weigh, over the wire: loaded on its page alone, after the page works. */
const MOST_EDITOR = 110 * 1024;

let app: Awaited<ReturnType<typeof givenApp>>;
let browser: Browser;
let server: LiveServer;
const violations: string[] = [];

beforeAll(async () => {
  app = await givenApp({ login: true });
  server = await serveLiveApp(app, 300);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function contextOf(account: string, options = {}): Promise<BrowserContext & { readonly session: string }> {
  const context = await browser.newContext(options);
  const session = await givenLoggedIn(app, account);
  const [name = '', value = ''] = session.split('=');
  await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
  return Object.assign(context, { session });
}

async function writing(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(String(error)));
  await page.goto(`${server.base}${SECTION}`);
  await page.waitForSelector('.ov-live__text[contenteditable="true"]');
  await page.waitForSelector('[data-live][data-state="saved"]');
  return page;
}

const says = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.ov-live__text')?.textContent?.includes(wanted) === true, text);
const state = (page: Page, name: string) => page.waitForSelector(`[data-live][data-state="${name}"]`);

/** The lines of the editor, without the names of those who are in them. */
const textIn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.ov-live__text p')].map((line) => {
      const copy = line.cloneNode(true) as Element;
      for (const caret of copy.querySelectorAll('.ov-caret')) caret.remove();
      return copy.textContent;
    }),
  );

async function typeLast(page: Page, text: string): Promise<void> {
  await page.click('.ov-live__text');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
}

/** Waits until the browser has what is written in its copy: whoever reads that copy comes after all who write in it. */
const copied = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open((await indexedDB.databases())[0]?.name ?? '');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const read = database.transaction('updates').objectStore('updates').count();
    await new Promise((resolve) => {
      read.onsuccess = resolve;
    });
    database.close();
  });

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html }) => `${id}: ${html}`));
  });
}

describe('two who write at the same time, in a browser', () => {
  test('see each other and what both write, also when one is without a connection for a while; the form has it all afterwards', async () => {
    const [one, other] = [await contextOf(REGION), await contextOf(TOWN)];
    const [first, second] = [await writing(one), await writing(other)];
    await first.waitForFunction(() => document.querySelector('#live-here')?.textContent?.includes('kommunsidan') === true);
    await Promise.all([typeLast(first, 'Skrivet av regionen.'), typeLast(second, 'Skrivet av kommunen.')]);
    await Promise.all([says(first, 'Skrivet av kommunen.'), says(second, 'Skrivet av regionen.')]);
    await first.waitForSelector('.ov-caret');

    await other.setOffline(true);
    await state(second, 'offline');
    await typeLast(second, 'Skrivet utan nät.');
    await typeLast(first, 'Skrivet under tiden.');
    await other.setOffline(false);
    await Promise.all([says(first, 'Skrivet utan nät.'), says(second, 'Skrivet under tiden.'), state(second, 'saved')]);
    expect(await textIn(first)).toEqual(await textIn(second));

    await first.click('button:has-text("Klar")');
    await first.waitForURL(/arbetsversioner\/[^/]+$/);
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.context().addCookies(await one.cookies());
    await plain.goto(`${server.base}${SECTION}`);
    const lines = (await plain.inputValue('textarea[name="lines"]')).split('\n');
    for (const text of ['Skrivet av regionen.', 'Skrivet av kommunen.', 'Skrivet utan nät.', 'Skrivet under tiden.'])
      expect(lines.some((line) => line.includes(text))).toBe(true);
    for (const context of [one, other, plain.context()]) await context.close();
  });

  test('write in lines of their own when both make one at the same place, however late they hear of each other', async () => {
    const contexts = [await contextOf(REGION), await contextOf(TOWN)];
    const pages = [];
    for (const context of contexts) pages.push(await writing(context));
    const [first, second] = pages as [Page, Page];
    const before = await textIn(first);
    for (const page of pages) {
      await page.click('.ov-live__text');
      await page.keyboard.press('Control+End');
    }
    await first.keyboard.press('Enter');
    await second.waitForFunction((count) => document.querySelectorAll('.ov-live__text p').length > count, before.length);
    await second.keyboard.press('Enter');
    await first.waitForFunction((count) => document.querySelectorAll('.ov-live__text p').length > count + 1, before.length);
    for (const nth of [0, 1, 2])
      for (const [page, text] of [
        [first, 'ABC'],
        [second, 'XYZ'],
      ] as const)
        await page.keyboard.type(text[nth] ?? '');
    for (const page of pages) await Promise.all([says(page, 'ABC'), says(page, 'XYZ'), state(page, 'saved')]);
    expect((await textIn(first)).slice(0, before.length)).toEqual(before);
    expect((await textIn(first)).slice(before.length)).toEqual(['XYZ', 'ABC']);
    for (const context of contexts) await context.close();
  });

  test('go on in their own sentence when somebody else divides its line, also while they are without a connection', async () => {
    const contexts = [await contextOf(REGION), await contextOf(TOWN)] as const;
    const [first, second] = [await writing(contexts[0]), await writing(contexts[1])];
    await typeLast(first, 'Ett. Två');
    await says(second, 'Ett. Två');
    await contexts[0].setOffline(true);
    await state(first, 'offline');
    await first.keyboard.type(' tre');
    await second.click('.ov-live__text');
    for (const key of ['Control+End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter']) await second.keyboard.press(key);
    await state(second, 'saved');
    await contexts[0].setOffline(false);
    await says(second, 'Två tre');
    await says(first, 'Två tre');
    await first.keyboard.type(' fyra.');
    await says(second, 'Två tre fyra.');
    expect((await textIn(second)).slice(-2)).toEqual(['Ett. ', 'Två tre fyra.']);
    for (const context of contexts) await context.close();
  });

  test('keep what they write when the session ends, and it is stored after a login in another window', async () => {
    const context = await contextOf(REGION);
    const page = await writing(context);
    await post(app, '/logga-ut', {}, context.session);
    await state(page, 'loggedOut');
    await typeLast(page, 'Skrivet utan inloggning.');
    expect(await page.textContent('#live-state')).toContain('Du är utloggad');
    const [name = '', value = ''] = (await givenLoggedIn(app, REGION)).split('=');
    await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
    await state(page, 'saved');
    await context.close();
    const reader = await contextOf(TOWN);
    await says(await writing(reader), 'Skrivet utan inloggning.');
    await reader.close();
  });

  test('keep what they write when the window is closed without a connection, and no copy is left when it is stored', async () => {
    const context = await contextOf(TOWN);
    const page = await writing(context);
    await context.setOffline(true);
    await state(page, 'offline');
    await typeLast(page, 'Skrivet i en stängd flik.');
    await says(page, 'Skrivet i en stängd flik.');
    await copied(page);
    await page.close();
    await context.setOffline(false);
    const again = await writing(context);
    await says(again, 'Skrivet i en stängd flik.');
    await again.close();
    const after = await context.newPage();
    await after.goto(`${server.base}/om`);
    await after.waitForFunction(async () => (await indexedDB.databases()).length === 0);
    expect(await after.evaluate(() => Object.keys(localStorage).length)).toBe(0);
    await context.close();
  });

  test('keep what can never be stored, as text to copy and take away, and write on in what is stored', async () => {
    const context = await contextOf(TOWN);
    const page = await writing(context);
    await page.click('.ov-live__text');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(` För långt: ${'x'.repeat(41_000)}`);
    await state(page, 'refused');
    expect(await page.textContent('#live-state')).toContain('visas när du öppnar avsnittet igen');
    await page.close();
    const again = await writing(context);
    expect(await again.inputValue('#live-kept')).toContain('För långt: xxx');
    expect((await textIn(again)).join('')).not.toContain('För långt');
    expect(await faultsOf(again)).toEqual([]);
    await again.click('button:has-text("Ta bort texten")');
    await again.reload();
    await state(again, 'saved');
    expect(await again.locator('#live-kept').count()).toBe(0);
    await context.close();
  });
});

describe('the editor', () => {
  test('is reached and used by the keyboard: it has a name, makes items, and takes back', async () => {
    const context = await contextOf(REGION);
    const page = await writing(context);
    const editor = page.getByRole('textbox', { name: 'Meningar' });
    await editor.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- Ett i en lista');
    expect(await page.textContent('.ov-live__item:last-child')).toBe('Ett i en lista');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('ov-live__text'))).toBe(false);
    await editor.focus();
    for (let nth = 0; nth < 4; nth++) await page.keyboard.press('Control+z');
    expect(await editor.textContent()).not.toContain('Ett i en lista');
    await state(page, 'saved');
    await context.close();
  });

  test.each([
    ['light', 390],
    ['dark', 1280],
  ] as const)('has no fault that axe can find in the %s theme at %i px, and needs no scrolling sideways', async (colorScheme, width) => {
    const context = await contextOf(REGION, { colorScheme, viewport: { width, height: 900 } });
    const page = await writing(context);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await context.close();
  });

  test('is fetched by its own page alone, and weighs at most what decision 0033 says', async () => {
    const context = await contextOf(REGION);
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().includes('live-editor')) sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${server.base}${SECTION.split('/avsnitt')[0]}`, { waitUntil: 'networkidle' });
    expect(sizes).toEqual([]);
    await page.goto(`${server.base}${SECTION}`, { waitUntil: 'networkidle' });
    const all = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(all).toBeGreaterThan(0);
    expect(all).toBeLessThanOrEqual(MOST_EDITOR);
    await context.close();
  });

  test('breaks no rule of the content security policy, and throws nothing', () => {
    expect(violations).toEqual([]);
  });
});
