import { expect, test } from 'vitest';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';

test.each([
  ['forvaltare-aneby-06', '', 'Systemförvaltare'],
  ['samordnare-aneby-06', 'Boendestöd', 'Boendestöd'],
  ['enskild-1', '', 'Birk'],
])('%s gets in, and acts as what was chosen', async (account, as, seen) => {
  const app = await givenApp({ login: true });
  const cookie = await givenLoggedIn(app, account, as);
  const page = await (await app.request('http://localhost/', { headers: { cookie } })).text();
  expect(page).toContain('/logga-ut');
  if (account !== 'enskild-1') expect(page).toContain(seen);
});
