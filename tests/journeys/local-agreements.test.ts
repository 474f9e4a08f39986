import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true });
});

const TODAY = '2026-11-22';
type Staff = Reader & {
  readonly cookie: string;
  /** Fills in a form without looking at it: its page, and what is typed over what stands there. */
  write(path: string, fields: Record<string, string | string[]>): Promise<void>;
};

async function givenStaff(account: string): Promise<Staff> {
  const cookie = await givenLoggedIn(app, account);
  const headers = { origin: TEST_ORIGIN, cookie };
  const write: Staff['write'] = async (path, fields) => {
    const html = await (await app.request(`${TEST_ORIGIN}${path}`, { headers })).text();
    const body = new URLSearchParams({ seen: /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '' });
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const sent = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.request(`${TEST_ORIGIN}${path}`, { method: 'POST', headers: sent, body: body.toString() });
    expect([path, answer.status]).toEqual([path, 303]);
  };
  return { ...(await givenReader(app, cookie)), cookie, write };
}

const hrefOf = (page: Page, text: string): string => page.links().find((link) => link.text.startsWith(text))?.href ?? '';
const placesOn = (page: Page): string[] => [
  ...new Set([...page.document.querySelectorAll<HTMLInputElement>('[name="place"]')].map(({ value }) => value)),
];

const counties = [
  {
    name: 'Jönköping',
    region: 'strategigrupp-06',
    town: 'strategigrupp-aneby-06',
    registrars: ['registrator-aneby-06', 'registrator-region-06'],
    municipality: '0604',
    place: 'Aneby',
    outline: 'jonkoping-lok',
    parent: 'jonkoping-missbruk-beroende',
    row: 'JA-08',
    question: 'gora-kand',
    cites: { validity: 'giltighet-och-beslut', cadence: 'uppfoljning' },
    situation: 'lan=06&kommun=0604&visa=svar',
  },
  {
    name: 'Dalarna',
    region: 'strategigrupp-20',
    town: 'tjansteledning-avesta-20',
    registrars: ['registrator-avesta-20', 'registrator-region-20'],
    municipality: '2084',
    place: 'Avesta',
    outline: 'dalarna-lok',
    parent: 'dalarna-missbruk-beroende-2021',
    row: 'DAL-04',
    question: 'nas-inte',
    cites: { validity: 'giltighet-och-beslut', cadence: 'genomforande' },
    situation: 'lan=20&kommun=2084&visa=svar',
  },
] as const;

