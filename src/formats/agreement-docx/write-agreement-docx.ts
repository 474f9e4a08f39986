import type * as Docx from 'docx';
import type { Footer, Paragraph, Table } from 'docx';
import type { AgreementDocument, DocumentBlock, DocumentFact } from '../agreement-document.ts';
import { MUTED, STYLES } from './styles.ts';

/** Word's library. It takes some twenty megabytes of memory, and is loaded when somebody asks for a file. */
type Library = typeof Docx;

const LEVELS = { 1: 'HEADING_1', 2: 'HEADING_2', 3: 'HEADING_3', 4: 'HEADING_4' } as const;
const DASHES = 'streck';
/** How wide the text is, in twentieths of a point: A4 between margins. */
const LINE = 9_070;

/**
 * The agreement as a Word file to work on: headings, lists and tables in Word's own styles, in Swedish, with a list of contents whose rows lead to their
 * headings, table heads that are repeated on every page, and page numbers. Says nothing of who made it.
 */
export async function writeAgreementDocx(said: AgreementDocument): Promise<Uint8Array<ArrayBuffer>> {
  const docx: Library = await import('docx');
  const document = new docx.Document({
    title: said.title,
    description: said.running,
    creator: 'Överens',
    lastModifiedBy: 'Överens',
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: DASHES,
          levels: [{ level: 0, format: docx.LevelFormat.BULLET, text: '–', style: { paragraph: { indent: { left: 400, hanging: 260 } } } }],
        },
      ],
    },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1_418, right: 1_418 } } },
        headers: {
          default: new docx.Header({ children: [new docx.Paragraph({ style: 'Header', children: [new docx.TextRun(said.running)] })] }),
        },
        footers: { default: pageNumbers(docx, said), first: pageNumbers(docx, said) },
        children: [
          ...titlePage(docx, said),
          ...contents(docx, said),
          ...said.blocks.flatMap((block, index) => blockOf(docx, block, index)),
        ],
      },
    ],
  });
  return Uint8Array.from(await docx.Packer.toBuffer(document));
}

function pageNumbers(docx: Library, { page }: AgreementDocument): Footer {
  const children = [
    new docx.TextRun({
      children: [`${page.label} `, docx.PageNumber.CURRENT, ` ${page.of} `, docx.PageNumber.TOTAL_PAGES],
      size: 18,
      color: MUTED,
    }),
  ];
  return new docx.Footer({ children: [new docx.Paragraph({ alignment: docx.AlignmentType.RIGHT, children })] });
}

function titlePage(docx: Library, { title, kind, notice, facts }: AgreementDocument): Paragraph[] {
  return [
    new docx.Paragraph({ style: 'Note', spacing: { before: 1_200 }, children: [new docx.TextRun(kind)] }),
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: [new docx.TextRun(title)] }),
    ...(notice
      ? [
          new docx.Paragraph({ style: 'Notice', keepNext: true, children: [new docx.TextRun({ text: notice.heading, bold: true })] }),
          new docx.Paragraph({ style: 'Notice', children: [new docx.TextRun(notice.text)] }),
        ]
      : []),
    ...facts.flatMap((fact) => factOf(docx, fact)),
  ];
}

function factOf(docx: Library, { label, values }: DocumentFact): Paragraph[] {
  return [
    new docx.Paragraph({ style: 'Note', keepNext: true, spacing: { before: 200, after: 0 }, children: [new docx.TextRun(label)] }),
    ...values.map((value) => new docx.Paragraph({ spacing: { after: 40 }, children: [new docx.TextRun(value)] })),
  ];
}

/** Chapters and their sections, each a link. Without page numbers, which only Word itself can count. */
function contents(docx: Library, { contents: heading, blocks }: AgreementDocument): Paragraph[] {
  const rows = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level <= 2
      ? [
          new docx.Paragraph({
            indent: { left: (block.level - 1) * 400 },
            spacing: { after: 60 },
            children: [
              new docx.InternalHyperlink({
                anchor: anchorOf(index),
                children: [new docx.TextRun({ text: block.text, style: 'Hyperlink' })],
              }),
            ],
          }),
        ]
      : [],
  );
  return [
    new docx.Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [new docx.TextRun(heading)] }),
    ...rows,
    new docx.Paragraph({ pageBreakBefore: true }),
  ];
}

/** A bookmark's name is short and has no spaces: the number of the block will do. */
function anchorOf(index: number): string {
  return `avsnitt_${index}`;
}

function blockOf(docx: Library, block: DocumentBlock, index: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new docx.Paragraph({
          heading: docx.HeadingLevel[LEVELS[block.level]],
          pageBreakBefore: block.onNewPage,
          children: [new docx.Bookmark({ id: anchorOf(index), children: [new docx.TextRun(block.text)] })],
        }),
      ];
    case 'paragraph':
      return [new docx.Paragraph({ children: [new docx.TextRun(block.text)] })];
    case 'note':
      return [new docx.Paragraph({ style: 'Note', children: [new docx.TextRun(block.text)] })];
    case 'list':
      return block.items.map(
        (item) =>
          new docx.Paragraph({ numbering: { reference: DASHES, level: 0 }, spacing: { after: 60 }, children: [new docx.TextRun(item)] }),
      );
    case 'facts':
      return block.facts.flatMap((fact) => factOf(docx, fact));
    case 'table':
      return [tableOf(docx, block), new docx.Paragraph({ spacing: { after: 120 } })];
  }
}

function tableOf(docx: Library, { columns, widths, rows }: Extract<DocumentBlock, { kind: 'table' }>): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((LINE * width) / all));
  const row = (cells: readonly string[], head: boolean) =>
    new docx.TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new docx.TableCell({
            width: { size: columnWidths[index] ?? 0, type: docx.WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 70, right: 70 },
            children: [new docx.Paragraph({ style: 'Cell', children: [new docx.TextRun({ text, bold: head })] })],
          }),
      ),
    });
  return new docx.Table({
    columnWidths,
    width: { size: LINE, type: docx.WidthType.DXA },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}
