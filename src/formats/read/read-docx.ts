import { looksLikeHeading } from '../../domain/imports/heading-shape.ts';
import type { LineHint, SourceText } from '../../domain/imports/source-text.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { furniture, PARAGRAPH_IN_CELL, type SourceWriter, sourceWriter } from './source-writer.ts';
import { isBold, type WordBlock, WordDocument, type WordParagraph, type WordTable, wordsOf } from './word-tree.ts';
import { unpackGuarded, type ZipRefusal } from './zip-guard.ts';

export type DocxRefusal = ZipRefusal | Refusal<'file-not-what-it-says' | 'file-without-text'>;

const MAIN = 'word/document.xml';

/**
 * A Word file as a source: headings, lists and tables by their styles. Refuses `file-broken`, `file-encrypted`, `file-unpacks-too-large`,
 * `file-not-what-it-says` (another file in the same wrapping) and `file-without-text`.
 */
export async function readDocx(bytes: Uint8Array): Promise<SourceText | DocxRefusal> {
  const parts = unpackGuarded(bytes, [MAIN]);
  if ('refused' in parts) return parts;
  const main = parts.get(MAIN);
  if (!main) return refuse('file-not-what-it-says', { kind: 'docx' });
  // Word writes no document type; one that is there is there to do harm.
  if (main.includes('<!DOCTYPE')) return refuse('file-broken');
  const blocks = await blocksOf(bytes);
  if (!blocks) return refuse('file-broken');
  const source = written(blocks);
  return source.raw.trim() === '' ? refuse('file-without-text') : source;
}

async function blocksOf(bytes: Uint8Array): Promise<readonly WordBlock[] | undefined> {
  const { default: mammoth } = await import('mammoth');
  let found: readonly WordBlock[] | undefined;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        transformDocument: (document: unknown) => {
          const { children, notes } = WordDocument.parse(document);
          // Notes stand where the reader of a book finds them: after the text.
          found = [...children, ...notes];
          return document;
        },
      },
    );
  } catch {
    return undefined;
  }
  return found;
}

function written(blocks: readonly WordBlock[]): SourceText {
  const to = sourceWriter();
  const styled = blocks.some((block) => block.type === 'paragraph' && (levelOf(block) ?? 0) > 0);
  let list = 0;
  let table = 0;
  let wasItem = false;
  for (const block of blocks) {
    const isItem = block.type === 'paragraph' && Boolean(block.numbering) && levelOf(block) === undefined;
    if (isItem && !wasItem) list += 1;
    if (block.type === 'table') writeTable(to, block, table++);
    if (block.type === 'paragraph') writeParagraph(to, block, { list, styled });
    wasItem = isItem;
  }
  return to.source('styled');
}

function writeParagraph(to: SourceWriter, block: WordParagraph, { list, styled }: { list: number; styled: boolean }): void {
  const [first = '', ...rest] = wordsOf(block.children)
    .split('\n')
    .filter((line) => line.trim() !== '');
  to.line(first, { hint: hintOf(block, first, list, styled) });
  for (const line of rest) to.line(line, { close: true });
}

function hintOf(block: WordParagraph, text: string, list: number, styled: boolean): LineHint {
  const level = levelOf(block);
  if (level !== undefined) return { kind: 'heading', level };
  if (/^(toc|innehåll) ?\d/i.test(block.styleName ?? '')) return furniture('contents');
  if (block.numbering) return { kind: 'item', ordered: block.numbering.isOrdered, depth: block.numbering.level, list };
  return !styled && isBold(block.children) && looksLikeHeading(text.trim()) ? { kind: 'heading', level: null } : { kind: 'paragraph' };
}

/** The level of a heading by its style; 0 is the title. */
function levelOf({ styleName, styleId }: WordParagraph): number | undefined {
  const style = `${styleName ?? ''} ${styleId ?? ''}`.toLowerCase();
  if (/^(title|titel|rubrik)( title| titel| rubrik|$)/.test(style.trim())) return 0;
  const level = /\b(?:heading|rubrik) ?([1-6])\b/.exec(style)?.[1];
  return level === undefined ? undefined : Number(level);
}

function writeTable(to: SourceWriter, { children }: WordTable, table: number): void {
  const held = new Map<number, number>();
  const rows = children.flatMap((row) => {
    if (row.type !== 'tableRow') return [];
    const cells: string[] = [];
    const fill = () => {
      for (let left = held.get(cells.length) ?? 0; left > 0; left = held.get(cells.length) ?? 0) {
        held.set(cells.length, left - 1);
        cells.push('');
      }
    };
    for (const cell of row.children) {
      if (cell.type !== 'tableCell') continue;
      fill();
      if (cell.rowSpan > 1) held.set(cells.length, cell.rowSpan - 1);
      cells.push(textOf(cell.children), ...Array.from({ length: cell.colSpan - 1 }, () => ''));
    }
    fill();
    return [{ cells, head: row.isHeader }];
  });
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (const [index, { cells, head }] of rows.entries())
    to.row([...cells, ...Array.from({ length: width - cells.length }, () => '')], { table, head, close: index > 0 });
}

/** The paragraphs of a cell, and those of a table within it, in order. */
function textOf(blocks: readonly WordBlock[]): string {
  return blocks
    .flatMap((block) => {
      if (block.type === 'paragraph')
        return [
          wordsOf(block.children)
            .replaceAll(/[\n\t]/g, ' ')
            .trim(),
        ];
      if (block.type !== 'table') return [];
      return block.children.flatMap((row) =>
        row.type === 'tableRow' ? row.children.map((cell) => (cell.type === 'tableCell' ? textOf(cell.children) : '')) : [],
      );
    })
    .filter(Boolean)
    .join(PARAGRAPH_IN_CELL);
}
