import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Item } from './pdf-fragments.ts';

const SOFT_HYPHEN = '\u00ad';
const BOLD = /bold|black|heavy|semibold|demi/i;

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

/** The pieces of text on a page in the order of the file. `showText`: the number of the operation that draws letters. */
export async function itemsOfPage(page: Page, showText: number): Promise<Item[]> {
  const { items } = await page.getTextContent();
  const { fnArray, argsArray } = await page.getOperatorList();
  const shown = fnArray.map((operation, index) => (operation === showText ? lettersOf(argsArray[index]) : '')).join('');
  const found = items.flatMap((item) => ('str' in item ? itemOf(item, isBold(page, item.fontName)) : []));
  return withHyphens(found, shown);
}

function isBold(page: Page, font: string): boolean {
  const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined;
  return typeof known === 'object' && known !== null && 'name' in known && typeof known.name === 'string' && BOLD.test(known.name);
}

function itemOf({ str, transform, width }: { str: string; transform: readonly unknown[]; width: number }, bold: boolean): Item[] {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform.map(Number);
  const size = Math.hypot(c, d) || 10;
  // What the database cannot hold, and no one can see. A hyphen that is drawn is a hyphen, whichever the font says that it is.
  const seen = str
    .replaceAll(/[^\P{Cc}\t]/gu, '')
    .replaceAll(SOFT_HYPHEN, '-')
    .toWellFormed();
  return seen === '' ? [] : [{ str: seen, x, y, width, size: Math.round(size * 10) / 10, bold }];
}

/** The letters that an operation draws; between them are numbers that move the pen. */
function lettersOf(args: unknown): string {
  const glyphs: unknown = Array.isArray(args) ? args[0] : undefined;
  if (!Array.isArray(glyphs)) return '';
  return glyphs
    .map((glyph: unknown) => (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode) : ''))
    .join('');
}

/** A hyphen is about so wide, in sizes of its letters. */
const HYPHEN = 0.33;

/**
 * The reader leaves out the hyphens that a typesetter has set, as if nobody saw them, and a space stands in their place within a line. They are taken
 * from what was drawn. Items as they were when the two do not agree.
 */
export function withHyphens(items: readonly Item[], drawn: string): Item[] {
  if (!drawn.includes(SOFT_HYPHEN)) return [...items];
  const signs = drawn.normalize('NFKC').replaceAll(/[^\P{Cc}\s]/gu, '');
  const found: Item[] = [];
  let at = 0;
  const skip = () => {
    while (/\s/.test(signs[at] ?? '')) at += 1;
  };
  for (const item of items) {
    let str = '';
    let isTight = false;
    for (const sign of item.str) {
      if (/\s/.test(sign)) {
        if (!isTight) str += sign;
        continue;
      }
      skip();
      if (signs[at] !== (sign === '-' && signs[at] === SOFT_HYPHEN ? SOFT_HYPHEN : sign)) return [...items];
      at += 1;
      str += sign;
      isTight = false;
      while (signs[at] === SOFT_HYPHEN) {
        at += 1;
        str += '-';
        isTight = /\S/.test(signs[at] ?? ' ');
      }
    }
    const width = item.width + (str.endsWith('-') && !item.str.endsWith('-') ? item.size * HYPHEN : 0);
    found.push({ ...item, str, width });
  }
  return found;
}
