import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSituation } from '../../src/domain/responsibilities/parse-situation.ts';
import { situationToParams } from '../../src/domain/responsibilities/situation-params.ts';
import { cases } from '../navigator/key.ts';
import { situationFile } from '../navigator/real-files.ts';
import { launchBrowser } from './launch.ts';
import { type AppServer, serveApp } from './serve-app.ts';

const SMALLEST = 8.5;
/** The cases of the twelve situations come first in the key. */
const SITUATIONS = cases.slice(0, 17);
/** The longest answers among the other cases of the key that know what help is sought for. */
const LONG = ['cooperation-itself', 'treatment-alcohol-and-psychiatric-condition', 'withdrawal-with-psychiatric-condition'];
/** Of all pairs of unit and profession, the one with most duties, and others with many: of two agreements. */
const ROLES = [
  'ort=06&utforare=primarvard&yrke=ledning',
  'ort=06&utforare=psykiatrisk-oppenvard&yrke=lakare',
  'ort=0682&utforare=primarvard&yrke=kurator',
  'ort=2080&utforare=primarvard&yrke=lakare',
];

let browser: Browser;
let server: AppServer;
let page: Page;

beforeAll(async () => {
  server = await serveApp();
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

function addressOf(raw: Record<string, unknown>): string {
  const parsed = parseSituation(raw, situationFile);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return `/vem-gor-vad?${new URLSearchParams([...situationToParams(parsed.situation, situationFile), ['visa', 'svar']])}`;
}

/** The sheets of a page on paper, and the sizes in points of text smaller than allowed, with an example of each. */
async function onPaper(path: string): Promise<{ sheets: number; small: string[] }> {
  await page.emulateMedia({ media: null });
  const response = await page.goto(`${server.base}${path}`, { waitUntil: 'load' });
  expect(response?.status()).toBe(200);
  const pdf = await page.pdf({ format: 'A4' });
  await page.emulateMedia({ media: 'print' });
  const small = await page.evaluate((smallest) => {
    const found = new Map<string, string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !element.checkVisibility() || element.closest('script, style')) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * 0.75;
      if (size < smallest - 0.01) found.set(size.toFixed(1), node.textContent.trim().slice(0, 40));
    }
    return [...found].map(([size, example]) => `${size} pt: ${example}`);
  }, SMALLEST);
  return { sheets: pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0, small };
}

describe('on one A4 sheet, in type that can be read', () => {
  test.each([...SITUATIONS, ...cases.filter(({ id }) => LONG.includes(id))].map((one) => [one.id, one.situation] as const))(
    'the answer to %s',
    async (_id, situation) => {
      expect(await onPaper(addressOf(situation))).toEqual({ sheets: 1, small: [] });
    },
  );

  test.each(ROLES)('what the agreements ask of the role %s', async (role) => {
    expect(await onPaper(`/vem-gor-vad/roll?${role}`)).toEqual({ sheets: 1, small: [] });
  });
});
