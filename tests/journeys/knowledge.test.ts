import { describe, expect, test } from 'vitest';
import { givenReader } from './visit.ts';

describe('a reader looks for the knowledge behind an agreement', () => {
  test('narrows knowledge, agreements and duties alike, and what always holds stays', async () => {
    const all = await (await givenReader()).visit('/kunskap');
    const narrowed = await all.submit('utforare', { utforare: 'somatisk-oppenvard', yrke: 'sjukskoterska', lan: '20' });
    expect(narrowed.text).toContain('Missbruk och beroende, Dalarna 2021: 3 uppgifter av 14');
    expect(narrowed.text).toContain('Orosanmälan');
    expect(narrowed.text).not.toContain('Nedtrappning');
    const table = narrowed.links().find(({ text }) => text === 'Se som tabell');
    expect(table?.href).toBe('/avtal/dalarna-missbruk-beroende-2021/ansvar?utforare=somatisk-oppenvard&yrke=sjukskoterska');
  });

  test('goes from a section to the page and back again', async () => {
    const reader = await givenReader();
    const agreement = await reader.visit('/avtal/dalarna-missbruk-beroende-2021');
    const deepening = agreement.links().find(({ href }) => href.startsWith('/kunskap/'));
    const page = await reader.visit(deepening?.href ?? '');
    for (const heading of ['Sammanfattning', 'Målgrupp', 'Kunskapsläge', 'Genomförande', 'Uppföljning', 'Märkning']) {
      expect(page.text).toContain(heading);
    }
    expect(page.text).toContain('upphävd, i dag SoL 7 kap. 2 §');
    const back = page.links().filter(({ href }) => href.startsWith('/avtal/dalarna-missbruk-beroende-2021'));
    expect(back.map(({ href }) => href)).toEqual(
      expect.arrayContaining(['/avtal/dalarna-missbruk-beroende-2021#kunskapsstod', '/avtal/dalarna-missbruk-beroende-2021/ansvar#DAL-09']),
    );
    for (const { href } of back.filter(({ href }) => href.includes('#'))) {
      const [path = '', id = ''] = href.split('#');
      expect((await reader.visit(path)).document.getElementById(id), href).not.toBeNull();
    }
  });

  test.each([
    ['yrke=doktor', 'Yrke: ”doktor” finns inte i ordlistan'],
    ['yrke=En läkare', 'Ett av valen går inte att läsa'],
    ['lan=01', 'inget län med den koden'],
  ])('is told when a choice is not there: %s', async (query, sentence) => {
    const page = await (await givenReader()).visit(`/kunskap?${query}`);
    expect(page.text).toContain(sentence);
  });

  test('a page that is not there is not found', async () => {
    expect((await (await givenReader()).visit('/kunskap/finns-inte')).status).toBe(404);
  });
});
