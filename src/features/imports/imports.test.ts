import type { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { givenReader } from '../../../tests/journeys/visit.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { asDocx, asPdf, asText, type GivenDocument } from '../../formats/read/given-files.ts';
import { zipOf } from '../../formats/read/given-zip.ts';
import type { AppEnv, Runtime, Scope } from '../../platform/index.ts';
import { readImport, readImports } from './read-imports.ts';
import { uploadImport } from './upload-import.ts';

const COUNTY = 'forvaltare-lanet-06';
const OTHER_COUNTY = 'forvaltare-lanet-20';
const TOWN = 'forvaltare-aneby-06';
const WORKER = 'handlaggare-aneby-06';
const clock = givenClock();
let app: Hono<AppEnv>;
let runtime: Runtime;
const scopes = new Map<string, Scope>();

const given = (title: string): GivenDocument => ({
  title: `Överenskommelse om ${title}`,
  sections: [
    {
      level: 1,
      number: '1',
      heading: 'Inledning',
      blocks: [{ kind: 'paragraph', text: 'Parterna möts varje höst. De gör det enligt 5 kap. 9 a § SoL.' }],
    },
    { level: 1, number: '2', heading: 'Uppföljning', blocks: [{ kind: 'list', ordered: false, items: ['varje år', 'vid behov'] }] },
  ],
});
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));

beforeAll(async () => {
  app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
  for (const account of [COUNTY, OTHER_COUNTY, TOWN, WORKER])
    scopes.set(account, { runtime, actor: await givenActor(app, runtime, account) });
});

const as = (account: string): Scope => scopes.get(account) as Scope;
const kept = async () =>
  (
    await runtime.database.asOwner((tx) =>
      sql<{ imports: number; acts: number }>`
    select (select count(*) from import)::int as imports, (select count(*) from act where kind = 'imports.upload')::int as acts`.execute(
        tx,
      ),
    )
  ).rows[0];

async function givenImport(account: string, name: string, bytes: Uint8Array): Promise<string> {
  const done = await uploadImport(as(account), { name, bytes });
  if (isRefusal(done)) throw new Error(done.code);
  return done.id;
}

describe('reading a file in', () => {
  test.each([
    ['avtal.txt', (document: GivenDocument) => utf8(asText(document))],
    ['avtal.docx', asDocx],
    ['avtal.pdf', asPdf],
  ] as const)('keeps the tree of %s with the act', async (name, make) => {
    const before = await kept();
    const id = await givenImport(COUNTY, `C:\\Hemligt\\${name}`, await make(given(name)));
    const found = await readImport(as(COUNTY), { id });
    expect(found).toMatchObject({ county: '06', file: name, title: `Överenskommelse om ${name}` });
    expect(isRefusal(found) ? [] : found.text.sections.map(({ id: section }) => section)).toEqual(['inledning', 'uppfoljning']);
    expect(await kept()).toEqual({ imports: (before?.imports ?? 0) + 1, acts: (before?.acts ?? 0) + 1 });
  });

  test('answers the same for the same file, however many send it at once, and keeps it once', async () => {
    const bytes = utf8(asText(given('samma fil')));
    const before = await kept();
    const ids = await Promise.all(Array.from({ length: 6 }, (_, nth) => givenImport(nth % 2 === 0 ? COUNTY : TOWN, `${nth}.txt`, bytes)));
    expect(new Set(ids).size).toBe(1);
    expect(await kept()).toEqual({ imports: (before?.imports ?? 0) + 1, acts: (before?.acts ?? 0) + 1 });
  });

  test('is done in each county by itself', async () => {
    const bytes = utf8(asText(given('två län')));
    expect(await givenImport(COUNTY, 'a.txt', bytes)).not.toBe(await givenImport(OTHER_COUNTY, 'a.txt', bytes));
  });

  test('keeps nothing of what it refuses', async () => {
    const before = await kept();
    const bomb = zipOf([{ name: 'word/document.xml', content: Buffer.alloc(200 * 1024 * 1024) }]);
    const answers = [
      await uploadImport(as(COUNTY), { name: 'a.docx', bytes: bomb }),
      await uploadImport(as(COUNTY), { name: 'a.pdf', bytes: utf8('%PDF-1.7 trasig') }),
      await uploadImport(as(COUNTY), { name: 'a.txt', bytes: utf8('') }),
      await uploadImport(as(WORKER), { name: 'a.txt', bytes: utf8('Inledning') }),
    ];
    expect(answers.map((answer) => isRefusal(answer) && answer.code)).toEqual([
      'file-unpacks-too-large',
      'file-broken',
      'file-empty',
      'forbidden',
    ]);
    expect(await kept()).toEqual(before);
  });
});

