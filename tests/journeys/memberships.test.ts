import { expect, test } from 'vitest';
import { givenApp, givenClock } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader } from './visit.ts';

const JONKOPING = '/avtal/jonkoping-missbruk-beroende';
const DALARNA = '/avtal/dalarna-missbruk-beroende-2021';
const said = { decided: '2026-11-16', body: 'Kommunfullmäktige', paragraph: '12', registry: 'KS 2026/12', note: 'Vi går ur <b>.' };

test('a party leaves an agreement from its own page, in both counties as the agreement says, and everyone reads it', async () => {
  const app = await givenApp({ login: true, clock: givenClock('2026-11-22') });
  const open = await givenReader(app);
  expect((await open.visit(JONKOPING)).links().map(({ href }) => href)).not.toContain(`${JONKOPING}/part`);

  const town = await givenReader(app, await givenLoggedIn(app, 'registrator-eksjo-06'));
  expect((await town.visit(JONKOPING)).links().map(({ href }) => href)).toContain(`${JONKOPING}/part`);
  const form = await town.visit(`${JONKOPING}/part`);
  expect(form.text).toContain('Avtalet säger inget om hur en part lämnar det.');
  const wrong = await form.submit('registry', { ...said, turn: 'left', from: '2026-11-01' });
  expect([wrong.status, wrong.text.includes('Välj i dag eller en senare dag.')]).toEqual([422, true]);
  const left = await wrong.submit('registry', { from: '2027-03-01' });
  expect(left.path).toContain(JONKOPING);
  const later = await open.visit(`${JONKOPING}?datum=2027-03-01`);
  expect(later.text).toContain('Eksjö kommun är inte längre part från 1 mars 2027.');
  expect((await open.visit('/kommun/0686?datum=2027-03-01')).text).toContain('som har lämnat avtalet från 1 mars 2027');
  expect((await open.visit(`${JONKOPING}/versioner`)).text).toContain('Partens beslut 16 november 2026. Vi går ur <b>.');

  const avesta = await givenReader(app, await givenLoggedIn(app, 'registrator-avesta-20'));
  const closed = await avesta.visit(`${DALARNA}/part`);
  expect(closed.text).toContain('Avtalet säger att ingen part kan lämna det.');
  const refused = await closed.submit('registry', { ...said, turn: 'left', from: '2027-03-01' });
  expect([refused.status, refused.text.includes('Avtalet säger att ingen part kan lämna det, och vad ni gör i stället.')]).toEqual([
    409,
    true,
  ]);
});
