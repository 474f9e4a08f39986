import type { FurnitureKind, Place } from '../../domain/imports/imported-text.ts';
import type { LineHint, SourceText } from '../../domain/imports/source-text.ts';

/** Between the lines of a cell: white space that is no line of its own. */
export const LINE_IN_CELL = '\v';
/** Between the paragraphs of a cell. */
export const PARAGRAPH_IN_CELL = '\u2028';

/** Puts a source together line by line, so that hints and pages stand where their lines do. */
export type SourceWriter = {
  /** A line, after an empty one unless `close`. A hint speaks of the whole line. `indent`: how far it is moved in, in letters. */
  line(text: string, options?: { hint?: LineHint | undefined; close?: boolean; indent?: number }): void;
  /** A row of a table. */
  row(cells: readonly string[], of: { table: number; head: boolean; close?: boolean }): void;
  page(): void;
  source(notation: SourceText['notation']): SourceText;
};

export function sourceWriter(): SourceWriter {
  let raw = '';
  const pages = [0];
  const hints = new Map<number, LineHint>();
  const begin = (close: boolean) => {
    if (raw !== '' && !raw.endsWith('\f')) raw += close ? '\n' : '\n\n';
  };
  return {
    line(text, { hint, close = false, indent = 0 } = {}) {
      const words = text.trim();
      if (words === '') return;
      begin(close);
      raw += ' '.repeat(Math.max(0, indent));
      if (hint) hints.set(raw.length, hint);
      raw += words;
    },
    row(cells, { table, head, close = false }) {
      if (cells.every((cell) => cell.trim() === '')) return;
      begin(close);
      const start = raw.length;
      const places: Place[] = [];
      for (const [index, cell] of cells.entries()) {
        if (index > 0) raw += '\t';
        const words = cell.replaceAll('\t', ' ').trim();
        places.push({ from: raw.length, to: raw.length + words.length });
        raw += words;
      }
      const first = start + (raw.slice(start).length - raw.slice(start).trimStart().length);
      hints.set(first, { kind: 'row', cells: places, table, head });
    },
    page() {
      if (raw === '') return;
      raw += '\n\f';
      pages.push(raw.length);
    },
    source: (notation) => ({ raw, pages: pages.filter((start) => start === 0 || start < raw.length), notation, hints }),
  };
}

/** A line that the file itself says belongs to the page. */
export function furniture(kind: FurnitureKind): LineHint {
  return { kind: 'furniture', furniture: kind };
}
