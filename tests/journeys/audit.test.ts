import { beforeAll, expect, test } from 'vitest';
import { municipalityId } from '../../src/features/organisations/index.ts';
import { stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader, type Reader } from './visit.ts';

const person = stableId(`demo:person:06:enskild-1:${municipalityId('0604')}`);
let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock('2026-11-23'), login: true, demo: true });
});

async function loggedIn(account: string): Promise<Reader> {
  const reader = await givenReader(app);
  await (await reader.visit('/demo/logga-in')).submit('account', { account });
  return reader;
}

test('somebody looks, a reviewer finds it, draws a sample and judges it, and the one looked at sees that it was done', async () => {
  const worker = await loggedIn('handlaggare-aneby-06');
  expect((await worker.visit(`/personer/${person}`)).status).toBe(200);

  const reviewer = await loggedIn('loggranskare-aneby-06');
  const work = await reviewer.visit('/arbete');
  expect([...work.document.querySelectorAll('nav a')].map((link) => link.textContent)).toContain('Logg');
  const found = await (await reviewer.visit('/logg')).submit('person', { person: '19800417-9803' });
  expect(found.text).toContain('läste uppgifterna om');
  expect(found.path).toBe('/logg');
  const missing = await found.submit('person', { person: 'okänd' });
  expect(missing.document.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#person');

  const odd = await reviewer.visit('/logg/monster');
  expect(odd.text).toContain('genomgången');

  const wrong = await (await reviewer.visit('/logg/urval')).submit('antal', { antal: 'många' });
  expect(wrong.document.title).toMatch(/^Fel: /);
  const sample = await wrong.submit('antal', { antal: '5' });
  expect(sample.text).toContain('Samma rader dras igen');
  expect(sample.text).toContain('0 av 1 rader är bedömda.');
  const unsaid = await sample.submit('bedomning', { bedomning: 'justified', skal: '' });
  expect(unsaid.text).toContain('Skriv ett skäl');
  const judged = await unsaid.submit('bedomning', { bedomning: 'justified', skal: 'Enheten har ärendet.' });
  expect(judged.text).toContain('Alla rader är bedömda.');
  expect(judged.text).toContain('Enheten har ärendet.');
  expect((await reviewer.visit('/logg/urval')).text).toContain('1 av 1');

  const individual = await loggedIn('enskild-1');
  const extract = await individual.visit('/min-logg');
  expect(extract.text).toContain('Läste uppgifterna om dig');
  expect(extract.text).toContain('Socialtjänstens vuxenenhet Aneby');
  expect(extract.links().map(({ href }) => href)).toEqual(expect.arrayContaining(['/min-logg.pdf', '/min-logg.csv']));
});

test('nobody who has not logged in comes anywhere near the log', async () => {
  const reader = await givenReader(app);
  for (const path of ['/logg', '/logg/monster', '/logg/urval', '/min-logg', '/min-logg.csv', '/min-logg.pdf'])
    expect((await reader.visit(path)).text).toMatch(/Logga in|Välj/);
});
