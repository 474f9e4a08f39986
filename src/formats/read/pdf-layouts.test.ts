import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, test } from 'vitest';
import { coverageFaults } from '../../domain/imports/coverage.ts';
import type { ImportedText } from '../../domain/imports/imported-text.ts';
import { structureText } from '../../domain/imports/structure-text.ts';
import { everySection, everyStatement } from '../../domain/imports/walk.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readFile } from './read-file.ts';

const compiler = NodeCompiler.create({ workspace: import.meta.dirname });

async function treeOf(typst: string): Promise<ImportedText> {
  const compiled = compiler.compile({ mainFileContent: typst });
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  const read = await readFile('avtal.pdf', Uint8Array.from(compiler.pdf(compiled.result)));
  if (isRefusal(read)) throw new Error(read.code);
  return structureText(read.source);
}

const outline = (text: ImportedText) => everySection(text).map(({ section, depth }) => `${depth} ${section.heading.text}`);

const said = [
  'Kommunerna och regionen ansvarar tillsammans för samordningen av hälso- och sjukvårdsinsatser.',
  'Överenskommelsens uppföljningsansvariga tjänstemannaledning sammanträder kvartalsvis.',
  'Beroendemottagningens specialistkompetens efterfrågas av socialtjänstens utredningsenheter.',
  'Peer är med, och Peer-nätverket följer planen för 2019-2023 enligt 4 kap. 5-6 § i föreskriften.',
];
const sections = ['Inledning', 'Samverkan mot droger i trafiken (SMADIT)', 'Uppföljning'];
const many = Array.from({ length: 12 }, (_, nth) => said[nth % said.length] ?? '');
const body = sections.map((heading) => `= ${heading}\n\n${many.join(' ')}\n\n== Barn som anhöriga\n\n${many.join(' ')}`).join('\n\n');
const expected = sections.flatMap((heading) => [`1 ${heading}`, '2 Barn som anhöriga']);
const title = '#text(size: 22pt)[Överenskommelse om samverkan kring vård och stöd för personer i Fjällmarks län]';

const layouts: readonly [string, string][] = [
  ['one column with hyphens', '#set par(justify: true)\n#set text(lang: "sv", hyphenate: true, size: 10pt)'],
  [
    'two columns with hyphens',
    '#set page(columns: 2, margin: 1.5cm)\n#set par(justify: true)\n#set text(lang: "sv", hyphenate: true, size: 9pt)',
  ],
  [
    'headings that are only a little larger',
    '#show heading.where(level: 1): set text(size: 13pt)\n#show heading.where(level: 2): set text(size: 12pt)\n#set text(lang: "sv", size: 11pt)',
  ],
];

describe('a PDF', () => {
  test.each(layouts)('set in %s gives its title, headings and every word whole, in order', async (_, settings) => {
    const text = await treeOf(`#set page(footer: context counter(page).display("1 (1)", both: true))\n${settings}\n${title}\n\n${body}`);
    expect(text.title?.text).toBe('Överenskommelse om samverkan kring vård och stöd för personer i Fjällmarks län');
    expect(outline(text)).toEqual(expected);
    expect(everyStatement(text).map((one) => one.text)).toEqual(expected.flatMap(() => many));
    expect(coverageFaults(text)).toEqual([]);
    expect(new Set(text.furniture.map(({ kind }) => kind))).toEqual(new Set(['page-number']));
  });

  test('whose headings are all alike, and only bold, nests them as its chapters and their order say', async () => {
    const text = await treeOf(
      `#set text(lang: "sv", size: 11pt)\n#show heading: set text(size: 11pt)\n${[
        'Inledning',
        'Kommunens ansvar',
        'Tidig upptäckt',
        'Stöd i hemmet',
        'Uppföljning',
      ]
        .map((heading) => `= ${heading}\n\n${heading === 'Kommunens ansvar' ? '' : said.join(' ')}`)
        .join('\n\n')}`,
    );
    expect(outline(text)).toEqual(['1 Inledning', '1 Kommunens ansvar', '2 Tidig upptäckt', '2 Stöd i hemmet', '1 Uppföljning']);
  });

  test('keeps a table as a table where its cells have several lines, and the paragraphs around it apart', async () => {
    const cells = [
      ['Uppgift som ska göras av någon', 'Vårdcentralen i länet', 'Socialtjänsten'],
      ['Tidig upptäckt av behov hos barn och unga i hela länet', 'x', ''],
      ['Stöd', 'efter utredning som vårdcentralen gör tillsammans med andra', 'x'],
    ];
    const table = `#table(columns: (5cm, 5cm, 4cm), ${cells
      .flat()
      .map((cell) => `[${cell}]`)
      .join(', ')})`;
    const text = await treeOf(
      `#set text(lang: "sv", size: 11pt)\n${title}\n\n= Ansvar\n\n${said.join(' ')}\n\n${table}\n\n${said.join(' ')}\n\n${table}\n\n${said[0]}`,
    );
    const blocks = text.sections[0]?.blocks ?? [];
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph', 'table', 'paragraph']);
    for (const block of blocks) {
      if (block.kind === 'table')
        expect(block.rows.map((row) => row.cells.map((cell) => cell.map((one) => one.text).join(' ')))).toEqual(cells);
    }
  });
});
