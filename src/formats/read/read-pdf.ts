import type { LineHint, SourceText } from '../../domain/imports/source-text.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { MOST_PAGES } from './limits.ts';
import { fragmentsOf, type Item, linesOfPage, type PageLine } from './pdf-fragments.ts';
import { headingLooks, lookOf } from './pdf-headings.ts';
import { itemsOfPage } from './pdf-items.ts';
import { blocksOfPage } from './pdf-tables.ts';
import { sourceWriter } from './source-writer.ts';

export type PdfRefusal = Refusal<'file-broken' | 'file-encrypted' | 'file-too-many-pages' | 'file-without-text'>;

/** So few signs on a page in the middle is no text: the pages are pictures. */
const FEWEST_SIGNS = 8;

/**
 * A PDF as a source: lines by their places, headings by the size of their letters, tables by where their cells begin. Refuses `file-broken`,
 * `file-encrypted`, `file-too-many-pages` and `file-without-text` (scanned).
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceText | PdfRefusal> {
  const pages = await itemsOf(bytes);
  if ('refused' in pages) return pages;
  const signs = pages.flat().reduce((sum, { str }) => sum + str.trim().length, 0);
  if (signs < FEWEST_SIGNS * pages.length) return refuse('file-without-text');
  return written(pages.map((items) => linesOfPage(fragmentsOf(items))));
}

async function itemsOf(bytes: Uint8Array): Promise<Item[][] | PdfRefusal> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  try {
    const { OPS } = await getResolvedPDFJS();
    // The reader takes over the bytes it is given.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    try {
      if (document.numPages > MOST_PAGES) return refuse('file-too-many-pages', { most: MOST_PAGES, pages: document.numPages });
      const pages: Item[][] = [];
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        pages.push(await itemsOfPage(page, OPS.showText));
        page.cleanup();
      }
      return pages;
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    return refuse(error instanceof Error && error.name === 'PasswordException' ? 'file-encrypted' : 'file-broken');
  }
}

function written(pages: readonly (readonly PageLine[])[]): SourceText {
  const to = sourceWriter();
  const lines = pages.flat();
  const levels = headingLooks(pages);
  const left = Math.min(...lines.map(({ x }) => x));
  const leading = usualLeading(pages);
  let table = 0;
  for (const [number, page] of pages.entries()) {
    if (number > 0) to.page();
    let before: PageLine | undefined;
    for (const block of blocksOfPage(page)) {
      if (block.kind === 'table') {
        for (const [index, cells] of block.rows.entries()) to.row(cells, { table, head: false, close: index > 0 });
        table += 1;
        before = block.end;
        continue;
      }
      const { line } = block;
      const gap = before ? before.y - line.y : Number.POSITIVE_INFINITY;
      const close = gap >= 0 && gap < leading * line.size * 1.22 && before !== undefined && lookOf(before) === lookOf(line);
      const level = levels.get(lookOf(line));
      const hint: LineHint | undefined = level === undefined ? undefined : { kind: 'heading', level };
      const indent = Math.min(40, Math.round((line.x - left) / (line.size * 0.5)));
      to.line(line.fragments.map(({ text }) => text).join('  '), { hint, close, indent });
      before = line;
    }
  }
  return to.source(levels.size > 0 ? 'styled' : 'plain');
}

/** How far apart the lines of a paragraph are, in sizes of their letters: the least distance that is common. */
function usualLeading(pages: readonly (readonly PageLine[])[]): number {
  const counts = new Map<number, number>();
  for (const page of pages) {
    for (const [index, line] of page.entries()) {
      const gap = index > 0 ? Math.round((((page[index - 1]?.y ?? 0) - line.y) / line.size) * 20) / 20 : 0;
      if (gap > 0.8 && gap < 2.2) counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
  }
  const smallest = [...counts].sort((a, b) => a[0] - b[0]);
  const enough = Math.max(...counts.values(), 0) / 4;
  return smallest.find(([, count]) => count >= enough)?.[0] ?? 1.3;
}
