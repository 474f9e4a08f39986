import { describe, expect, test } from 'vitest';
import { coverageFaults } from './coverage.ts';
import type { ImportedText } from './imported-text.ts';
import { sectionsOf } from './sections-of.ts';
import { sourceOfText } from './source-of-text.ts';
import { structureText } from './structure-text.ts';
import { everySection, everySentence, sentencesIn } from './walk.ts';

const read = (raw: string, called: 'text' | 'markdown' = 'text') => structureText(sourceOfText(raw, called));
const outline = (text: ImportedText) => everySection(text).map(({ section, depth }) => `${'  '.repeat(depth - 1)}${section.heading.text}`);
const words = (text: ImportedText) =>
  everySection(text).flatMap(({ section }) => section.blocks.flatMap(sentencesIn).map((one) => one.text));

const broken = `Överenskommelse om samverkan kring vård
och stöd i
Fjällmarks län
Inledning
Parterna i Fjällmark har kommit överens om att mötas varje höst och varje vår.
De gör det för alkohol-, läkemedels- och spelproblem och för samordnad vård-
och omsorg i länets alla delar, så att ingen blir utan hjälp när det gäller för-
troendet mellan dem. Planen gäller 2019-
2023 och Peer-
nätverket följer den. Peer är med.
Fördjupning: Handbok för möten
RUTIN 2(9)
Godkänd av Någon Gäller från 2020-01-01
Kommunens ansvar
Tidig upptäckt
Kommunen ser tidigt vem som behöver hjälp. Det ska stå i planen
1. vem som gör vad,
2. när det ska ske, och
3. hur det följs upp.
Uppföljning
Den görs varje år.`;

describe('a text with broken lines', () => {
  const text = read(broken);

  test('keeps every sign in exactly one place', () => {
    expect(coverageFaults(text)).toEqual([]);
  });

  test('has its title, and headings by their look, nested where one stands right under another', () => {
    expect(text.title?.text).toBe('Överenskommelse om samverkan kring vård och stöd i Fjällmarks län');
    expect(outline(text)).toEqual(['Inledning', 'Kommunens ansvar', '  Tidig upptäckt', 'Uppföljning']);
  });

  test('joins words that were broken and keeps hyphens that were meant', () => {
    const said = words(text).join(' ');
    expect(said).toContain('alkohol-, läkemedels- och spelproblem');
    expect(said).toContain('vård- och omsorg');
    expect(said).toContain('förtroendet');
    expect(said).toContain('2019-2023');
    expect(said).toContain('Peer-nätverket');
  });

  test('never takes what belongs to the page for text', () => {
    expect(text.furniture.map(({ kind, text: line }) => [kind, line])).toEqual([
      ['header', 'RUTIN 2(9)'],
      ['metadata', 'Godkänd av Någon Gäller från 2020-01-01'],
    ]);
  });

  test('gives the same addresses each time, each once', () => {
    const ids = everySentence(text).map(({ id }) => id);
    expect(everySentence(read(broken)).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('tidig-upptackt.a1');
  });

  test('shows each sentence in its place', () => {
    const sentence = everySentence(text).find(({ id }) => id === 'uppfoljning.a1');
    expect(sentence?.places.map(({ from, to }) => text.raw.slice(from, to))).toEqual(['Den görs varje år.']);
  });
});

const marked = `# Avtal om **samverkan**

---

- *rörande alla* i [Fjällmark](https://exempel.se)

## 1.1 Syfte ##

Syftet är **att
mötas**. <b>Alla</b> kommer.
- Vi gör:
  - det ena
  - det andra
- Sedan vilar vi
  en stund.

| Uppgift | A | B |
|---|---|---|
| Grupp | | |
| Prov | x | |
`;

describe('Markdown', () => {
  const text = read(marked, 'markdown');

  test('leaves its marks out of the words and in their places', () => {
    expect(coverageFaults(text)).toEqual([]);
    expect(text.title?.text).toBe('Avtal om samverkan');
    expect(words(text).slice(0, 2)).toEqual(['Syftet är att mötas.', 'Alla kommer.']);
    expect(text.opening.flatMap(sentencesIn).map((one) => one.text)).toEqual(['rörande alla i Fjällmark']);
    expect(text.sections[0]).toMatchObject({ id: 'syfte', number: '1.1', heading: { text: 'Syfte' } });
  });

  test('nests items by how far they are moved in', () => {
    const list = text.sections[0]?.blocks.find(({ kind }) => kind === 'list');
    expect(list?.kind === 'list' && list.items.map(({ depth, sentences }) => [depth, sentences[0]?.text])).toEqual([
      [0, 'Vi gör:'],
      [1, 'det ena'],
      [1, 'det andra'],
      [0, 'Sedan vilar vi en stund.'],
    ]);
  });

  test('keeps the empty cells of a table', () => {
    const table = text.sections[0]?.blocks.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && [table.head, table.rows.map(({ cells }) => cells.map((cell) => cell[0]?.text ?? ''))]).toEqual([
      1,
      [
        ['Uppgift', 'A', 'B'],
        ['Grupp', '', ''],
        ['Prov', 'x', ''],
      ],
    ]);
  });

  test('becomes the sections of an agreement under the same addresses', () => {
    const [opening, syfte] = sectionsOf(text, 'Inledande text');
    expect(opening).toMatchObject({
      id: 'opening',
      heading: 'Avtal om samverkan',
      sentences: { a1: { text: 'rörande alla i Fjällmark', item: true } },
    });
    expect(syfte?.sentences).toMatchObject({ a1: 'Syftet är att mötas.', a3: { text: 'Vi gör:', item: true } });
    expect(Object.values(syfte?.sentences ?? {}).at(-1)).toBe('| Prov | x | |');
  });
});

describe('furniture', () => {
  test('is known by standing on every page, the numbers of pages too, and never tears a sentence', () => {
    const own = (nth: number) => Array.from({ length: 5 }, (_, line) => `Sida ${'abc'[nth]} har rad ${'abcde'[line]} om sak.`).join('\n\n');
    const pages = [0, 1, 2].map(
      (nth) => `Fjällmarks län\n\n${own(nth)}\n\nSe vidare i planen ${'xyz'[nth]} som\n\nDnr 2020/1\n${nth + 1} (3)`,
    );
    const text = read(`${pages.join('\f')}\fgäller lika`);
    expect(coverageFaults(text)).toEqual([]);
    expect(text.furniture.map(({ kind }) => kind)).toEqual(Array.from({ length: 3 }, () => ['header', 'footer', 'page-number']).flat());
    expect(text.pages).toHaveLength(4);
    expect(everySentence(text).at(-1)?.text).toBe('Se vidare i planen z som gäller lika');
  });

  test('are the lines of a table of contents', () => {
    const text = read('Innehåll\nInledning .......... 3\nSyfte ........ 4\n\nInledning\nHär börjar det.\n\nSyfte\nDet här är syftet.');
    expect(text.furniture.map(({ kind }) => kind)).toEqual(['contents', 'contents', 'contents']);
    expect(outline(text)).toEqual(['Inledning', 'Syfte']);
  });
});

test('a file of one word, or of signs alone, loses nothing', () => {
  for (const raw of ['x', '---', '- ', '**', '|', '\t\tx\t', '1.', '# ', '#', 'a\u00adb-\nc', '<p></p>']) {
    expect([raw, coverageFaults(read(raw)), coverageFaults(read(raw, 'markdown'))]).toEqual([raw, [], []]);
  }
});
