import type { Hono } from 'hono';
import { JSDOM } from 'jsdom';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { TEST_ORIGIN } from '../given/logged-in.ts';

type Place = string | { readonly page: string; readonly link: RegExp };

/**
 * A form as somebody fills it in: its door, who, where it stands (an address, or the first link of a page that fits), and what is typed by the name of each field.
 * `=words`: the choice with these words. `*`: the first choice. `^name`: every field whose name begins so.
 */
export type Twice = readonly [door: string, as: string, place: Place, typed: Readonly<Record<string, string>>];

type Answer = { readonly status: number; readonly location: string; readonly text: string };

const read = async (app: Hono<AppEnv>, path: string, cookie: string) => {
  const answer = await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } });
  return new JSDOM(await answer.text()).window.document;
};

/** The address of a form. */
export async function addressOf(app: Hono<AppEnv>, cookie: string, place: Place): Promise<string> {
  if (typeof place === 'string') return place;
  const [path = '', fragment] = place.page.split('#');
  const links = async (of: string) =>
    [...(await read(app, of, cookie)).querySelectorAll('main a[href]')].map((one) => one.getAttribute('href') ?? '');
  // A task has a page of its own, which the page of its plan leads to.
  const pages = fragment ? (await links(path)).filter((href) => /\/uppdrag\/[0-9a-f-]{36}$/.test(href)) : [path];
  for (const page of pages) {
    const found = (await links(page)).find((href) => place.link.test(href.split(/[?#]/)[0] ?? ''));
    if (found) return found;
  }
  throw new Error(`nothing on ${place.page} leads to ${place.link}`);
}

/** The form at an address, filled in: answers a way to send exactly the same as often as one likes. */
export async function twice(app: Hono<AppEnv>, cookie: string, [door, , , typed]: Twice, path: string): Promise<() => Promise<Answer>> {
  const document = await read(app, path, cookie);
  const form = [...document.querySelectorAll<HTMLFormElement>('main form[method="post"]')].find((one) =>
    Object.keys(typed).every((name) => (name.startsWith('^') ? true : one.querySelector(`[name="${name}"]`))),
  );
  if (!form) throw new Error(`${door} has no form at ${path}: ${document.querySelector('main')?.textContent?.slice(0, 300)}`);
  const values = new Map<string, string[]>();
  for (const field of form.querySelectorAll<HTMLInputElement>('input[name], select[name], textarea[name]')) {
    const ticks = ['radio', 'checkbox'].includes(field.getAttribute('type') ?? '');
    if (!ticks || field.checked) values.set(field.name, [...(values.get(field.name) ?? []), field.value]);
  }
  const names = new Set([...form.querySelectorAll<HTMLInputElement>('[name]')].map(({ name }) => name));
  for (const [name, value] of Object.entries(typed)) {
    const fields = name.startsWith('^') ? [...names].filter((one) => one.startsWith(name.slice(1))) : [name];
    for (const field of fields) values.set(field, [chosen(form, field, value)]);
  }
  const body = new URLSearchParams([...values].flatMap(([name, all]) => all.map((one) => [name, one] as [string, string]))).toString();
  const to = (form.getAttribute('action') ?? path).replace(TEST_ORIGIN, '');
  const headers = { cookie, origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
  return async () => {
    const answer = await app.request(`${TEST_ORIGIN}${to}`, { method: 'POST', headers, body });
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: (await answer.text()).slice(0, 4000) };
  };
}

function chosen(form: HTMLFormElement, name: string, value: string): string {
  if (value !== '*' && !value.startsWith('=')) return value;
  const options = [...form.querySelectorAll(`[name="${name}"] option, input[name="${name}"]`)].filter((one) => one.getAttribute('value'));
  const words = (one: Element) =>
    (one.tagName === 'OPTION' ? one.textContent : form.querySelector(`label[for="${one.id}"]`)?.textContent) ?? '';
  const found = options.find((one) => value === '*' || words(one).includes(value.slice(1)));
  const picked = found?.getAttribute('value');
  if (!picked) throw new Error(`no choice ${value} of ${name}`);
  return picked;
}
