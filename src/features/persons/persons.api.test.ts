import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { stableId } from '../../platform/index.ts';
import { municipalityId, regionId } from '../organisations/index.ts';

const PERSON = stableId(`demo:person:06:enskild-1:${municipalityId('0604')}`);
const PROTECTED = stableId(`demo:person:06:enskild-2:${municipalityId('0604')}`);
const NOBODY = '0199d0a4-0000-7000-8000-000000000000';

let app: Awaited<ReturnType<typeof givenApp>>;
let worker = '';
let manager = '';
let elsewhere = '';
let individual = '';
beforeAll(async () => {
  app = await givenApp({ login: true });
  worker = await givenLoggedIn(app, 'handlaggare-aneby-06');
  manager = await givenLoggedIn(app, 'enhetschef-aneby-06');
  elsewhere = await givenLoggedIn(app, 'handlaggare-eksjo-06');
  individual = await givenLoggedIn(app, 'enskild-1');
});

type Said = { status: number; code?: string; body: Record<string, unknown>; headers: Headers };

async function call(
  method: string,
  path: string,
  { cookie = '', json, ...headers }: { cookie?: string; json?: unknown; origin?: string },
): Promise<Said> {
  const answer = await app.request(`${TEST_ORIGIN}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(cookie ? { cookie } : {}), 'content-type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const body = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, ...(typeof body.code === 'string' ? { code: body.code } : {}), body, headers: answer.headers };
}
const search = (cookie: string, json: unknown) => call('POST', '/persons/search', { cookie, json });
const found = ({ body }: Said) => (body.persons as { id: string; name: string | null; number: string | null; masked: boolean }[]) ?? [];

const closed: readonly (readonly [method: string, path: string, json: object | undefined])[] = [
  ['GET', '/me', undefined],
  ['GET', '/work', undefined],
  ['GET', '/notices', undefined],
  ['POST', '/notices/1/read', {}],
  ['POST', '/persons/search', { by: 'name', name: 'Alva' }],
  ['GET', `/persons/${PERSON}`, undefined],
  ['POST', '/persons', { name: 'Prova', caseNumber: 'P-1' }],
];

describe('what takes a login', () => {
  test.each(closed)('%s %s refuses the public with 401, before it says anything of the input', async (method, path, json) => {
    for (const sent of [json, json && { finns: 'inte' }]) {
      const { status, code, headers } = await call(method, path, { json: sent });
      expect([status, code]).toEqual([401, 'not-logged-in']);
      expect(headers.get('www-authenticate')).toMatch(/^Cookie /);
    }
    const { status } = await call(method, path, { json, cookie: '__Host-session=AAAA' });
    expect(status).toBe(401);
  });

  test.each(closed)('%s %s lets no page elsewhere read what it answers, and keeps it nowhere', async (method, path, json) => {
    const { headers } = await call(method, path, { json, cookie: manager });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  });

  test.each(closed.filter(([method]) => method === 'POST'))('%s %s refuses what another site asks for', async (method, path, json) => {
    const asked = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of asked) {
      const { status, code } = await call(method, path, { json, cookie: worker, ...headers });
      expect([headers, status, code]).toEqual([headers, 403, 'cross-site']);
    }
    expect(found(await search(worker, { by: 'case-number', caseNumber: 'P-1' }))).toEqual([]);
  });

  test('takes a call from the site itself, and from a program that says no origin', async () => {
    const json = { by: 'case-number', caseNumber: 'DEMO-06-1a' };
    for (const headers of [{}, { origin: TEST_ORIGIN }, { origin: TEST_ORIGIN, 'sec-fetch-site': 'same-origin' }]) {
      expect((await call('POST', '/persons/search', { json, cookie: worker, ...headers })).status).toBe(200);
    }
  });
});

describe('POST /api/v1/persons/search', () => {
  test('finds by name, number and case number, and answers nothing beyond the reach of the unit', async () => {
    for (const asked of [
      { by: 'number', number: '19800417-9803' },
      { by: 'case-number', caseNumber: 'DEMO-06-1a' },
      { by: 'name', name: 'Alva' },
    ]) {
      expect(found(await search(worker, asked)).map(({ id }) => id)).toEqual([PERSON]);
      expect(found(await search(elsewhere, asked)).map(({ id }) => id)).not.toContain(PERSON);
    }
  });

  test('refuses whoever has no such work, and a name or a number that is none, without repeating it', async () => {
    for (const cookie of [manager, individual])
      expect(await search(cookie, { by: 'name', name: 'Alva' })).toMatchObject({ status: 403, code: 'forbidden' });
    const faulty = await search(worker, { by: 'number', number: '19800417-9804' });
    expect([faulty.status, faulty.code]).toEqual([422, 'number-invalid']);
    expect(JSON.stringify(faulty.body)).not.toContain('9804');
    expect(await search(worker, { by: 'name', name: 'A' })).toMatchObject({ status: 422, code: 'name-too-short' });
    expect(await search(worker, { by: 'address', address: 'Gatan' })).toMatchObject({ status: 422, code: 'input-invalid' });
  });
});

describe('GET /api/v1/persons/{id}', () => {
  test('answers the same 404 beyond reach as where there is nobody', async () => {
    const { status, body } = await call('GET', `/persons/${PERSON}`, { cookie: worker });
    expect([status, body.id, body.number]).toEqual([200, PERSON, '19800417-9803']);
    const beyond = await call('GET', `/persons/${PERSON}`, { cookie: elsewhere });
    const nobody = await call('GET', `/persons/${NOBODY}`, { cookie: elsewhere });
    const told = ({ body: { requestId: _, ...rest } }: Said) => rest;
    expect([beyond.status, told(beyond)]).toEqual([404, told(nobody)]);
  });

  test('sends no address of somebody with protected identity to whoever lacks authorisation', async () => {
    const region = stableId(`demo:person:06:enskild-2:${regionId('06')}`);
    const clinician = await givenLoggedIn(app, 'behandlare-beroende-06');
    const shown = await call('GET', `/persons/${region}`, { cookie: clinician });
    expect([shown.status, shown.body.place]).toEqual([200, null]);
    expect((await call('GET', `/persons/${PROTECTED}`, { cookie: worker })).body.place).not.toBeNull();
  });
});

describe('POST /api/v1/persons', () => {
  const add = (json: object) => call('POST', '/persons', { cookie: worker, json });

  test.each([
    ['19850417R123', '19850417-R123', 'DALA-1'],
    ['991981000010', '99198100-0010', 'STHLM-1'],
    ['22950606-FH20', '22950606-FH20', 'NAT-1'],
  ])('registers somebody with the reserve number %s, who is then found by it however it is written', async (number, shown, caseNumber) => {
    const made = await add({ name: 'Utan Nummersson', number, caseNumber });
    expect([made.status, made.body.existing]).toEqual([200, false]);
    for (const written of [number, shown.toLowerCase(), number.replaceAll('-', '')]) {
      expect(found(await search(worker, { by: 'number', number: written }))).toMatchObject([{ id: made.body.id, number: shown }]);
    }
    expect(found(await search(elsewhere, { by: 'number', number }))).toEqual([]);
  });

  test('refuses a number that fits no documented format, and one whose check digit is wrong, and makes nothing', async () => {
    for (const number of ['19850417II23', '991981000011', 'AAAAAAAAAAAA', '19851417R123']) {
      const { status, code, body } = await add({ name: 'Fel Nummersson', number, caseNumber: 'FEL-1' });
      expect([number, status, code]).toEqual([number, 422, 'number-invalid']);
      expect(JSON.stringify(body)).not.toContain(number);
      expect(String(body.detail)).toMatch(/^(Skriv personnumret|Kontrollsiffran|Numret har ett datum)/);
    }
    expect(found(await search(worker, { by: 'case-number', caseNumber: 'FEL-1' }))).toEqual([]);
  });

  test('keeps the number in no column as it was written, and leaves a row in the log', async () => {
    const { body } = await add({ name: 'Loggad Nummersson', number: '19450829K088', caseNumber: 'VGR-1' });
    const kept = await (await givenDatabase()).asOwner(async (tx) => {
      const persons = await sql<{ row: string }>`select to_jsonb(p)::text as row from person p where id = ${body.id}`.execute(tx);
      const looks = await sql<{ act: string; via: string; row: string }>`
        select act, via, to_jsonb(e)::text as row from audit_event e where person_id = ${body.id}`.execute(tx);
      return { persons: persons.rows, looks: looks.rows };
    });
    expect(kept.persons).toHaveLength(1);
    expect(kept.looks).toMatchObject([{ act: 'persons.register', via: 'api' }]);
    expect(JSON.stringify(kept)).not.toContain('19450829K088');
  });

  test('opens no other huvudman’s record by a reserve number in an emergency: another region’s may read alike', async () => {
    const support = await givenLoggedIn(app, 'boendestod-aneby-06');
    const clinician = await givenLoggedIn(app, 'behandlare-psykiatri-06');
    const number = '22960606-FH20';
    const json = { name: 'Utan Nummersson', number, caseNumber: 'STOD-1' };
    expect((await call('POST', '/persons', { cookie: support, json })).status).toBe(200);
    const form = { nummer: number, skal: 'unconscious', motivering: 'Medvetslös på akuten' };
    expect((await post(app, '/personer/nodoppning', form, clinician)).status).not.toBe(303);
    expect(found(await search(clinician, { by: 'number', number }))).toEqual([]);
  });

  test('refuses a case number that is taken, and whoever may not register', async () => {
    expect(await add({ name: 'Prova', caseNumber: 'DEMO-06-1a' })).toMatchObject({ status: 409, code: 'case-number-taken' });
    for (const cookie of [manager, individual]) {
      const json = { name: 'Prova', caseNumber: 'P-2' };
      expect(await call('POST', '/persons', { cookie, json })).toMatchObject({ status: 403, code: 'forbidden' });
    }
  });
});

describe('GET /api/v1/me', () => {
  test('says who acts as what, and what each may try', async () => {
    const { body } = await call('GET', '/me', { cookie: worker });
    const permissions = (body.abilities as { permission: string; condition: string }[]).map(({ permission }) => permission);
    expect(body.kind).toBe('staff');
    expect((body.assignments as { id: string }[]).map(({ id }) => id)).toEqual([body.actsAs]);
    expect(permissions).toEqual(expect.arrayContaining(['persons.find', 'law.read']));
    expect(permissions).not.toContain('audit.search');
    expect((await call('GET', '/me', { cookie: individual })).body).toMatchObject({ kind: 'individual', actsAs: null, assignments: [] });
  });
});

describe('POST /api/v1/notices/{number}/read', () => {
  test('refuses a notice that is not one’s own with 404', async () => {
    expect(await call('POST', '/notices/999/read', { cookie: worker, json: {} })).toMatchObject({ status: 404, code: 'notice-not-found' });
  });
});
