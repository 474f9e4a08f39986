import type { Hono } from 'hono';
import { JSDOM } from 'jsdom';
import { expect } from 'vitest';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { givenApp } from '../given/app.ts';
import { axeFaults } from '../given/axe.ts';

const BASE = 'http://localhost';

/** A reader with a browser that remembers cookies and runs no script. Every page it visits is tried with axe. */
export type Reader = {
  /** Goes to an address, follows redirects, and answers the page. */
  visit(path: string): Promise<Page>;
  /** Sends a file in a form, as a browser does. */
  send(path: string, field: string, bytes: Uint8Array<ArrayBuffer>): Promise<Page>;
  /** Asks for an address without looking at the page: the status of the answer. */
  leads(path: string): Promise<number>;
};

export type Page = {
  readonly status: number;
  readonly path: string;
  readonly document: Document;
  /** The text of the page's main part, white space folded. */
  readonly text: string;
  /** The links of the main part: text → address. */
  links(): { text: string; href: string }[];
  /** Sends the form that has a control of this name (of none: the first in the main part), with the given values over its own, as a browser without script would. */
  submit(control: string, values: Record<string, string | string[]>): Promise<Page>;
};

/** `session`: the cookie of someone who has logged in (`givenLoggedIn`). */
export async function givenReader(app?: Hono<AppEnv>, session = ''): Promise<Reader> {
  const served = app ?? (await givenApp());
  const [cookie = '', secret = ''] = session.split('=');
  const cookies = new Map<string, string>(session ? [[cookie, secret]] : []);

  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    return served.request(`${BASE}${path}`, { ...init, headers });
  };
  const go = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const response = await ask(path, init);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (to) return go(to);
    const html = await response.text();
    const page = pageOf(html, response.status, path, go);
    expect(await axeFaults(html, page.document), path).toEqual([]);
    return page;
  };
  const send: Reader['send'] = (path, field, bytes) => {
    const body = new FormData();
    body.set(field, new File([bytes], 'fil.pdf'));
    return go(path, { method: 'POST', body, headers: { origin: BASE } });
  };
  return { visit: (path) => go(path), send, leads: async (path) => (await ask(path)).status };
}

function pageOf(html: string, status: number, path: string, go: (path: string, init?: RequestInit) => Promise<Page>): Page {
  const { document } = new JSDOM(html, { url: `${BASE}${path}` }).window;
  const main = document.querySelector('main') ?? document.body;
  return {
    status,
    path,
    document,
    text: (main.textContent ?? '').replace(/\s+/g, ' ').trim(),
    links: () =>
      [...main.querySelectorAll('a[href]')].map((link) => ({
        text: (link.textContent ?? '').replace(/\s+/g, ' ').trim(),
        href: link.getAttribute('href') ?? '',
      })),
    submit: (control, values) => {
      const form = control === '' ? main.querySelector('form') : document.querySelector(`[name="${control}"]`)?.closest('form');
      if (!form) throw new Error(`no form with a control named ${control} on ${path}`);
      const fields = new URLSearchParams();
      for (const element of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name], select[name], textarea[name]')) {
        const chosen =
          element.getAttribute('type') === 'radio' || element.getAttribute('type') === 'checkbox'
            ? (element as HTMLInputElement).checked
            : true;
        if (chosen && !(element.name in values)) fields.append(element.name, element.value);
      }
      for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) fields.append(name, one);
      const action = (form.getAttribute('action') ?? path).replace(BASE, '');
      if ((form.getAttribute('method') ?? 'get').toLowerCase() === 'get') return go(`${action}?${fields}`);
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: BASE };
      return go(action, { method: 'POST', body: fields.toString(), headers });
    },
  };
}
