import { describe, expect, test } from 'vitest';
import { givenReader } from './visit.ts';

describe('a reader searches', () => {
  test('with own words and a misspelling, and comes to the sentence', async () => {
    const reader = await givenReader();
    const start = await reader.visit('/sok');
    const results = await start.submit('q', { q: 'absitnens delirium', lan: '06' });
    expect(results.path).toContain('lan=06');
    expect(results.text).toContain('Visar träffar för ”abstinens”');
    const hit = results.links().find(({ href }) => href.startsWith('/avtal/jonkoping-missbruk-beroende#abstinensbehandling.'));
    const [path = '', sentence = ''] = (hit?.href ?? '').split('#');
    expect((await reader.visit(path)).document.getElementById(sentence)).not.toBeNull();
  });

  test('by law, and is told what the provision is called today', async () => {
    const page = await (await givenReader()).visit('/sok?q=SoL+14:1');
    expect(page.text).toContain('SoL 14:1 heter i dag SoL 19 kap. 1 §');
    expect(page.links().some(({ href }) => href.endsWith('/ansvar#DAL-14'))).toBe(true);
  });

  test('through page after page, and back', async () => {
    const reader = await givenReader();
    const first = await reader.visit('/sok?q=samverkan');
    const next = first.links().find(({ text }) => text === 'Nästa');
    const second = await reader.visit(next?.href ?? '');
    expect(second.text).toContain('Sida 2');
    const back = second.links().find(({ text }) => text === 'Föregående');
    expect((await reader.visit(back?.href ?? '')).text).toBe(first.text);
  });

  test('in vain, and finds a way on', async () => {
    const reader = await givenReader();
    const page = await reader.visit('/sok?q=xqzwv&lan=20');
    expect(page.text).toContain('Inga träffar på ”xqzwv”');
    for (const { href } of page.links()) expect((await reader.visit(href)).status).toBe(200);
  });
});
