import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { type LiveServer, serveLiveApp } from '../given/live-app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { launchBrowser } from './launch.ts';

/** The section of the demonstration that has a table. */
const DRAFT = `/arbetsversioner/${stableId('demo:draft:06')}`;
const REGION = 'strategigrupp-06';
const TOWN = 'strategigrupp-aneby-06';

let app: Awaited<ReturnType<typeof givenApp>>;
let browser: Browser;
let server: LiveServer;
let section = '';
const errors: string[] = [];

beforeAll(async () => {
  app = await givenApp({ login: true });
  server = await serveLiveApp(app, 300);
  browser = await launchBrowser();
  const html = await (await app.request(DRAFT, { headers: { cookie: await givenLoggedIn(app, REGION) } })).text();
  section = /href="([^"]+\/avsnitt\/vem-gor-vad[^"/]*)"/.exec(html)?.[1] ?? '';
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function contextOf(account: string, options = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  const [name = '', value = ''] = (await givenLoggedIn(app, account)).split('=');
  await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
  return context;
}

async function writing(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.base}${section}`);
  await page.waitForSelector('.ov-live__text[contenteditable="true"]');
  await page.waitForSelector('[data-live][data-state="saved"]');
  return page;
}

/** The words of the cells, without the names of those who are in them. */
const cellsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.ov-live__table tr')].map((row) =>
      [...row.children].map((cell) => {
        const copy = cell.cloneNode(true) as Element;
        for (const caret of copy.querySelectorAll('.ov-caret')) caret.remove();
        return copy.textContent;
      }),
    ),
  );

const cell = (page: Page, row: number, column: number) => page.locator('.ov-live__table tr').nth(row).locator('td').nth(column);

/** What is said to those who do not see where the cursor has come. */
const told = (page: Page) => page.textContent('.ov-live-state [role="status"]');

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What the form without script has. */
async function linesOf(context: BrowserContext): Promise<string[]> {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(await context.cookies());
  const page = await plain.newPage();
  await page.goto(`${server.base}${section}`);
  const lines = (await page.inputValue('textarea[name="lines"]')).split('\n');
  await plain.close();
  return lines;
}

describe('a table in the text of a section, in a browser', () => {
  test('is written cell by cell by two at once, and the form has it as rows between bars', async () => {
    const [one, other] = [await contextOf(REGION), await contextOf(TOWN)];
    const [first, second] = [await writing(one), await writing(other)];
    expect((await cellsOf(first))[0]).toEqual(['Insats', 'Regionen', 'Kommunen']);
    await Promise.all([cell(first, 1, 1).click(), cell(second, 2, 2).click()]);
    await Promise.all([first.keyboard.type('Deltar | stödjer'), second.keyboard.type('Kallas')]);
    for (const page of [first, second])
      await page.waitForFunction(() => {
        const text = document.querySelector('.ov-live__table')?.textContent;
        return text?.includes('Deltar | stödjer') === true && text.includes('Kallas');
      });
    await Promise.all([first, second].map((page) => page.waitForSelector('[data-live][data-state="saved"]')));
    expect(await cellsOf(first)).toEqual(await cellsOf(second));
    await first.click('button:has-text("Klar")');
    await first.waitForURL(/arbetsversioner\/[^/]+$/);
    const lines = await linesOf(one);
    expect(lines).toContain('| Stöd i hemmet | Deltar \\| stödjer | Ansvarar |');
    expect(lines).toContain('| Läkarbedömning | Ansvarar | Kallas |');
    for (const context of [one, other]) await context.close();
  });

  test('is used by the keyboard: tab goes from cell to cell and out of it, return makes a row, and the buttons rows and columns', async () => {
    const context = await contextOf(REGION);
    const page = await writing(context);
    const before = await cellsOf(page);
    await cell(page, 0, 0).click();
    await press(page, 'Tab', 'Tab', 'Tab');
    await expect.poll(() => told(page)).toBe('Insats, rad 1');
    await press(page, 'Shift+Tab');
    await expect.poll(() => told(page)).toBe('Rubrik i kolumn 3');
    await page.getByRole('button', { name: 'Ny kolumn till höger' }).click();
    await page.keyboard.type('Polisen');
    await cell(page, before.length - 1, 0).click();
    await press(page, 'Enter');
    await page.keyboard.type('Ny insats');
    await press(page, 'Tab');
    await page.keyboard.type('Ja');
    const grown = await cellsOf(page);
    expect(grown).toHaveLength(before.length + 1);
    expect(grown[0]).toEqual([...(before[0] ?? []), 'Polisen']);
    expect(grown.at(-1)).toEqual(['Ny insats', 'Ja', '', '']);
    await press(page, 'Alt+F10');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ny rad under');
    await page.getByRole('button', { name: 'Ta bort raden' }).click();
    await cell(page, 0, 3).click();
    await page.getByRole('button', { name: 'Ta bort kolumnen' }).click();
    expect(await cellsOf(page)).toEqual(before);
    await cell(page, before.length - 1, 2).click();
    await press(page, 'Tab');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('ov-live__text'))).toBe(false);
    await context.close();
  });

  test('never loses a cell to the keys that take away, at its edges or over several', async () => {
    const context = await contextOf(REGION);
    const page = await writing(context);
    const before = await cellsOf(page);
    await cell(page, 1, 0).click();
    await press(page, 'Home', 'Backspace', 'Backspace', 'End', 'Delete');
    expect(await cellsOf(page)).toEqual(before);
    await cell(page, 1, 0).click();
    await press(page, 'Home', 'Shift+ArrowDown', 'Delete');
    const after = await cellsOf(page);
    expect(after.map((row) => row.length)).toEqual(before.map((row) => row.length));
    expect(after).not.toEqual(before);
    await press(page, 'Control+z');
    expect(await cellsOf(page)).toEqual(before);
    await context.close();
  });

  test.each([
    ['light', 390],
    ['dark', 1280],
  ] as const)('has a name, headings of columns and no fault that axe can find in the %s theme at %i px', async (colorScheme, width) => {
    const context = await contextOf(REGION, { colorScheme, viewport: { width, height: 900 } });
    const page = await writing(context);
    await cell(page, 1, 1).click();
    await page.getByRole('table', { name: 'Tabell 1' }).waitFor();
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(['Insats', 'Regionen', 'Kommunen']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html }) => `${id}: ${html}`));
    });
    expect(found).toEqual([]);
    await context.close();
  });

  test('is made new by a button, by a row between bars and of pasted rows, but not beside another', async () => {
    const context = await contextOf(REGION);
    const page = await writing(context);
    const button = page.getByRole('button', { name: 'Ny tabell' });
    await page.locator('.ov-live__text > p').first().click();
    expect(await button.isDisabled()).toBe(true);
    await press(page, 'Home', 'Enter', 'ArrowUp');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Inledning\n| Roll | Tid |\n| Möte | Varje månad |\nSist');
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector('.ov-live__text')?.dispatchEvent(paste);
    });
    expect((await cellsOf(page)).slice(0, 2)).toEqual([
      ['Roll', 'Tid'],
      ['Möte', 'Varje månad'],
    ]);
    await page.locator('.ov-live__text > p').first().click();
    await press(page, 'Home', 'Enter', 'ArrowUp');
    await button.click();
    await page.keyboard.type('Först');
    await page.locator('.ov-live__text > p').first().click();
    await press(page, 'Home', 'Enter', 'ArrowUp');
    await page.keyboard.type('| Vad | När |');
    await press(page, 'Enter');
    expect((await cellsOf(page)).slice(0, 4)).toEqual([
      ['Först', ''],
      ['', ''],
      ['Vad', 'När'],
      ['Roll', 'Tid'],
    ]);
    await page.waitForSelector('[data-live][data-state="saved"]');
    await context.close();
  });

  test('throws nothing', () => {
    expect(errors).toEqual([]);
  });
});
