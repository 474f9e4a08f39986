import { describe, expect, test } from 'vitest';
import { givenReader } from './visit.ts';

describe('a resident looks up their municipality', () => {
  test('sees what is in force, that the local agreement is missing, and where the county stands', async () => {
    const reader = await givenReader();
    const page = await reader.visit('/kommun/0686');
    expect(page.text).toContain('Eksjö');
    expect(page.text).toContain('Saknas i registret');
    expect((await reader.visit('/lan/06')).links().filter(({ href }) => href.startsWith('/kommun/')).length).toBe(13);
    expect((await reader.visit('/lan/20')).links().filter(({ href }) => href.startsWith('/kommun/')).length).toBe(15);
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
