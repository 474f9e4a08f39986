import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { givenApp } from '../given/app.ts';
import { brokenEncoding, hostileText } from './hostile.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20261122);
const RUNS = Number(process.env.FUZZ_RUNS ?? 1500);

type App = Awaited<ReturnType<typeof givenApp>>;
type Form = { action: string; method: string; fields: Map<string, string[]> };

/** Where a reader may begin; the rest is found by following links. */
const STARTS = ['/', '/vem-gor-vad', '/vem-gor-vad/roll', '/avtal', '/jamfor', '/lagrum', '/sok', '/om', '/tillganglighet', '/api/v1/docs'];
const MOST_PAGES = 40;

/** Names that are read from addresses without standing in a form of the first page. */
const NAMES = ['ort', 'visa', 'datum', 'version', 'avtal', 'q', 'sida', 'lan', 'format', 'fraga', 'svar', 'steg'];

/** The facts of the navigator: each is a name in its address. */
async function factNames(app: App): Promise<string[]> {
  const { facts } = (await (await app.request('/api/v1/situation')).json()) as { facts: { param: string }[] };
  return facts.map(({ param }) => param);
}

/** Pages that exist, one of each kind, and the forms on them: the addresses and names that the fuzz bends. */
async function explore(app: App): Promise<{ paths: string[]; forms: Form[] }> {
  const waiting = [...STARTS];
  const kinds = new Set<string>();
  const paths: string[] = [];
  const forms: Form[] = [];
  for (let path = waiting.shift(); path && paths.length < MOST_PAGES; path = waiting.shift()) {
    const kind = path.replaceAll(/\d+|[a-z0-9]+-[a-z0-9-]+/g, '*');
    if (kinds.has(kind)) continue;
    const answer = await app.request(path);
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
    kinds.add(kind);
    paths.push(path);
    const { document } = new JSDOM(await answer.text()).window;
    for (const form of document.querySelectorAll('form')) forms.push(formOf(form, path));
    for (const link of document.querySelectorAll('a[href^="/"]')) waiting.push((link.getAttribute('href') ?? '').replace(/[?#].*/, ''));
  }
  for (const question of ['/vem-gor-vad?ort=0686', '/vem-gor-vad?ort=20']) {
    const { document } = new JSDOM(await (await app.request(question)).text()).window;
    for (const form of document.querySelectorAll('form')) forms.push(formOf(form, question));
  }
  const named = [...NAMES, ...(await factNames(app))].map((name): [string, string[]] => [
    name,
    ['ja', 'nej', 'vet-inte', '45', '06', 'svar'],
  ]);
  forms.push({ action: '/vem-gor-vad', method: 'GET', fields: new Map(named) });
  return { paths, forms };
}

function formOf(form: HTMLFormElement, path: string): Form {
  const fields = new Map<string, string[]>();
  for (const control of form.querySelectorAll<HTMLInputElement>('[name]')) {
    const options = [...control.querySelectorAll('option')].map((option) => option.value);
    fields.set(control.name, [...(fields.get(control.name) ?? []), ...options, control.getAttribute('value') ?? '']);
  }
  return { action: form.getAttribute('action') ?? path, method: (form.getAttribute('method') ?? 'get').toUpperCase(), fields };
}

type Visit = { method: string; address: string; body?: string; cookie: string };

function visits({ paths, forms }: { paths: string[]; forms: Form[] }): fc.Arbitrary<Visit> {
  const names = Map.groupBy(
    forms.flatMap(({ fields }) => [...fields]),
    ([name]) => name,
  );
  const choices = [...names].map(([name, all]): [string, string[]] => [name, all.flatMap(([, values]) => values)]);
  const pair = fc.constantFrom(...choices).chain(([name, values]) => {
    const value = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('', ...values) }, { weight: 3, arbitrary: hostileText });
    return fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constant(name) }, { weight: 1, arbitrary: hostileText }), value);
  });
  const query = fc
    .array(pair, { maxLength: 8 })
    .map((pairs) => pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&'));
  const tail = fc.oneof({ weight: 8, arbitrary: fc.constant('') }, { weight: 1, arbitrary: brokenEncoding });
  const path = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...paths) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...paths), hostileText).map(([one, text]) => one.replace(/[^/]*$/, encoded(text))) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...paths), brokenEncoding).map(([one, text]) => `${one}${text}`) },
  );
  const cookie = fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    hostileText.map((text) => `lan=${encoded(text)}`),
    fc.constant('lan=06'),
  );
  const get = fc
    .tuple(path, query, tail, cookie)
    .map(([one, search, broken, kept]) => ({ method: 'GET', address: `${one}?${search}${broken}`, cookie: kept }));
  const posts = forms.filter(({ method }) => method === 'POST').map(({ action }) => action);
  const post = fc
    .tuple(fc.constantFrom(...posts), query, tail, cookie)
    .map(([action, body, broken, kept]) => ({ method: 'POST', address: action, body: `${body}${broken}`, cookie: kept }));
  return fc.oneof({ weight: 9, arbitrary: get }, { weight: 1, arbitrary: post });
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

it(`shows a page, whatever ${RUNS} addresses, forms and cookies hold (FUZZ_SEED=${SEED})`, async () => {
  const app = await givenApp();
  const found = await explore(app);
  expect(found.paths.length).toBeGreaterThan(12);
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(visits(found), async ({ method, address, body, cookie }) => {
      const headers = {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }),
      };
      const answer = await app.request(`http://localhost${address}`, { method, headers, ...(body === undefined ? {} : { body }) });
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      const text = await answer.text();
      expect(answer.status, text.slice(0, 500)).toBeLessThan(500);
      const isPage = answer.status === 200 || answer.status >= 400;
      if (isPage) expect(answer.headers.get('content-type')).toMatch(/^(text\/(html|csv)|application\/(problem\+)?json)/);
      expect(text).not.toContain('<script>alert(1)</script>');
      if (answer.status >= 300 && answer.status < 400) expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])/);
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  for (const status of [200, 404]) expect(seen.get(status) ?? 0, `answers of ${status}`).toBeGreaterThan(20);
});
