import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Hono<AppEnv>;
const clock = givenClock();
beforeAll(async () => {
  app = await givenApp({ login: true, clock });
});

type Staff = Reader & { readonly cookie: string };

async function givenStaff(account: string): Promise<Staff> {
  const cookie = await givenLoggedIn(app, account);
  return { ...(await givenReader(app, cookie)), cookie };
}

const hrefOf = (page: Page, text: string): string => page.links().find((link) => link.text.startsWith(text))?.href ?? '';
const fieldOf = (page: Page, name: string): string => page.document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';

/** Approves everything that the page offers for approval. */
async function approveAll(reader: Reader, draft: string): Promise<void> {
  const page = await reader.visit(draft);
  // The first form is that of everything; each part has one of its own too.
  const places = [
    ...(page.document.querySelector('[name="place"]')?.closest('form')?.querySelectorAll<HTMLInputElement>('[name="place"]') ?? []),
  ].map(({ value }) => value);
  expect(places.length).toBeGreaterThan(1);
  expect((await page.submit('place', { place: places })).text).toContain('Godkänt.');
}

/** Presses the button of a form that has nothing to type, on the page where it stands. */
async function press(reader: Staff, path: string, action: string): Promise<Page> {
  expect((await reader.visit(path)).document.querySelector(`form[action="${action}"]`)).not.toBeNull();
  const headers = { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded', cookie: reader.cookie };
  const answer = await app.request(`${TEST_ORIGIN}${action}`, { method: 'POST', headers, body: '' });
  expect(answer.status).toBe(303);
  return reader.visit(answer.headers.get('location') ?? '');
}

describe('a new version of an agreement of the county', () => {
  test('is written by both sides, established by the body that its own text names, and read by everyone', async () => {
    const region = await givenStaff('strategigrupp-06');
    const town = await givenStaff('strategigrupp-aneby-06');
    const form = await region.visit('/arbetsversioner/ny-version?avtal=jonkoping-missbruk-beroende');
    const taken = await form.submit('label', { label: '10.0', class: 'major' });
    expect(taken.status).toBe(409);
    expect(fieldOf(taken, 'label')).toBe('10.0');
    const opened = await taken.submit('label', { label: '12.0', class: 'major' });
    expect(opened.status).toBe(200);
    const draft = opened.path;
    expect((await town.visit('/arbetsversioner')).links().map(({ href }) => href)).toContain(draft);

    // Two write the same section: the second keeps what was typed, sees the other's text, and may save.
    const [mine, theirs] = [await region.visit(`${draft}/avsnitt/vardegrund`), await town.visit(`${draft}/avsnitt/vardegrund`)];
    const lines = fieldOf(mine, 'lines');
    await mine.submit('lines', { lines: `${lines}\nRegionen lägger till en mening.` });
    const late = await theirs.submit('lines', { lines: `${lines}\nKommunen lägger till en annan mening.` });
    expect(late.status).toBe(409);
    expect(fieldOf(late, 'lines')).toContain('Kommunen lägger till');
    expect(late.text).toContain('Regionen lägger till en mening.');
    const merged = await late.submit('lines', {
      lines: `${lines}\nRegionen lägger till en mening.\nKommunen lägger till en annan mening.\nEn ögontröst tillkommer.`,
    });
    expect(merged.text).toContain('Sparat.');

    await (await region.visit(`${draft}/titel`)).submit('title', { from: '2027-01-01' });
    const rows = [...(await region.visit(`${draft}/barn`)).document.querySelectorAll<HTMLInputElement>('[name="considered"]')];
    await (await region.visit(`${draft}/barn`)).submit('considered', {
      text: 'Vi har prövat varje rad.',
      considered: rows.map(({ value }) => value),
    });
    await (await town.visit(`${draft}/delaktighet`)).submit('level', { level: 'dialogue', text: 'Två möten.' });
    const early = await region.visit(`${draft}/fore-beslut`);
    expect(early.text).toContain('Båda sidor har godkänt allt som är ändrat');
    const one = [...(await region.visit(draft)).document.querySelectorAll('form')].filter((form) =>
      form.textContent?.includes('Godkänn Gemensam värdegrund'),
    );
    expect(one).toHaveLength(1);
    // The page is a hub: each part folded, with what it holds; a row is called by what it is about.
    const hub = await region.visit(draft);
    const parts = [...hub.document.querySelectorAll('details > [id]')].map(({ id, parentElement }) => [
      id,
      parentElement?.hasAttribute('open'),
    ]);
    expect(parts).toEqual(['avsnitt', 'villkor', 'ansvar', 'historik'].map((id) => [id, false]));
    const row = hub.links().find(({ href }) => href === `${draft}/ansvar/JA-01`);
    expect(row?.text).toMatch(/^[A-ZÅÄÖ].{10,}$/);
    expect(row?.text).not.toContain('JA-01');
    await approveAll(region, draft);
    await approveAll(town, draft);
    await press(region, `${draft}/fore-beslut`, `${draft}/lamna`);
    expect((await town.visit(`${draft}/avsnitt/vardegrund`)).text).toContain('Skriv avsnittet');

    const reko = await givenStaff('tjansteledning-06');
    expect((await region.visit(`${draft}/beslut`)).text).not.toContain('Anteckna beslut för');
    const sum = [...(await reko.visit(`${draft}/beslut`)).document.querySelectorAll('details')].find((one) =>
      one.textContent?.includes('kontrollsumma'),
    );
    expect([sum?.hasAttribute('open'), /[0-9a-f]{64}/.test(sum?.textContent ?? '')]).toEqual([false, true]);
    const decide = await reko.visit(hrefOf(await reko.visit(`${draft}/beslut`), 'Anteckna beslut för'));
    const incomplete = await decide.submit('outcome', { outcome: 'approved', paragraph: '7' });
    expect(incomplete.status).toBe(422);
    expect(fieldOf(incomplete, 'paragraph')).toBe('7');
    const decided = await incomplete.submit('outcome', { outcome: 'approved', approver: 'Ordförande i ReKo' });
    expect(decided.text).toContain('Ordförande i ReKo');
    const published = await press(region, `${draft}/beslut`, `${draft}/publicera`);
    expect(published.text).toContain('Versionen är publicerad');

    const anyone = await givenReader(app);
    const later = await anyone.visit('/avtal/jonkoping-missbruk-beroende?datum=2027-01-01');
    expect(later.text).toContain('Kommunen lägger till en annan mening.');
    expect((await anyone.visit('/avtal/jonkoping-missbruk-beroende/versioner')).text).toContain('1 januari 2025–31 december 2026');
    expect((await anyone.visit('/avtal/jonkoping-missbruk-beroende')).text).not.toContain('Kommunen lägger till');
    expect((await anyone.visit('/avtal/jonkoping-missbruk-beroende/versioner')).text).toContain('Ordförande i ReKo');
    // Those who established it decide about withdrawing it, and only then is it withdrawn.
    const undecided = await (await region.visit(`${draft}/upphav`)).submit('note', { note: 'Ersätts.' });
    expect([undecided.status, undecided.text.includes('ReKo')]).toEqual([409, true]);
    const withdraw = await reko.visit(hrefOf(await reko.visit(`${draft}/upphavande`), 'Anteckna beslut för'));
    const decision = { outcome: 'approved', on: '2026-11-22', from: '2027-06-01', registry: 'RJL 2026/9' };
    expect((await withdraw.submit('on', { ...decision, registry: '' })).status).toBe(422);
    expect((await withdraw.submit('on', { ...decision, outcome: '' })).status).toBe(422);
    // A no is written down too: the version goes on until they have decided otherwise.
    const refused = await withdraw.submit('on', { outcome: 'rejected', on: '2026-11-20', from: '', registry: 'RJL 2026/8' });
    expect(refused.text).toContain('Versionen upphävs inte');
    expect(refused.text).toMatch(/Nej, beslutat 20.november.2026.*RJL 2026\/8/s);
    expect((await (await region.visit(`${draft}/upphav`)).submit('note', { note: 'Ersätts.' })).status).toBe(409);
    const again = await reko.visit(hrefOf(await reko.visit(`${draft}/upphavande`), 'Anteckna nytt beslut för'));
    expect((await again.submit('on', decision)).text).toContain('RJL 2026/9');
    const ended = await (await region.visit(`${draft}/upphav`)).submit('note', { note: 'Ersätts.' });
    expect(ended.status).toBe(200);
    expect((await anyone.visit('/avtal/jonkoping-missbruk-beroende/versioner')).text).toContain('RJL 2026/9');
    // It can be found from the day it applies, though no worker runs here.
    clock.moveTo('2027-01-02');
    expect((await anyone.visit('/sok?q=%C3%B6gontr%C3%B6st')).text).toContain('ögontröst tillkommer');
    clock.moveTo('2026-11-22');
  });
});

describe('a local agreement', () => {
  test('is written under the two parts that Dalarna asks for, decided by each party, and stands in the register', async () => {
    const town = await givenStaff('tjansteledning-avesta-20');
    const region = await givenStaff('strategigrupp-20');
    const form = await town.visit('/arbetsversioner/ny-overenskommelse');
    const opened = await form.submit('slug', {
      kind: 'local',
      outline: 'dalarna-lok',
      model: 'dalarna-missbruk-beroende-2021',
      title: 'Lokal överenskommelse i Avesta',
      slug: 'lok-avesta-beroende',
      municipalities: '2084',
    });
    expect(opened.status).toBe(200);
    const draft = opened.path;
    expect((await region.visit(draft)).text).toContain('obligatoriskt');
    const sections = opened.links().filter(({ href }) => href.startsWith(`${draft}/avsnitt/`));
    const guided = await town.visit(`${draft}/avsnitt/lagesbild`);
    expect(guided.text).toContain('Vilka når ni inte?');
    for (const { href, text } of sections) await (await town.visit(href)).submit('lines', { lines: `${text}: så gör vi i Avesta.` });
    await (await town.visit(`${draft}/giltighetstid`)).submit('cites', { from: '2027-01-01', cites: 'giltighet-och-beslut' });
    const cadence = { of: 'agreement', kind: 'follow-up', every: '12', strength: 'must', starts: '2027-01-01' };
    await (await town.visit(`${draft}/aterkommer/ny`)).submit('every', {
      ...cadence,
      description: 'Vi följer upp varje år.',
      cites: 'genomforande',
    });
    await (await town.visit(`${draft}/titel`)).submit('title', { summary: 'Hur vi gör i Avesta.', from: '2027-01-01' });
    await (await town.visit(`${draft}/barn`)).submit('text', { text: 'Barnen är med.' });
    await (await region.visit(`${draft}/delaktighet`)).submit('level', { level: 'influence', text: 'Brukare var med i gruppen.' });
    await approveAll(region, draft);
    await approveAll(town, draft);
    const gates = await town.visit(`${draft}/fore-beslut`);
    expect(gates.text).not.toContain('Återstår');
    await press(town, `${draft}/fore-beslut`, `${draft}/lamna`);
    for (const account of ['registrator-avesta-20', 'registrator-region-20']) {
      const registrar = await givenStaff(account);
      const decide = await registrar.visit(hrefOf(await registrar.visit(`${draft}/beslut`), 'Anteckna beslut för'));
      const done = await decide.submit('outcome', { outcome: 'approved', body: 'Nämnden', paragraph: '3', registry: 'N 2026/3' });
      expect(done.text).toContain('N 2026/3');
    }
    await press(town, `${draft}/beslut`, `${draft}/publicera`);
    const page = await (await givenReader(app)).visit('/avtal/lok-avesta-beroende?datum=2027-02-01');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Lokal lägesbild: så gör vi i Avesta.');
    const withdrawal = await town.visit(`${draft}/upphavande`);
    expect(withdrawal.text).toMatch(/Region Dalarna ?Inget beslut ännu/);
    expect(withdrawal.text).toMatch(/Avesta kommun ?Inget beslut ännu/);
  });
});

describe('a decision of all parties', () => {
  test('shows who has decided; a signature is only for whoever holds the seat', async () => {
    const draft = `/arbetsversioner/${stableId('demo:submitted:20')}`;
    const chair = await givenStaff('politiker-20');
    expect((await chair.visit('/arbete')).links().map(({ href }) => href)).toContain(`${draft}/beslut`);
    const page = await chair.visit(`${draft}/beslut`);
    // The steps stand first; the consultations that were held come below them.
    const [recommend, adopt, sign] = [...page.document.querySelectorAll('table')].slice(0, 3);
    expect([recommend, adopt, sign].map((table) => table?.querySelectorAll('tbody tr').length)).toEqual([1, 16, 4]);
    expect(recommend?.textContent).toContain('Anteckna beslut för');
    expect(adopt?.textContent).not.toContain('Anteckna beslut för');
    const form = await (await givenStaff('strategigrupp-20')).visit(`${draft}/underskrift/sign/valfardsradet.chair`);
    const refused = await form.submit('hash', {});
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Du har inte den platsen');
  });
});
