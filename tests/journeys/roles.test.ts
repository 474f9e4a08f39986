import { describe, expect, test } from 'vitest';
import { givenReader } from './visit.ts';

describe('a kurator in primary care asks what the agreements ask of her', () => {
  test('chooses place, unit and profession in a form, and gets a page with an address to share', async () => {
    const reader = await givenReader();
    const form = await reader.visit('/vem-gor-vad/roll');
    const answer = await form.submit('yrke', { ort: '0682', utforare: 'primarvard', yrke: 'kurator' });
    expect(answer.path).toContain('ort=0682&utforare=primarvard&yrke=kurator');
    expect(answer.text).toContain('Nässjö, Jönköpings län');
    for (const text of [
      'Alltid',
      'I vissa situationer',
      'Det gör andra',
      'Tillsammans med: Kommunen',
      'Tidsgräns: genast Lag',
      'SoL 19 kap. 1 §',
    ]) {
      expect(answer.text).toContain(text);
    }
    expect(answer.text).not.toContain('Enkel avgiftning');
  });

  test('every source leads to its place', async () => {
    const reader = await givenReader();
    const answer = await reader.visit('/vem-gor-vad/roll?ort=20&utforare=primarvard');
    const sources = answer.links().filter(({ href }) => href.startsWith('/avtal/') && href.includes('#'));
    expect(sources.length).toBeGreaterThan(20);
    const pages = new Map<string, Awaited<ReturnType<typeof reader.visit>>>();
    for (const { href } of sources) {
      const [path = '', id = ''] = href.split('#');
      const page = pages.get(path) ?? (await reader.visit(path));
      pages.set(path, page);
      expect(page.document.getElementById(id), href).not.toBeNull();
    }
  });

  test('is told that the agreement has ended, before the duties', async () => {
    const { text } = await (await givenReader()).visit('/vem-gor-vad/roll?ort=2080&utforare=primarvard&yrke=kurator');
    expect(text).toContain('Har gått ut: Missbruk och beroende, Dalarna 2021');
    expect(text.indexOf('Har gått ut:')).toBeLessThan(text.indexOf('Alltid'));
  });

  test('finds the way on when no agreement names her work', async () => {
    const page = await (await givenReader()).visit('/vem-gor-vad/roll?ort=06&utforare=tandvard&yrke=tandvardsyrke');
    expect(page.text).toContain('Avtalen nämner inte ditt yrke här');
    expect(page.links().map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Alla yrken i din verksamhet', 'Ditt yrke i alla verksamheter']),
    );
  });

  test.each([
    ['ort=0682', 'Välj verksamhet eller yrke'],
    ['yrke=kurator', 'Välj var du arbetar'],
    ['ort=0699&yrke=kurator', 'ingen kommun med den koden'],
    ['ort=abc&yrke=kurator', 'Platsen går inte att läsa'],
    ['ort=06&yrke=doktor', 'inget sådant yrke'],
    ['ort=06&yrke=kurator&datum=igår', 'Skriv datumet som'],
  ])('gets the form back with what to mend and what was chosen: %s', async (query, sentence) => {
    const page = await (await givenReader()).visit(`/vem-gor-vad/roll?${query}`);
    expect(page.text).toContain(sentence);
    expect(page.document.title).toMatch(/^Fel: /);
    const chosen = new URLSearchParams(query).get('yrke');
    if (chosen === 'kurator') expect(page.document.querySelector('[name="yrke"] [selected]')?.getAttribute('value')).toBe('kurator');
  });
});
