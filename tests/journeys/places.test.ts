import { describe, expect, test } from 'vitest';
import { givenApp } from '../given/app.ts';
import { givenReader } from './visit.ts';

describe('a resident looks up their municipality', () => {
  test('sees what is in force, that the local agreement is missing, and where the county stands', async () => {
    const reader = await givenReader();
    const page = await reader.visit('/kommun/0686');
    expect(page.text).toContain('Eksjö');
    expect(page.text).toContain('Saknas i registret');
    expect(page.text).toContain('Strategigrupp');
    expect((await reader.visit('/lan/06')).links().filter(({ href }) => href.startsWith('/kommun/')).length).toBe(13);
    expect((await reader.visit('/lan/20')).links().filter(({ href }) => href.startsWith('/kommun/')).length).toBe(15);
  });

  test('sees for the whole county which municipalities have a local agreement and which have none here', async () => {
    const table = (await (await givenReader()).visit('/lan/06')).document.querySelector('section[aria-label^="Lokala"]');
    expect(table?.querySelectorAll('tbody tr').length).toBe(13);
    expect(table?.querySelector('tbody tr')?.textContent).toContain('Saknas i registret');
  });

  test('a contact that nobody has confirmed for six months is marked', async () => {
    expect((await (await givenReader()).visit('/kommun/2021')).text).toContain('inte bekräftad på över sex månader');
  });

  test('the chosen county is remembered, and can be forgotten', async () => {
    const reader = await givenReader();
    const home = await reader.visit('/');
    await home.submit('return', { county: '20', return: '/avtal' });
    expect((await reader.visit('/')).document.querySelector<HTMLSelectElement>('select[name="ort"]')?.value).toBe('20');
    await (await reader.visit('/')).submit('return', { county: '', return: '/' });
    expect((await reader.visit('/')).document.querySelector<HTMLSelectElement>('select[name="ort"]')?.value).toBe('');
  });

  test('a form is taken from the address people know, also behind a proxy that speaks TLS, and from no other site', async () => {
    const app = await givenApp({ origin: 'https://overens.example' });
    const choose = async (origin: string) => {
      const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
      return (await app.request('http://overens.example/lan/valj', { method: 'POST', headers, body: 'county=06' })).status;
    };
    expect(await choose('https://overens.example')).toBe(303);
    expect(await choose('https://evil.example')).toBe(403);
  });

  test('choosing a county never leads to another site', async () => {
    const reader = await givenReader();
    for (const address of ['//evil.example/x', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const page = await (await reader.visit('/')).submit('return', { county: '06', return: address });
      expect(page.path.startsWith('/')).toBe(true);
      expect(page.path).not.toContain('evil');
    }
  });

  test('a third county is shown by its data alone', async () => {
    const reader = await givenReader();
    expect((await reader.visit('/lan/99')).text).toContain('Fjällmark');
    expect((await reader.visit('/avtal/fjallmark-beroende')).status).toBe(200);
    expect((await reader.visit('/avtal/fjallmark-beroende/ansvar')).document.querySelectorAll('tbody tr[id]').length).toBe(6);
  });

  test('the quiet pages stand: about, accessibility', async () => {
    const reader = await givenReader();
    for (const path of ['/om', '/tillganglighet']) expect((await reader.visit(path)).status).toBe(200);
  });
});
