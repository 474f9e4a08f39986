import type { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { AppEnv, Runtime, Scope } from '../../platform/index.ts';
import { openAccount, readAccounts } from '../access/index.ts';
import { municipalityId, regionId } from './ensure-organisations.ts';
import { MOST_FAULTS, previewImport } from './import-units.ts';
import { moveUnit } from './move-unit.ts';
import { openUnit } from './open-unit.ts';
import { seatMember } from './seat-member.ts';

const TOWN = 'forvaltare-aneby-06';
const OTHER = 'forvaltare-eksjo-06';
const COUNTY = 'forvaltare-lanet-06';
const OTHER_COUNTY = 'forvaltare-lanet-20';
const ANEBY = municipalityId('0604');
const clock = givenClock();
const ways = { phone: '070-174 06 90', email: '', web: '', address: '', opening: '' };
const reach = { kind: 'individ-familjeomsorg', serves: ['0604'], ages: { from: 18 } };
let app: Hono<AppEnv>;
let runtime: Runtime;
let town: Scope;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
  town = await givenScope(TOWN);
  for (const account of [TOWN, OTHER, COUNTY, OTHER_COUNTY]) cookies[account] = await givenLoggedIn(app, account);
});

async function givenScope(account: string): Promise<Scope> {
  return { runtime, actor: await givenActor(app, runtime, account) };
}

async function givenUnit(): Promise<string> {
  const opened = await openUnit(town, { organisation: ANEBY, name: 'Enheten', from: '2026-01-01', ...reach, ways });
  if (isRefusal(opened)) throw new Error(opened.code);
  return opened.id;
}

const get = (path: string, as: string) => app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies[as] ?? '' } });
const send = (path: string, form: Record<string, string>, as: string) => post(app, path, form, cookies[as]);
const keyOf = async (path: string, as: string) => /name="key" value="([^"]+)"/.exec(await (await get(path, as)).text())?.[1] ?? '';
const actsOn = async (id: string) =>
  (await runtime.database.asOwner((tx) => sql`select from act where subject_id = ${id}`.execute(tx))).rows.length;

describe('a form that is sent twenty times at once', () => {
  test.each([
    ['/organisation/enheter/ny', TOWN, { name: 'Dubbel', kind: reach.kind, serves: '0604', 'ages-from': '18', from: '2026-12-01' }],
    ['/organisation/andra/ny', COUNTY, { name: 'Dubbel', kind: 'private-provider', from: '2026-12-01' }],
    ['/organisation/personer/ny', TOWN, { name: 'Provia', hsaId: 'SE2321000000-DUBBEL', email: '' }],
  ] as [string, string, Record<string, string>][])('%s opens one, and every answer leads there', async (path, as, form) => {
    const key = await keyOf(path, as);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(path, { ...form, key }, as)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(answers[0]?.headers.get('location')).toContain(key);
    expect(await actsOn(key)).toBe(1);
    expect(await keyOf(path, as)).not.toBe(key);
  });

  test.each([
    ['/organisation/enheter/ny', TOWN, { name: 'Utan nyckel', kind: reach.kind, serves: '0604', 'ages-from': '18', from: '2026-12-01' }],
    ['/organisation/andra/ny', COUNTY, { name: 'Utan nyckel', kind: 'private-provider', from: '2026-12-01' }],
    ['/organisation/personer/ny', TOWN, { name: 'Utan nyckel', hsaId: 'SE2321000000-UTAN', email: '' }],
  ] as [string, string, Record<string, string>][])('%s opens nothing without its key, and keeps what was typed', async (path, as, form) => {
    const before = await everythingIn(runtime);
    for (const key of [{}, { key: '' }, { key: 'x' }]) {
      const answer = await send(path, { ...form, ...key }, as);
      expect([answer.status, /Formuläret var inte helt[\s\S]*value="Utan nyckel"/.test(await answer.text())]).toEqual([422, true]);
    }
    expect(await everythingIn(runtime)).toBe(before);
  });

  test('never says that another’s unit is what it opened', async () => {
    const key = await givenUnit();
    const other = await givenScope(OTHER);
    const before = await everythingIn(runtime);
    const input = { key, organisation: municipalityId('0686'), name: 'Min', from: '2026-12-01', ...reach, ways };
    expect(await openUnit(other, input)).toMatchObject({ code: 'key-taken' });
    expect(await everythingIn(runtime)).toBe(before);
  });
});