describe('what was read', () => {
  test('is seen by nobody of another county, and by nobody without the role', async () => {
    const id = await givenImport(COUNTY, 'a.txt', utf8(asText(given('hemligt'))));
    const codes = [];
    for (const account of [OTHER_COUNTY, WORKER]) {
      const found = await readImport(as(account), { id });
      codes.push(isRefusal(found) && found.code);
    }
    expect(codes).toEqual(['import-not-found', 'forbidden']);
    const listed = await readImports(as(OTHER_COUNTY), {});
    expect(isRefusal(listed) || listed.some((one) => one.id === id)).toBe(false);
  });

  test('is shown by the database to nobody else, whatever is asked, and never changed', async () => {
    const id = await givenImport(COUNTY, 'a.txt', utf8(asText(given('väggen'))));
    const seen = await runtime.database.transaction('read', (tx) => sql`select id from import where id = ${id}`.execute(tx));
    expect(seen.rows).toEqual([]);
    await expect(runtime.database.transaction('write', (tx) => sql`update import set title = 'x'`.execute(tx))).rejects.toThrow(
      /permission denied/,
    );
    await expect(runtime.database.transaction('write', (tx) => sql`delete from import`.execute(tx))).rejects.toThrow(/permission denied/);
  });
});

describe('the pages', () => {
  test('take a file and show the tree beside the file, with what belongs to the page in grey', async () => {
    const reader = await givenReader(app, await givenLoggedIn(app, COUNTY));
    expect((await reader.visit('/import')).text).toContain('Högst 20 MB');
    const page = await reader.send('/import', 'fil', Uint8Array.from(asPdf(given('sidan'))));
    expect(page.path).toMatch(/^\/import\/[0-9a-f-]{36}$/);
    expect(page.document.querySelector('h1')?.textContent).toContain('Överenskommelse om sidan');
    for (const link of page.links().filter(({ href }) => href.startsWith('#fil-'))) {
      expect(page.document.getElementById(link.href.slice(1)), link.href).not.toBeNull();
    }
    expect(page.document.querySelectorAll('.ov-import__furniture').length).toBeGreaterThan(0);
    expect((await reader.visit('/import')).links().some(({ text }) => text === 'Överenskommelse om sidan')).toBe(true);
  });

  test('say in Swedish what is wrong with a file', async () => {
    const reader = await givenReader(app, await givenLoggedIn(app, COUNTY));
    const page = await reader.send('/import', 'fil', Uint8Array.from(Buffer.from('inte en pdf')));
    expect([page.status, page.document.querySelector('.govuk-error-summary')?.textContent]).toEqual([
      422,
      expect.stringContaining('ingen pdf-fil'),
    ]);
  });

  test('are closed to those without the role', async () => {
    const reader = await givenReader(app, await givenLoggedIn(app, WORKER));
    expect((await reader.visit('/import')).status).toBe(403);
  });
});

describe('the API', () => {
  const call = async (path: string, cookie: string, json?: unknown) =>
    app.request(`${TEST_ORIGIN}/api/v1${path}`, {
      headers: { cookie, origin: TEST_ORIGIN, ...(json ? { 'content-type': 'application/json' } : {}) },
      ...(json ? { method: 'POST', body: JSON.stringify(json) } : {}),
    });

  test('takes a file larger than a form and answers every sentence with its place', async () => {
    const cookie = await givenLoggedIn(app, COUNTY);
    const text = `${asText(given('API'))}\n\n3 Bilaga\n\n${'Det här är en rad som fyller ut. '.repeat(5000)}`;
    const done = await call('/imports', cookie, { name: 'avtal.txt', file: Buffer.from(text).toString('base64') });
    expect(done.status).toBe(200);
    const { id } = (await done.json()) as { id: string };
    const body = (await (await call(`/imports/${id}`, cookie)).json()) as {
      raw: string;
      sections: { id: string; sentences: { text: string; places: { from: number; to: number }[] }[] }[];
    };
    const sentence = body.sections[0]?.sentences[1];
    expect(sentence?.text).toBe('De gör det enligt 5 kap. 9 a § SoL.');
    expect(sentence?.places.map(({ from, to }) => body.raw.slice(from, to))).toEqual(['De gör det enligt 5 kap. 9 a § SoL.']);
    const list = (await (await call('/imports', cookie)).json()) as { imports: { id: string }[] };
    expect(list.imports.map((one) => one.id)).toContain(id);
  });

  test('answers a refused file with its code, and nobody without a login', async () => {
    const cookie = await givenLoggedIn(app, COUNTY);
    const refused = await call('/imports', cookie, { name: 'a.exe', file: 'TVqQ' });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([415, 'file-kind-unknown']);
    expect((await call('/imports', '')).status).toBe(401);
  });
});
