import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true });
});

const givenStaff = async (account: string): Promise<Reader> => givenReader(app, await givenLoggedIn(app, account));
const hrefOf = (page: Page, text: string): string => page.links().find((link) => link.text.startsWith(text))?.href ?? '';
const fieldOf = (page: Page, name: string): string => page.document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
/** Presses the button of a form that has nothing to type. */
const press = (page: Page): Promise<Page> => page.submit('seen', {});

const counties = [
  {
    county: '06',
    slug: 'jonkoping-missbruk-beroende',
    row: 'JA-01',
    town: 'aneby',
    code: '0604',
    parties: 13,
    clause: 'kräver att parterna berättar',
  },
  {
    county: '20',
    slug: 'dalarna-missbruk-beroende-2021',
    row: 'DAL-01',
    town: 'avesta',
    code: '2084',
    parties: 15,
    clause: 'kräver inte att parterna berättar',
  },
] as const;

describe.each(counties)('a planned change in $county', ({ county, slug, row, town, code, parties, clause }) => {
  test('is told from the matrix to every party, which answers; it is objected to, answered, worded anew and called off', async () => {
    const region = await givenStaff(`registrator-region-${county}`);
    const other = await givenStaff(`registrator-${town}-${county}`);
    const matrix = await region.visit(`/avtal/${slug}/ansvar`);
    const form = await region.visit(hrefOf(matrix, 'Berätta om en planerad förändring'));
    const refused = await form.submit('title', { title: 'Mottagningen flyttar', what: 'Ny adress.', from: '2026-01-01' });
    expect(refused.status).toBe(422);
    expect(fieldOf(refused, 'what')).toBe('Ny adress.');
    const told = await refused.submit('title', {
      title: 'Mottagningen flyttar',
      what: 'Ny adress.',
      services: 'Mottagningen',
      affects: 'De som kommer dit.',
      from: '2027-02-01',
      [`rows-${slug}`]: `${slug}#${row}`,
    });
    expect(told.text).toContain('Alla parter ser det nu.');
    expect(told.text).toContain(`0 av ${parties} parter har svarat.`);
    expect(told.text).toContain(clause);
    const address = told.path.split('?')[0] ?? '';
    expect((await region.visit(address)).links().map(({ href }) => href)).not.toContain(`${address}/ta-del`);

    // It stands at the row for those who have logged in, and for nobody else.
    const seen = await other.visit(`/avtal/${slug}/ansvar`);
    expect(hrefOf(seen, 'Mottagningen flyttar')).toBe(address);
    expect((await (await givenReader(app)).visit(`/avtal/${slug}/ansvar`)).text).not.toContain('Mottagningen flyttar');

    expect(hrefOf(await other.visit('/arbete'), 'Svara på en planerad förändring')).not.toBe('');
    const page = await other.visit(address);
    const objecting = await other.visit(hrefOf(page, 'Invänd'));
    expect((await objecting.submit('reason', { reason: '' })).status).toBe(422);
    expect((await objecting.submit('reason', { reason: 'Det är för tidigt.' })).text).toContain('Har en invändning');
    const objected = await region.visit(address);
    expect(objected.text).toContain('Det är för tidigt.');
    const answering = await region.visit(`${address}/svara/${code}`);
    expect((await answering.submit('answer', { answer: 'Vi väntar till mars.' })).text).toContain('Invändningen är besvarad');
    const amending = await region.visit(`${address}/andra`);
    expect(fieldOf(amending, 'title')).toBe('Mottagningen flyttar');
    const amended = await amending.submit('from', { from: '2027-03-01' });
    expect(amended.text).toContain('Tidigare formuleringar');
    const late = await press(await other.visit(`${address}/ta-del`));
    expect(late.text).toContain(`1 av ${parties} parter har svarat.`);
    const called = await press(await region.visit(`${address}/aterkalla`));
    expect(called.text).toContain('Återkallad');
    expect((await other.visit(`/avtal/${slug}/ansvar`)).text).not.toContain('Mottagningen flyttar');
  });
});

describe('an agreement that is not kept', () => {
  test('is pointed out in Dalarna to both bodies, which receive and answer', async () => {
    const anyone = await givenReader(app);
    const order = await anyone.visit('/avtal/dalarna-missbruk-beroende-2021/brist');
    expect(order.text).toContain('Länschefsnätverket och Välfärdsrådet');
    const town = await givenStaff('registrator-avesta-20');
    const form = await town.visit(hrefOf(await town.visit('/avtal/dalarna-missbruk-beroende-2021/brist'), 'Påtala en brist'));
    const refused = await form.submit('title', { title: 'Tider ges inte', what: 'Sedan i augusti.', about: 'region' });
    expect(refused.status).toBe(422);
    expect(fieldOf(refused, 'title')).toBe('Tider ges inte');
    const said = { title: 'Tider ges inte', what: 'Sedan i augusti.', about: 'region', rows: 'DAL-01', sections: 'bakgrund' };
    const pointed = await refused.submit('title', said);
    expect(pointed.text).toContain('Väntar på svar');
    expect(pointed.links().find(({ href }) => href.endsWith('#bakgrund'))?.text).toMatch(/^(\S+ )?Bakgrund$/);
    const address = pointed.path.split('?')[0] ?? '';
    const network = await givenStaff('strategigrupp-20');
    expect((await network.visit('/arbete')).links().map(({ href }) => href)).toContain(address);
    await (await network.visit(`${address}/svara`)).submit('answer', { answer: 'Nätverket svarar.' });
    const council = await givenStaff('politiker-20');
    const last = await (await council.visit(`${address}/svara`)).submit('answer', { answer: 'Rådet svarar.' });
    expect(last.text).toContain('Besvarad');
    expect(last.text).toContain('Nätverket svarar.');
    expect((await (await givenStaff('registrator-borlange-20')).visit(address)).status).toBe(404);
  });

  test('has in Jönköping no such order: the page says so, with the ladder that applies instead', async () => {
    const order = await (await givenStaff('registrator-aneby-06')).visit('/avtal/jonkoping-missbruk-beroende/brist');
    const places = ['Ta upp det steg för steg', 'ReKo', 'Avtalet säger inte att en part kan påtala'].map((words) =>
      order.text.indexOf(words),
    );
    expect(places[0]).toBeGreaterThan(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(order.text).not.toContain('Påtala en brist');
  });
});

test('the demonstration has an example of each, in every county that can', async () => {
  for (const { county, town } of counties) {
    const reader = await givenStaff(`registrator-${town}-${county}`);
    const change = await reader.visit(`/planerade-forandringar/${stableId(`demo:change:region:${county}`)}`);
    expect([county, change.status, change.text.includes('Invändningen är besvarad')]).toEqual([county, 200, true]);
    expect((await reader.visit(`/planerade-forandringar/${stableId(`demo:change:municipality:${county}`)}`)).status).toBe(200);
  }
  const lack = await (await givenStaff('politiker-20')).visit(`/patalade-brister/${stableId('demo:lack:20')}`);
  expect(lack.text).toContain('Svar från Länschefsnätverket');
  const cited = lack.links().find(({ text }) => text.startsWith('Missbruk och beroende'));
  expect(cited?.text).toBe('Missbruk och beroende, Dalarna, version 2021');
});