describe('the form of an act', () => {
  test.each(['namn', 'andra', 'flytta', 'dela', 'avsluta', 'kontakter'])('%s is not shown for another’s unit', async (step) => {
    const unit = await givenUnit();
    expect((await get(`/organisation/enheter/${unit}/${step}`, OTHER)).status).toBe(403);
    const own = step === 'flytta' ? COUNTY : TOWN;
    expect((await get(`/organisation/enheter/${unit}/${step}`, own)).status).toBe(200);
  });

  test('on an assignment does not exist for the administrator of another organisation', async () => {
    const people = await readAccounts(town, { organisation: ANEBY });
    const [assignment] = isRefusal(people) ? [] : people.assignments;
    const path = `/organisation/uppdrag/${assignment?.id}/avsluta`;
    expect((await get(path, TOWN)).status).toBe(200);
    expect((await get(path, OTHER)).status).toBe(404);
    expect((await get(path, COUNTY)).status).toBe(404);
    expect((await get('/organisation/uppdrag/inget/avsluta', TOWN)).status).toBe(404);
  });

  test('on an account or a name is not shown to who may not do it', async () => {
    const opened = await openAccount(town, { organisation: ANEBY, name: 'Provia', hsaId: 'SE2321000000-AVS1' });
    const id = isRefusal(opened) ? '' : opened.id;
    expect((await get(`/organisation/personer/${id}/avsluta`, TOWN)).status).toBe(200);
    expect((await get(`/organisation/personer/${id}/avsluta`, OTHER)).status).toBe(404);
    expect((await get(`/organisation/personer/${id}/avsluta`, COUNTY)).status).toBe(403);
    expect((await get(`/organisation/andra/${ANEBY}/namn`, TOWN)).status).toBe(200);
    expect((await get(`/organisation/andra/${ANEBY}/namn`, OTHER)).status).toBe(403);
  });

  test('on a seat is shown to the administrator of its county alone, and of no seat that there is not', async () => {
    const seat = {
      county: '06',
      body: 'strategigrupp-aldre',
      position: 'member',
      organisation: ANEBY,
      from: '2026-01-01',
      holder: 'Provia',
    } as const;
    const seated = await seatMember(await givenScope(COUNTY), seat);
    const path = `/organisation/platser/${isRefusal(seated) ? '' : seated.id}/avsluta`;
    expect((await get(path, COUNTY)).status).toBe(200);
    expect((await get(path, OTHER_COUNTY)).status).toBe(404);
    expect((await get(path, TOWN)).status).toBe(403);
    expect((await get(`/organisation/platser/${ANEBY}/avsluta`, COUNTY)).status).toBe(404);
  });
});

test('an account that is deactivated already is said to be, with 409', async () => {
  const opened = await openAccount(town, { organisation: ANEBY, name: 'Provia', hsaId: 'SE2321000000-AVS2' });
  const path = `/organisation/personer/${isRefusal(opened) ? '' : opened.id}/avsluta`;
  expect((await send(path, {}, TOWN)).status).toBe(303);
  const again = await send(path, {}, TOWN);
  expect(again.status).toBe(409);
  const page = await again.text();
  expect(page).toContain('behöver inte avslutas igen');
  expect(page).not.toContain('Vänd dig till din organisations systemförvaltare');
});

describe('a unit', () => {
  test('is never put into another organisation by its own administrator, who is told to ask the county', async () => {
    const unit = await givenUnit();
    const before = await everythingIn(runtime);
    expect(await moveUnit(town, { unit, to: regionId('06'), from: '2027-01-01' })).toMatchObject({ code: 'forbidden' });
    expect(await everythingIn(runtime)).toBe(before);
    expect(await (await get(`/organisation/enheter/${unit}`, TOWN)).text()).toContain('Be länsförvaltaren flytta enheten');
    expect(await (await get(`/organisation/enheter/${unit}`, COUNTY)).text()).not.toContain('Be länsförvaltaren flytta enheten');
  });

  test('is moved by its county and no other, and the administrators of both organisations are told', async () => {
    const unit = await givenUnit();
    const move = { unit, to: regionId('06'), from: '2027-01-01' };
    expect(await moveUnit(await givenScope('forvaltare-lanet-20'), move)).toMatchObject({ code: 'forbidden' });
    expect(await moveUnit(await givenScope(COUNTY), move)).toEqual({ id: unit });
    const { rows } = await runtime.database.asOwner((tx) =>
      sql<{ receivers: unknown }>`select receivers from outbox where kind = 'unit-moved' and params ->> 'unit' = ${unit}`.execute(tx),
    );
    const told = [ANEBY, regionId('06')].map((organisation) => ({ receivers: { role: 'system-administrator', organisation } }));
    expect(rows).toEqual(expect.arrayContaining(told));
    expect(rows.length).toBe(2);
  });
});

describe('a file of units', () => {
  const head = 'enhet;hsa-id;namn;sort;kommuner;från ålder;till ålder;telefon;e-post;webb;adress;öppet;gäller från;sista dag';

  test('with endless faults tells fifty of them and how many more there are', async () => {
    const text = [head, ...Array.from({ length: 100 }, () => ';'.repeat(13))].join('\n');
    const plan = await previewImport(town, { text });
    expect(plan).toMatchObject({ changes: [], faults: { length: MOST_FAULTS }, more: 200 - MOST_FAULTS });
  });

  test('that is nothing but columns is answered with 422 and one sentence', async () => {
    const body = new FormData();
    body.set('fil', new File(['kolumn;'.repeat(60_000)], 'enheter.csv'));
    const headers = { origin: TEST_ORIGIN, cookie: cookies[TOWN] ?? '' };
    const answer = await app.request(`${TEST_ORIGIN}/organisation/import`, { method: 'POST', headers, body });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page.match(/Raden är för lång/g)?.length).toBe(1);
  });
});
