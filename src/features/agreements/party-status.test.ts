import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';

const DALARNA = 'dalarna-missbruk-beroende-2021';
const PSYCHIATRY = 'jonkoping-psykiatriska-tillstand';
const DAY = '2022-01-01';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp();
});

async function page(path: string): Promise<string> {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  return (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

type Answer = {
  code: string;
  parties: { party: string; code: string; since: string | null; decision: object | null; reasons: { code: string }[] }[];
};

async function statusOf(query: string, slug = DALARNA): Promise<Answer> {
  const answer = await app.request(`/api/v1/agreements/${slug}/status?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

/** Loads the agreement of Dalarna with other acts, as a later file of the county would. */
async function given(acts: readonly Partial<AgreementFile['acts'][number]>[], unknown: readonly object[] = []): Promise<void> {
  const whole = acts.map((act) => ({ source: 'Protokoll', certainty: 'source', ...act }));
  await (await givenDatabase()).asOwner(async (tx) => {
    await sql`update agreement_version set content = (content::jsonb || ${JSON.stringify({ acts: whole, unknown })}::jsonb)::json where slug = ${DALARNA}`.execute(
      tx,
    );
    await sql`update catalogue set revision = revision + 1`.execute(tx);
  });
}

describe('whom an agreement is in force for', () => {
  test('is told of every party, or of the one that is asked for; who is none is refused', async () => {
    const all = await statusOf(`on=${DAY}`);
    expect(all.parties.map(({ party }) => party)).toContain('region');
    expect(all.parties).toHaveLength(16);
    expect((await statusOf(`on=${DAY}&party=2084`)).parties.map(({ party }) => party)).toEqual(['2084']);
    for (const party of ['0686', '9999']) {
      const answer = await app.request(`/api/v1/agreements/${DALARNA}/status?party=${party}`);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'not-a-party']);
    }
  });

  test('rests on what the shipped data says of all parties, and says that their own decisions are not known', async () => {
    const [avesta] = (await statusOf(`on=${DAY}&party=2084`)).parties;
    expect(avesta).toMatchObject({ code: 'in-force', since: '2021-07-01', decision: null });
    expect(avesta?.reasons.map(({ code }) => code)).toContain('own-day-unknown');
    expect((await statusOf('on=2026-11-22&party=2084')).parties[0]?.code).toBe('ended');
    expect((await statusOf('on=2025-01-01&party=2084')).parties[0]?.code).toBe('unknown');
  });

  test('is all of them where joint bodies decide, by the flow of the other county', async () => {
    const { parties } = await statusOf('on=2026-11-22', PSYCHIATRY);
    expect(new Set(parties.map(({ code }) => code))).toEqual(new Set(['in-force']));
    expect(await page(`/avtal/${PSYCHIATRY}`)).toContain(
      'Gemensamma organ beslutar för alla parter. Gäller Regionen och 13 kommuner, från 30 september 2025.',
    );
  });
});

describe('where a party has not decided, as far as the data tells', () => {
  const others = ['2021', '2023', '2026', '2029', '2031', '2034', '2039', '2061', '2062', '2080', '2081', '2082', '2083', '2085'];
  const said = { body: 'Regionfullmäktige', paragraph: '§ 7', registry: 'RD 2021/9', reservation: 'En ledamot <b>&' };
  beforeAll(() =>
    given([
      { kind: 'adopted', on: '2021-05-20', parties: ['region'], ...said },
      { kind: 'adopted', on: '2021-06-01', parties: others },
      { kind: 'took-effect', on: '2021-07-01' },
      { kind: 'left', on: '2023-01-01', parties: ['2085'] },
    ]),
  );

  test('the agreement says so, party by party, with what each has decided', async () => {
    const text = await page(`/avtal/${DALARNA}?datum=${DAY}`);
    expect(text).toContain(
      'Avtalet gäller för 15 av 16 parter. Gäller Regionen och 13 kommuner, från 1 juli 2021 till och med 30 juni 2024.',
    );
    expect(text).toContain('Inget beslut Avesta kommun.');
    expect(text).toContain('Gäller Ludvika kommun, från 1 juli 2021 till och med 31 december 2022.');
    for (const party of ['Region Dalarna', 'Falun kommun']) expect(text).toContain(`${party} beslutade `);
    expect(text).toContain('20 maj 2021, Regionfullmäktige, § 7, RD 2021/9 Reservation: En ledamot &lt;b&gt;&amp;');
    expect(text).toContain('Inget beslut av Avesta kommun är det.');
    expect(await page(`/avtal/${DALARNA}?datum=2023-01-01`)).toContain('Avtalet gäller för 14 av 16 parter.');
  });

  test('so does the page of the municipality, and not that of another', async () => {
    expect(await page(`/kommun/2084?datum=${DAY}`)).toContain('Gäller inte för Avesta kommun: inget beslut därifrån är känt.');
    expect(await page(`/kommun/2080?datum=${DAY}`)).toContain('Gäller för Falun kommun från 1 juli 2021');
    expect(await page('/kommun/2085?datum=2023-01-01')).toContain('som har lämnat avtalet från 1 januari 2023');
  });

  test('so does the API of the municipality', async () => {
    const answer = await app.request(`/api/v1/municipalities/2084?on=${DAY}`);
    const { agreements } = (await answer.json()) as { agreements: { party: { code: string } | null }[] };
    expect(agreements.map(({ party }) => party?.code)).toContain('not-adopted');
  });

  test('the navigator says it and shows the duties all the same, and claims nobody’s responsibility for certain', async () => {
    const asked = `lan=20&datum=${DAY}&visa=svar`;
    const here = await page(`/vem-gor-vad?${asked}&kommun=2084`);
    expect(here).toContain('Gäller inte för Avesta kommun: inget beslut därifrån är känt.');
    expect(here).toContain('Huvudansvar');
    const elsewhere = await page(`/vem-gor-vad?${asked}&kommun=2080`);
    expect(elsewhere).not.toContain('Gäller inte säkert för alla parter här');
    expect(await page(`/vem-gor-vad?${asked}`)).toContain('Det är inte känt att avtalet gäller för Avesta kommun.');
  });

  test('the navigator of the API has the same duties, with the proviso', async () => {
    const ask = async (municipality: string) => {
      const body = JSON.stringify({ municipality, date: DAY, need: ['withdrawal'], substance: ['alcohol'] });
      const answer = await app.request('/api/v1/navigator', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect(answer.status).toBe(200);
      return (await answer.json()) as { agreements: { provisos: { party: string; code: string }[] }[]; duties: { row: string }[] };
    };
    const [avesta, falun] = [await ask('2084'), await ask('2080')];
    expect(avesta.agreements.flatMap(({ provisos }) => provisos.map(({ party, code }) => [party, code]))).toEqual([
      ['2084', 'not-adopted'],
    ]);
    expect(falun.agreements.flatMap(({ provisos }) => provisos)).toEqual([]);
    expect(avesta.duties.map(({ row }) => row)).toEqual(falun.duties.map(({ row }) => row));
  });

  test('the matrix says it, for the county and for the municipality that was asked for, and so does the page by profession', async () => {
    const unsure = 'Det är inte känt att avtalet gäller för Avesta kommun.';
    expect(await page(`/avtal/${DALARNA}/ansvar?datum=${DAY}`)).toContain(unsure);
    const role = (place: string) => page(`/vem-gor-vad/roll?ort=${place}&yrke=kurator&datum=${DAY}`);
    const here = await role('2084');
    expect(here).toContain('Gäller inte för Avesta kommun: inget beslut därifrån är känt.');
    expect(here).toContain('Tidiga tecken, tidig upptäckt och förebyggande arbete DAL-01');
    expect(await role('2080')).not.toContain('Gäller inte säkert');
    expect(await role('20')).toContain(unsure);
  });

  test('nothing is taken for a no where decisions are said not to be known', async () => {
    await given(
      [
        { kind: 'adopted', on: '2021-06-01', parties: others },
        { kind: 'took-effect', on: '2021-07-01' },
      ],
      [{ fact: 'adopted', question: '?', looked: 'x' }],
    );
    expect((await statusOf(`on=${DAY}&party=2084`)).parties[0]?.code).toBe('unknown');
    expect(await page(`/kommun/2084?datum=${DAY}`)).toContain('Vi vet inte om avtalet gäller för Avesta kommun.');
  });
});

test('where acts name no party, each is unknown until the last of them, with a sentence and never a blank, and bound from then', async () => {
  const unnamed = (on: string) => ({ kind: 'adopted', on, by: 'each-party' }) as const;
  await given([unnamed('2021-06-01'), unnamed('2021-09-01')]);
  const before = await statusOf('on=2021-08-31');
  expect(new Set(before.parties.map(({ code }) => code))).toEqual(new Set(['unknown']));
  for (const { reasons } of before.parties) expect(reasons.map(({ code }) => code)).toContain('parties-adopted');
  expect(JSON.stringify(before)).not.toMatch(/undefined|"text":""/);
  expect((await statusOf('on=2021-09-01&party=2084')).parties[0]).toMatchObject({ code: 'in-force' });
  const text = await page(`/avtal/${DALARNA}?datum=2021-08-31`);
  expect(text).toContain('Okänt Regionen och 15 kommuner.');
  expect(text).toContain('Varje part har beslutat, den sista 1 september 2021.');
  expect(await page('/kommun/2084?datum=2021-08-31')).toContain('Vi vet inte om avtalet gäller för Avesta kommun.');
});

test('a municipality that the agreement does not name is told so, with the way to read it', async () => {
  await (await givenDatabase()).asOwner(async (tx) => {
    await sql`update agreement_version set content = jsonb_set(content::jsonb, '{terms,parties,municipalities}', '["0680"]')::json where slug = ${PSYCHIATRY}`.execute(
      tx,
    );
    await sql`update catalogue set revision = revision + 1`.execute(tx);
  });
  expect(await page('/vem-gor-vad?kommun=0686&visa=svar')).toMatch(/Eksjö kommun är inte part i /);
  expect(await page('/vem-gor-vad?kommun=0680&visa=svar')).not.toContain('är inte part i');
});
