import { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { coverageFaults } from '../../domain/imports/coverage.ts';
import type { ImportedBlock, ImportedSection, ImportedText } from '../../domain/imports/imported-text.ts';
import { structureText } from '../../domain/imports/structure-text.ts';
import { sentencesIn } from '../../domain/imports/walk.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { asDocx, asMarkdown, asPdf, asText, type GivenDocument } from './given-files.ts';
import { readFile } from './read-file.ts';

const long = (words: string, times: number) => Array.from({ length: times }, (_, nth) => `${words} nummer ${nth + 1} i raden.`).join(' ');

const given: GivenDocument = {
  title: 'Överenskommelse om samverkan i Fjällmark',
  sections: [
    {
      level: 1,
      number: '1',
      heading: 'Inledning',
      blocks: [{ kind: 'paragraph', text: long('Parterna möts varje höst för att gå igenom läget', 9) }],
    },
    {
      level: 2,
      number: '1.1',
      heading: 'Syfte',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Syftet är att den enskilde får hjälp enligt 5 kap. 9 a § SoL. Det gäller t.ex. Björkdalens vårdcentral.',
        },
        { kind: 'list', ordered: false, items: ['tidig upptäckt', 'stöd till närstående, barn och syskon'] },
      ],
    },
    {
      level: 1,
      number: '2',
      heading: 'Ansvarsfördelning',
      blocks: [
        { kind: 'paragraph', text: 'Tabellen visar vem som gör vad.' },
        {
          kind: 'table',
          rows: [
            ['Uppgift', 'Vårdcentral', 'Socialtjänst'],
            ['Tidiga tecken', 'x', 'x'],
            ['Provtagning', 'x', ''],
            ['Boendestöd', '', 'x'],
          ],
        },
        { kind: 'paragraph', text: long('Varje huvudman utser en kontaktperson för frågor om fördelningen', 40) },
      ],
    },
    {
      level: 1,
      number: '3',
      heading: 'Tvister',
      blocks: [
        { kind: 'paragraph', text: 'En tvist löses i den här ordningen:' },
        { kind: 'list', ordered: true, items: ['berörda chefer', 'styrgruppen för samverkan', 'nämndernas presidier'] },
      ],
    },
  ],
};

/** What a tree says, without where it stands. */
const said = (text: ImportedText) => ({
  title: text.title?.text,
  opening: text.opening.map(blockOf),
  sections: text.sections.map(sectionOf),
});
const sectionOf = ({ id, number, heading, blocks, sections }: ImportedSection): unknown => [
  id,
  number,
  heading.text,
  blocks.map(blockOf),
  sections.map(sectionOf),
];
const sentences = (all: readonly { id: string; text: string }[]) => all.map(({ id, text }) => `${id} ${text}`);
function blockOf(block: ImportedBlock): unknown {
  if (block.kind === 'paragraph') return sentences(block.sentences);
  if (block.kind === 'list') return [block.ordered, block.items.map((item) => sentences(item.sentences))];
  return [block.head, block.rows.map(({ cells }) => cells.map(sentences))];
}

async function treeOf(name: string, bytes: Uint8Array): Promise<ImportedText> {
  const read = await readFile(name, bytes);
  if (isRefusal(read)) throw new Error(read.code);
  return structureText(read.source);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const files: readonly [string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['avtal.md', () => utf8(asMarkdown(given))],
  ['avtal.docx', () => asDocx(given)],
  ['avtal.pdf', () => asPdf(given)],
];

describe('the same text', () => {
  test.each(files)('gives the same tree from %s as from a text file with broken lines', async (name, bytes) => {
    const text = await treeOf('avtal.txt', utf8(asText(given)));
    expect(said(await treeOf(name, await bytes()))).toEqual(said(text));
  });

  test.each(files)('is whole in the tree of %s: nothing lost, nothing invented', async (name, bytes) => {
    expect(coverageFaults(await treeOf(name, await bytes()))).toEqual([]);
  });

  test('has the sections, sentences, lists and the table it was made with', async () => {
    const tree = await treeOf('avtal.txt', utf8(asText(given)));
    expect(tree.title?.text).toBe(given.title);
    expect(tree.sections.map(({ number, heading, sections }) => [number, heading.text, sections.length])).toEqual([
      ['1', 'Inledning', 1],
      ['2', 'Ansvarsfördelning', 0],
      ['3', 'Tvister', 0],
    ]);
    const table = tree.sections[1]?.blocks[1];
    expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells.map((cell) => cell[0]?.text ?? ''))).toEqual(
      given.sections[2]?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
    );
  });

  test('leaves running headers and the numbers of pages out of the tree of a PDF, and tells of them', async () => {
    const { furniture, pages } = await treeOf(
      'avtal.pdf',
      asPdf({ ...given, sections: [...given.sections, ...given.sections, ...given.sections] }),
    );
    expect(pages.length).toBeGreaterThan(3);
    expect(furniture.filter(({ kind }) => kind === 'header')).toHaveLength(pages.length);
    expect(furniture.filter(({ kind }) => kind === 'page-number')).toHaveLength(pages.length);
  });

  test('never loses headings that stand first on many pages of a PDF', async () => {
    const page = (nth: number) => ({
      level: 1 as const,
      number: String(nth + 1),
      heading: 'Bilaga om samma sak',
      blocks: [{ kind: 'paragraph' as const, text: long('Det står mycket på den här sidan om allt som hör dit och lite till', 48) }],
    });
    const tree = await treeOf('avtal.pdf', asPdf({ title: given.title, sections: Array.from({ length: 6 }, (_, nth) => page(nth)) }));
    expect(tree.pages.length).toBeGreaterThan(5);
    expect(tree.sections.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('has the notes of a Word file after its text', async () => {
    const footnotes = { 1: { children: [new Paragraph('Noten säger något mer.')] } };
    const children = [new Paragraph({ children: [new TextRun('Det står i en not.'), new FootnoteReferenceRun(1)] })];
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ footnotes, sections: [{ children }] })));
    const { opening } = await treeOf('avtal.docx', bytes);
    expect(opening.flatMap(sentencesIn).map(({ text }) => text)).toEqual(['Det står i en not.', 'Noten säger något mer.']);
  });

  test('in UTF-16 and Windows-1252 is the same as in UTF-8', async () => {
    const text = asText(given);
    const expected = said(await treeOf('a.txt', utf8(text)));
    expect(said(await treeOf('a.txt', Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(expected);
    expect(said(await treeOf('a.txt', Buffer.from(text, 'utf16le')))).toEqual(expected);
    expect(said(await treeOf('a.txt', Buffer.from(text, 'latin1')))).toEqual(expected);
  });
});
