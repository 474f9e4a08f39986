import { beforeAll, describe, expect, it } from 'vitest';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader, type Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock(), login: true, demo: true });
});

async function loggedIn(account: string): Promise<Reader> {
  const reader = await givenReader(app);
  const list = await reader.visit('/demo/logga-in');
  await list.submit('account', { account });
  return reader;
}

describe('a person', () => {
  it('is looked for, read, changed, protected and given a contact with another unit', async () => {
    const reader = await loggedIn('handlaggare-aneby-06');
    const search = await reader.visit('/personer');
    const found = await search.submit('nummer', { nummer: '198004179803' });
    const [hit] = found.links().filter(({ href }) => /^\/personer\/[0-9a-f-]{36}$/.test(href));
    const person = await reader.visit(hit?.href ?? '');
    expect(person.text).toContain('19800417-9803');
    expect(person.document.title).toBe('Person – Överens');
    const form = await reader.visit(`${hit?.href}/andra`);
    const wrong = await form.submit('namn', { namn: '' });
    expect([wrong.status, wrong.document.title]).toEqual([422, 'Fel: Ändra uppgifter – Överens']);
    expect((await form.submit('namn', { vistelse: 'Hos en vän' })).text).toContain('Hos en vän');
    const protection = await reader.visit(`${hit?.href}/skydd`);
    expect((await protection.submit('skydd', { skydd: 'sekretessmarkering' })).text).toContain('Sekretessmarkering');
    const contact = await reader.visit(`${hit?.href}/arende`);
    expect((await contact.submit('arendenummer', { arendenummer: 'RESA-1' })).text).toContain('RESA-1');
    expect((await reader.visit('/personer/ny')).status).toBe(200);
  });

  it('is opened in an emergency, and the opening is judged', async () => {
    const clinician = await loggedIn('behandlare-psykiatri-06');
    const form = await clinician.visit('/personer/nodoppning');
    const typed = { nummer: '198004179803', skal: 'confused', motivering: 'Behöver veta vilka läkemedel som ges.' };
    expect((await form.submit('nummer', { ...typed, motivering: 'kort' })).status).toBe(422);
    const opened = await form.submit('nummer', typed);
    expect(opened.links().length).toBeGreaterThan(0);
    expect((await clinician.visit(opened.links()[0]?.href ?? '')).text).toContain('efter en nödöppning');
    const reviewer = await loggedIn('loggranskare-region-06');
    const list = await reviewer.visit('/personer/nodoppningar');
    expect((await list.submit('bedomning', { bedomning: 'justified', motivering: 'Tydligt skäl.' })).text).toContain('Bedömd: befogad');
  });

  it('sees what is written about them, and the quality manager sees who is authorised', async () => {
    expect((await (await loggedIn('enskild-1')).visit('/mina-uppgifter')).text).toContain('Aneby kommun');
    expect((await (await loggedIn('mas-aneby-06')).visit('/personer/skyddsbehorighet')).text).toContain('Ta tillbaka');
  });
});
