import { beforeAll, describe, expect, it } from 'vitest';
import { givenApp } from '../../../tests/given/app.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { countyOnDayBody, municipalityOnDayBody } from './api-answers.ts';
import type { Place } from './read-place.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp();
});

type Local = { for: string; state: string };
type Answer = {
  on: string;
  code: string;
  county: { code: string; region: string };
  districts: { id: string; current: boolean; from: string | null; to: string | null; certainty: string }[];
  agreements: { slug: string; standing: string; status: { code: string; on: string } }[];
  local: Local[];
  bodies: { id: string }[];
  contacts: { municipality: string | null; confirmed: string; stale: boolean }[];
};

async function get<T = Answer>(path: string): Promise<{ status: number; body: T & { errors?: { pointer: string }[] } }> {
  const answer = await app.request(`/api/v1${path}`);
  return { status: answer.status, body: (await answer.json()) as T & { errors?: { pointer: string }[] } };
}

describe('GET /municipalities/{code}', () => {
  it('says what is in force, that the local agreement is missing, who meets and whom to call, today', async () => {
    const { body } = await get('/municipalities/0686');
    expect(body).toMatchObject({ on: '2026-11-22', code: '0686', county: { code: '06', region: 'Region Jönköpings län' } });
    const slugs = body.agreements.map(({ slug }) => slug);
    expect(slugs).toContain('jonkoping-missbruk-beroende');
    expect(body.agreements.every(({ status, standing }) => status.code === 'in-force' && standing === 'holds')).toBe(true);
    expect(body.local).toContainEqual(expect.objectContaining({ for: 'jonkoping-missbruk-beroende', state: 'missing' }));
    expect(body.bodies.map(({ id }) => id)).toContain('reko');
    expect(body.districts.filter(({ current }) => current).map(({ id }) => id)).toEqual(['hoglandet']);
  });

  it('answers for the day that is asked about', async () => {
    const statusOn = async (on: string) => {
      const { body } = await get(`/municipalities/2080?on=${on}`);
      return body.agreements.map(({ standing, status }) => [standing, status.code, status.on]);
    };
    expect(await statusOn('2023-01-01')).toEqual([['holds', 'in-force', '2023-01-01']]);
    expect(await statusOn('2020-01-01')).toEqual([['reserved', 'not-yet', '2020-01-01']]);
  });

  it('keeps to the contacts of the municipality and of the whole county, and says which are stale', async () => {
    const { body } = await get('/municipalities/2021');
    expect(body.contacts.length).toBeGreaterThan(0);
    expect(body.contacts.filter(({ municipality }) => municipality !== null && municipality !== '2021')).toEqual([]);
    const day = async (on: string) => (await get(`/municipalities/2021?on=${on}`)).body.contacts.map(({ stale }) => stale);
    const [first] = body.contacts.map(({ confirmed }) => confirmed);
    const confirmed = Temporal.PlainDate.from(first ?? '');
    expect((await day(confirmed.add({ months: 6 }).toString()))[0]).toBe(false);
    expect((await day(confirmed.add({ months: 6, days: 1 }).toString()))[0]).toBe(true);
  });

  it.each([
    ['9999', 404, 'path:/code'],
    ['0600', 404, 'path:/code'],
    ['06', 422, 'path:/code'],
    ['06860', 422, 'path:/code'],
    ['０６８６', 422, 'path:/code'],
    ['0686%00', 400, 'path:'],
    ["0686' or 1=1 --", 422, 'path:/code'],
    ['__proto__', 422, 'path:/code'],
    ['0686?on=2023-02-29', 422, 'query:/on'],
    ['0686?on=9999-12-31', 422, 'query:/on'],
    ['0686?on=2023-01-01&on=2024-01-01', 422, 'query:/on'],
    ['0686?__proto__=1', 422, 'query:/__proto__'],
    ['0686?date=2023-01-01', 422, 'query:/date'],
  ])('refuses %s with %i, pointing at %s', async (asked, status, pointer) => {
    const answer = await get(`/municipalities/${asked}`);
    expect([answer.status, answer.body.errors?.map((fault) => fault.pointer)]).toEqual([status, [pointer]]);
  });
});

describe('GET /counties/{code}', () => {
  it('says municipality by municipality which local agreement there is, and what is not known', async () => {
    const { body } = await get<{ local: { municipality: { code: string }; agreements: Local[] }[]; notes: string[]; bodies: unknown[] }>(
      '/counties/06',
    );
    expect(body.local).toHaveLength(13);
    for (const { agreements } of body.local) expect(agreements.map(({ state }) => state)).toContain('missing');
    expect(body.notes.length).toBeGreaterThan(0);
    expect(body.bodies.length).toBeGreaterThan(3);
  });

  it.each(['98', '6', '0686', 'xx'])('refuses %s, pointing at the code', async (code) => {
    const { status, body } = await get(`/counties/${code}`);
    expect([status, body.errors?.[0]?.pointer]).toEqual([code === '98' ? 404 : 422, 'path:/code']);
  });
});

describe('a municipality that changed district', () => {
  const county = {
    code: '99',
    name: 'Fjällmarks län',
    region: { name: 'Region Fjällmark' },
    municipalities: [{ code: '9904', name: 'Tallmo' }],
    districts: [
      { id: 'fjallbygden', name: 'Fjällbygden', members: [{ municipality: '9904', to: '2023-12-31', certainty: 'source' }] },
      { id: 'skogsbygden', name: 'Skogsbygden', members: [{ municipality: '9904', from: '2024-01-01', certainty: 'source' }] },
    ],
    bodies: [],
    contacts: [],
    'local-agreements': [],
    notes: [],
    secret: 'never answered',
  } as unknown as CountyFile;
  const placeOn = (on: string): Place => ({ county, agreements: [], local: [], coverage: [], tasks: [], contacts: [], on });
  const current = (on: string) =>
    municipalityOnDayBody(placeOn(on), { code: '9904', name: 'Tallmo' }).districts.flatMap((one) => (one.current ? [one.id] : []));

  it('has both memberships with their dates, and the one of the day is current, the last day included', () => {
    expect(municipalityOnDayBody(placeOn('2026-01-01'), { code: '9904', name: 'Tallmo' }).districts).toMatchObject([
      { id: 'fjallbygden', from: null, to: '2023-12-31', current: false },
      { id: 'skogsbygden', from: '2024-01-01', to: null, current: true },
    ]);
    expect(current('2023-12-31')).toEqual(['fjallbygden']);
    expect(current('2024-01-01')).toEqual(['skogsbygden']);
  });

  it('never answers a field that the document does not have', () => {
    expect(
      JSON.stringify([
        countyOnDayBody(placeOn('2026-01-01')),
        municipalityOnDayBody(placeOn('2026-01-01'), county.municipalities[0] ?? { code: '', name: '' }),
      ]),
    ).not.toContain('never answered');
  });
});