describe.each(counties)('a local agreement in $name', (county) => {
  const slug = `lok-prov-${county.municipality}`;

  test('tells how, by whom and when, is decided by its parties, and is found where the county says who does what', async () => {
    const region = await givenStaff(county.region);
    const town = await givenStaff(county.town);
    const opened = await (await town.visit('/arbetsversioner/ny-overenskommelse')).submit('slug', {
      kind: 'local',
      outline: county.outline,
      model: county.parent,
      title: `Lokal överenskommelse i ${county.place}`,
      slug,
      municipalities: county.municipality,
    });
    expect(opened.status).toBe(200);
    const draft = opened.path;

    // Each responsibility of the county and each question of the outline has a form of its own.
    const list = await town.visit(hrefOf(opened, 'Så gör vi').replace(/^$/, `${draft}/sa-gor-vi`));
    expect(list.text).toContain('Inte beskrivet');
    const form = await town.visit(`${draft}/sa-gor-vi/${county.row}`);
    const [unit] = [...form.document.querySelectorAll<HTMLInputElement>('[name="units"]')];
    const unitName = form.document.querySelector(`label[for="${unit?.id}"]`)?.textContent?.trim() ?? '';
    const without = await form.submit('status', { how: 'Vi ringer samma dag.', status: 'not-applicable' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Skriv varför det inte gäller hos er.');
    const told = await without.submit('status', {
      how: 'Vi ringer samma dag.',
      units: unit?.value ?? '',
      others: 'Samordnaren',
      when: 'Samma dag',
      until: '2027-03-31',
      status: 'ongoing',
    });
    expect(told.text).toContain('Vi ringer samma dag.');
    await region.write(`${draft}/sa-gor-vi/${county.question}`, { how: 'På möten varje höst.', others: 'Chefen', status: 'not-begun' });
    expect((await region.visit(`${draft}/sa-gor-vi`)).text).toContain('2 av');

    for (const { href, text } of opened.links().filter((link) => link.href.startsWith(`${draft}/avsnitt/`))) {
      const isAnswered = href.endsWith(county.name === 'Dalarna' ? '/lagesbild' : '/implementering');
      if (!isAnswered) await town.write(href, { heading: text.replace(' (obligatoriskt)', ''), lines: 'Så gör vi här.' });
    }
    await town.write(`${draft}/giltighetstid`, { from: TODAY, cites: county.cites.validity });
    await town.write(`${draft}/aterkommer/ny`, {
      of: 'agreement',
      kind: 'follow-up',
      every: '12',
      unit: 'months',
      strength: 'must',
      starts: TODAY,
      description: 'Vi följer upp varje år.',
      cites: county.cites.cadence,
    });
    await (await town.visit(`${draft}/titel`)).submit('title', { summary: `Hur vi gör i ${county.place}.`, from: TODAY });
    await town.write(`${draft}/barn`, { text: 'Barnen är med.' });
    await region.write(`${draft}/delaktighet`, { level: 'influence', text: 'Brukare var med i gruppen.' });
    for (const side of [region, town]) await side.write(draft.replace(/$/, '/godkann'), { place: placesOn(await side.visit(draft)) });
    const gates = await town.visit(`${draft}/fore-beslut`);
    expect(gates.text).not.toContain('Återstår');
    await town.write(`${draft}/lamna`, {});
    for (const account of county.registrars) {
      const registrar = await givenStaff(account);
      const decide = hrefOf(await registrar.visit(`${draft}/beslut`), 'Anteckna beslut för');
      await registrar.write(decide, { outcome: 'approved', on: TODAY, body: 'Nämnden', paragraph: '3', registry: 'N 2026/3' });
    }
    await town.write(`${draft}/publicera`, {});

    const anyone = await givenReader(app);
    const page = await anyone.visit(`/avtal/${slug}`);
    for (const said of ['Gäller', 'Vi ringer samma dag.', unitName, 'På möten varje höst.', 'Samordnaren'])
      expect(page.text).toContain(said);
    const plan = await anyone.visit(`/avtal/${slug}/handlingsplan`);
    expect(plan.text).toContain('Inte beskrivet');
    expect(plan.document.querySelector(`#row-${county.row}`)?.closest('tr')?.textContent).toContain('Pågår');
    expect((await anyone.visit(`/avtal/${slug}/handlingsplan?datum=2027-04-01`)).text).toContain('Försenat');
    const csv = await (await app.request(`${TEST_ORIGIN}/avtal/${slug}/handlingsplan.csv`)).text();
    expect(csv.split('\r\n').find((line) => line.includes(county.row))).toContain('Vi ringer samma dag.');

    expect((await anyone.visit(`/kommun/${county.municipality}`)).links().map(({ href }) => href)).toContain(`/avtal/${slug}`);
    const matrix = await anyone.visit(`/avtal/${county.parent}/ansvar?kommun=${county.municipality}`);
    expect(matrix.text).toContain(`Så här gör ni i ${county.place}:Vi ringer samma dag.`);
    const elsewhere = [`/avtal/${county.parent}/ansvar`, `/vem-gor-vad?lan=${county.municipality.slice(0, 2)}&visa=svar`];
    for (const path of elsewhere) expect(await (await app.request(`${TEST_ORIGIN}${path}`)).text()).not.toContain('Vi ringer samma dag.');
    const answer = await anyone.visit(`/vem-gor-vad?${county.situation}`);
    expect(answer.text).toContain(`Så här gör ni i ${county.place}:Vi ringer samma dag.`);
    expect(answer.links().map(({ href }) => href)).toContain(`/avtal/${slug}#ansvar-${county.row}`);
  });
});
