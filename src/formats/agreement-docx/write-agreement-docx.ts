import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { AgreementDocument, DocumentBlock, DocumentFact } from '../agreement-document.ts';
import { MUTED, STYLES } from './styles.ts';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
const DASHES = 'streck';
/** How wide the text is, in twentieths of a point: A4 between margins. */
const LINE = 9_070;

/**
 * The agreement as a Word file to work on: headings, lists and tables in Word's own styles, in Swedish, with a list of contents whose rows lead to their
 * headings, table heads that are repeated on every page, and page numbers. Says nothing of who made it.
 */
export async function writeAgreementDocx(said: AgreementDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: said.title,
    description: said.running,
    creator: 'Överens',
    lastModifiedBy: 'Överens',
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: DASHES,
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '–', style: { paragraph: { indent: { left: 400, hanging: 260 } } } }],
        },
      ],
    },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1_418, right: 1_418 } } },
        headers: { default: new Header({ children: [new Paragraph({ style: 'Header', children: [new TextRun(said.running)] })] }) },
        footers: { default: pageNumbers(said), first: pageNumbers(said) },
        children: [...titlePage(said), ...contents(said), ...said.blocks.flatMap(blockOf)],
      },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}

function pageNumbers({ page }: AgreementDocument): Footer {
  const children = [
    new TextRun({ children: [`${page.label} `, PageNumber.CURRENT, ` ${page.of} `, PageNumber.TOTAL_PAGES], size: 18, color: MUTED }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

function titlePage({ title, kind, notice, facts }: AgreementDocument): Paragraph[] {
  return [
    new Paragraph({ style: 'Note', spacing: { before: 1_200 }, children: [new TextRun(kind)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...(notice
      ? [
          new Paragraph({ style: 'Notice', keepNext: true, children: [new TextRun({ text: notice.heading, bold: true })] }),
          new Paragraph({ style: 'Notice', children: [new TextRun(notice.text)] }),
        ]
      : []),
    ...facts.flatMap(factOf),
  ];
}

function factOf({ label, values }: DocumentFact): Paragraph[] {
  return [
    new Paragraph({ style: 'Note', keepNext: true, spacing: { before: 200, after: 0 }, children: [new TextRun(label)] }),
    ...values.map((value) => new Paragraph({ spacing: { after: 40 }, children: [new TextRun(value)] })),
  ];
}

/** Chapters and their sections, each a link. Without page numbers, which only Word itself can count. */
function contents({ contents: heading, blocks }: AgreementDocument): Paragraph[] {
  const rows = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level <= 2
      ? [
          new Paragraph({
            indent: { left: (block.level - 1) * 400 },
            spacing: { after: 60 },
            children: [
              new InternalHyperlink({ anchor: anchorOf(index), children: [new TextRun({ text: block.text, style: 'Hyperlink' })] }),
            ],
          }),
        ]
      : [],
  );
  return [
    new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [new TextRun(heading)] }),
    ...rows,
    new Paragraph({ pageBreakBefore: true }),
  ];
}

/** A bookmark's name is short and has no spaces: the number of the block will do. */
function anchorOf(index: number): string {
  return `avsnitt_${index}`;
}

function blockOf(block: DocumentBlock, index: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: LEVELS[block.level],
          pageBreakBefore: block.onNewPage,
          children: [new Bookmark({ id: anchorOf(index), children: [new TextRun(block.text)] })],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: [new TextRun(block.text)] })];
    case 'note':
      return [new Paragraph({ style: 'Note', children: [new TextRun(block.text)] })];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: DASHES, level: 0 }, spacing: { after: 60 }, children: [new TextRun(item)] }),
      );
    case 'facts':
      return block.facts.flatMap(factOf);
    case 'table':
      return [tableOf(block), new Paragraph({ spacing: { after: 120 } })];
  }
}

function tableOf({ columns, widths, rows }: Extract<DocumentBlock, { kind: 'table' }>): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((LINE * width) / all));
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 70, right: 70 },
            children: [new Paragraph({ style: 'Cell', children: [new TextRun({ text, bold: head })] })],
          }),
      ),
    });
  return new Table({
    columnWidths,
    width: { size: LINE, type: WidthType.DXA },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}
