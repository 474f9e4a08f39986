import { describe, expect, test } from 'vitest';
import { givenApp } from '../given/app.ts';
import { givenReader } from './visit.ts';

describe('a county that revises its agreement looks at another', () => {
  test('sees the same activity side by side, with what differs in words', async () => {
    const page = await (await givenReader()).visit('/jamfor');
    const row = page.document.getElementById('tapering');
    const text = (row?.textContent ?? '').replace(/\s+/g, ' ');
    for (const words of [
      'Skiljer sig',
      'Jönköpings län delar upp ansvaret efter svårighetsgrad',
      'Primärvården ansvarar i Jönköpings län',
      'Gäller omfattande läkemedelsberoende',
    ]) {
      expect(text).toContain(words);
    }
    const sources = [...(row?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
    expect(sources).toEqual([
      '/avtal/jonkoping-missbruk-beroende/ansvar#JA-26',
      '/avtal/jonkoping-missbruk-beroende/ansvar#JA-28',
      '/avtal/dalarna-missbruk-beroende-2021/ansvar#DAL-05',
    ]);
  });

  test('every row has a word, and the status of each agreement is said', async () => {
    const page = await (await givenReader()).visit('/jamfor');
    expect(page.document.querySelectorAll('.ov-compare tbody tr').length).toBeGreaterThanOrEqual(14 + 2);
    expect(page.text).toContain('Har gått ut');
    expect(page.text).toContain('Den säger inte att andra saknar det.');
    expect(page.text).not.toMatch(/\b(endast|enbart)\b/i);
  });

  test('chooses a third county', async () => {
    const page = await (await (await givenReader()).visit('/jamfor')).submit('vanster', { vanster: '99', hoger: '06' });
    expect(page.text).toContain('Fjällmark');
    expect(page.document.getElementById('withdrawal-care')).not.toBeNull();
  });

  test('is told when there is nothing to compare with, and nothing is then said to differ', async () => {
    const page = await (await givenReader()).visit('/jamfor?vanster=06&hoger=20&omrade=psykiatriska-tillstand');
    expect(page.text).toContain('Registret har inget avtal inom området för Dalarnas län');
    expect(page.text).not.toContain('Skiljer sig');
  });

  test.each([
    ['vanster=06&hoger=06', 422, 'Välj två olika län'],
    ['vanster=01', 404, 'inget län med den koden'],
    ['omrade=trafik', 404, 'inget område'],
    ['datum=igår', 200, 'Skriv datumet som'],
    ['vanster=Dalarna', 200, 'Länet går inte att läsa'],
  ])('is told what to mend: %s', async (query, status, sentence) => {
    const page = await (await givenReader()).visit(`/jamfor?${query}`);
    expect({ status: page.status, told: page.text.includes(sentence) }).toEqual({ status, told: true });
  });

  test('takes it along as a file for a spreadsheet', async () => {
    const response = await (await givenApp()).request('/jamfor.csv?vanster=06&hoger=20&datum=2026-11-22');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('jamfor-missbruk-beroende-06-20-2026-11-22.csv');
  });
});
