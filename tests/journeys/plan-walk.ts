import { expect } from 'vitest';
import type { Clock } from '../../src/platform/clock.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

/** Stands in everything that is written about somebody, so that it is found where it must not be. */
export const MARK = 'kantarell';

/** What is typed in a form; a pattern chooses the option whose label it fits. */
export type Typed = Readonly<Record<string, string | RegExp | readonly (string | RegExp)[]>>;

/** Somebody who walks through the pages, logged in or not. */
export type Walker = {
  /** Opens an address, and expects a page without faults. */
  open(path: string): Promise<Stop>;
};

/** A page that somebody has come to. */
export type Stop = {
  readonly text: string;
  readonly path: string;
  readonly document: Document;
  /** Goes where the link with this text leads. `to`: how the address ends, where several have the text. */
  follow(text: string | RegExp, to?: RegExp): Promise<Stop>;
  /** Fills in the form with these fields, and expects it to be taken. */
  fill(typed: Typed): Promise<Stop>;
  /** Fills it in, and expects it to be refused with these words. */
  refused(typed: Typed, ...words: readonly string[]): Promise<Stop>;
  /** Expects these words on the page. */
  says(...words: readonly string[]): Stop;
  /** Expects none of them. */
  hides(...words: readonly string[]): Stop;
};

export type Walk = {
  as(account: string): Promise<Walker>;
  /** The day that it is. */
  today(): Temporal.PlainDate;
  /** Lets days pass: everybody logs in anew. */
  after(days: number): void;
  readonly clock: Clock;
  /** How many pages have been seen. */
  pages(): number;
};

/** What notes a receipt when it is opened, and what ends the login. */
const NOT_TRIED = /\/kopior\/:id|\/logga-ut|\/demo\//;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * A county's people walking through the real pages, each with a browser of their own. At each page: axe, one heading over all, a title, nobody's name, number or words in titles and
 * addresses, and no link that leads nowhere. `secrets`: what must never stand in an address or a title.
 */
export async function givenWalk(secrets: readonly string[]): Promise<Walk> {
  let day = Temporal.PlainDate.from('2026-11-22');
  let seconds = 0;
  let pages = 0;
  const now = () => day.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant().add({ seconds });
  const clock: Clock = { today: () => day, now };
  const app = await givenApp({ clock, login: true, demo: true });
  const readers = new Map<string, Promise<Reader>>();
  const tried = new Set<string>();
  const forbidden = [MARK, ...secrets].map((one) => one.toLowerCase());
  const readerOf = (account: string) => {
    const known = readers.get(account);
    if (known) return known;
    const made = account === '' ? givenReader(app) : givenLoggedIn(app, account).then((cookie) => givenReader(app, cookie));
    readers.set(account, made);
    return made;
  };

  async function come(account: string, page: Page): Promise<Stop> {
    pages += 1;
    const { document, path } = page;
    expect.soft(document.querySelectorAll('h1').length, path).toBe(1);
    expect.soft(document.title, path).toMatch(/\p{L}.* – Överens$/u);
    const hrefs = [...document.querySelectorAll('a[href], form[action]')].map(
      (one) => one.getAttribute('href') ?? one.getAttribute('action'),
    );
    for (const text of [path, document.title, ...hrefs.map((href) => decodeURIComponent(href ?? ''))])
      expect
        .soft(
          forbidden.filter((one) => text.toLowerCase().includes(one)),
          `${path}: ${text}`,
        )
        .toEqual([]);
    await linksLead(account, page);
    return stopAt(account, page);
  }

  /** Follows each link once for each kind of address and who follows it. */
  async function linksLead(account: string, { document, path }: Page): Promise<void> {
    for (const link of document.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (href.startsWith('#') && href.length > 1)
        expect.soft(document.getElementById(decodeURIComponent(href.slice(1))), `${path}: ${href}`).not.toBeNull();
      const [to = ''] = href.split('#');
      const kind = `${account} ${to.replaceAll(ID, ':id')}`;
      if (!to.startsWith('/') || tried.has(kind) || NOT_TRIED.test(kind)) continue;
      tried.add(kind);
      const status = await (await readerOf(account)).leads(to);
      expect.soft(status, `${path} leads to ${to}`).toBeLessThan(400);
    }
  }

  function stopAt(account: string, page: Page): Stop {
    const send = (typed: Typed) => {
      seconds += 1;
      const [first = ''] = Object.keys(typed);
      const chosen = Object.entries(typed).map(([name, said]) => [name, [said].flat().map((one) => chosenIn(page, name, one))] as const);
      return page.submit(first, Object.fromEntries(chosen.map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : [...all]])));
    };
    const spaced = page.text.replaceAll(/[\u00a0\u202f]/g, ' ');
    const stop: Stop = {
      text: spaced,
      path: page.path,
      document: page.document,
      follow: async (text, to) => {
        const found = page
          .links()
          .find((one) => (typeof text === 'string' ? one.text.startsWith(text) : text.test(one.text)) && (!to || to.test(one.href)));
        if (!found)
          throw new Error(
            `no link "${text}" on ${page.path}: ${page
              .links()
              .map((one) => one.text)
              .join(' | ')}`,
          );
        return come(account, await (await readerOf(account)).visit(found.href));
      },
      fill: async (typed) => {
        const next = await send(typed);
        const faults = next.document.querySelector('.govuk-error-summary')?.textContent ?? (next.status < 400 ? '' : next.text);
        expect(faults.replaceAll(/\s+/g, ' '), `${page.path} → ${next.path}`).toBe('');
        return come(account, next);
      },
      refused: async (typed, ...words) => {
        const next = await send(typed);
        expect(next.status, next.path).toBeGreaterThanOrEqual(400);
        return (await come(account, next)).says(...words);
      },
      says: (...words) => {
        for (const one of words) expect(spaced, page.path).toContain(one);
        return stop;
      },
      hides: (...words) => {
        for (const one of words) expect(spaced, page.path).not.toContain(one);
        return stop;
      },
    };
    return stop;
  }

  return {
    clock,
    today: () => day,
    after: (days) => {
      day = day.add({ days });
      readers.clear();
    },
    pages: () => pages,
    as: async (account) => ({ open: async (path) => come(account, await (await readerOf(account)).visit(path)) }),
  };
}

/** The name of the one who has logged in, as the page says it. */
export function nameOn({ document }: Stop): string {
  const shown = document.querySelector('.ov-login__summary > span')?.childNodes ?? [];
  return [...shown].find(({ nodeType }) => nodeType === 3)?.textContent?.trim() ?? '';
}

/** What a field is filled in with: the text, or the value of the option whose label the pattern fits. */
function chosenIn({ document, path }: Page, name: string, said: string | RegExp): string {
  if (typeof said === 'string') return said;
  const options = [...document.querySelectorAll<HTMLElement>(`select[name="${name}"] option, input[name="${name}"]`)].map((one) => ({
    value: one.getAttribute('value') ?? '',
    label: (one.tagName === 'OPTION' ? one.textContent : document.querySelector(`label[for="${one.id}"]`)?.textContent) ?? '',
  }));
  const found = options.find(({ value, label }) => value !== '' && said.test(label));
  if (!found) throw new Error(`no option ${said} of ${name} on ${path}: ${options.map(({ label }) => label.trim()).join(' | ')}`);
  return found.value;
}
