import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { fjallmark, nextOf } from '../../domain/agreements/diff/given-versions.ts';
import { documentSections, type ShowText } from './agreement-text.tsx';
import { textAsHtml } from './text-as-html.tsx';

const sentences = {
  a1: 'Före, enligt SoL 1.',
  a2: '| Insats | Enligt |',
  a3: '| Boende | HSL 2 och mer |',
  a4: '| Råd \\| stöd <b> |',
  a5: 'Efter.',
};

const version = nextOf(fjallmark[0], (next) => {
  next.sections.push({ id: 'tabellen', heading: 'Tabellen', sentences, deepening: [], sections: [] });
  next.terms.validity.cites = ['tabellen.a3'];
});

/** Marks the one citation of each sentence where it stands in the sentence, as the law does: by its place. */
const cited: Readonly<Record<string, string>> = { 'tabellen.a1': 'SoL 1', 'tabellen.a3': 'HSL 2' };
const showText: ShowText = (text, place, from = 0) => {
  const key = place.split('.')[1] as keyof typeof sentences;
  const whole = place.startsWith('tabellen.') ? sentences[key] : '';
  const start = whole.indexOf(cited[place] ?? '\u0001') - from;
  const citation = cited[place] ?? '';
  if (start < 0 || start + citation.length > text.length) return text;
  return [text.slice(0, start), `<${citation}>`, text.slice(start + citation.length)];
};

test('rows of a table are shown as one, each at its address, with the law of a cell marked in it and the terms beside', async () => {
  const html = String(await textAsHtml(version, { showText, marks: 'x' }, {}));
  const { document } = new JSDOM(html).window;
  const section = document.getElementById('tabellen')?.parentElement;
  const plain = (one: Element | null | undefined) => one?.textContent?.replace(/¶/g, '').trim();
  expect([...(section?.querySelectorAll('thead th') ?? [])].map(plain)).toEqual(['Insats', 'Enligt']);
  expect([...(section?.querySelectorAll('tbody tr') ?? [])].map(({ id, children }) => [id, ...[...children].map(plain)])).toEqual([
    ['tabellen.a3', 'Boende', '<HSL 2> och mer'],
    ['tabellen.a4', 'Råd | stöd <b>', ''],
  ]);
  expect(plain(document.getElementById('tabellen.a1'))).toBe('Före, enligt <SoL 1>.');
  expect(plain(document.getElementById('tabellen.a5'))).toBe('Efter.');
  expect(section?.querySelector('.ov-terms')?.closest('.ov-block')?.querySelector('table')).not.toBeNull();
});

test('every sentence that stands in no table is shown as before', () => {
  const cells = documentSections(version, (text) => text).flatMap(({ sentences: all }) => all.flatMap((one) => (one.cells ? one.id : [])));
  expect(cells).toEqual(['tabellen.a2', 'tabellen.a3', 'tabellen.a4']);
});
