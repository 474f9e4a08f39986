import type { Section } from '../counties/agreement-file.ts';
import { type PlacedSentence, sentencesIn } from './sections.ts';

/**
 * A row of a table as it is written: `| Insats | Regionen | Kommunen |`. Rows that follow each other are one table, and the first of them is its heading. Each row
 * is a sentence, so that it is cited, compared and commented on as others are. A bar inside a cell is written `\|`, and a backslash `\\`.
 */
export type TableRow = readonly string[];

/** A cell, and where in the sentence it begins; undefined for one that is not written as it reads, since a bar in it is written with a sign more. */
export type PlacedCell = { readonly cell: string; readonly from: number | undefined };

/** The cells of a sentence that is a row of a table, in order, the empty ones too, each with its place; none when it is no row. */
export function cellPlaces(text: string): PlacedCell[] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (text[start] !== '|') return [];
  const cells: PlacedCell[] = [];
  let begins = start + 1;
  for (let at = begins; at < end; at++) {
    const isEscaped = text[at] === '\\' && /[\\|]/.test(text[at + 1] ?? '') && at + 1 < end;
    if (isEscaped) at++;
    else if (text[at] === '|') {
      cells.push(placed(text.slice(begins, at), begins));
      begins = at + 1;
    }
  }
  // What is not ended by a bar is ordinary text.
  return begins === end ? cells : [];
}

function placed(written: string, begins: number): PlacedCell {
  const plain = written.trim();
  const cell = oneSpaced(plain.replace(/\\([\\|])/g, '$1'));
  return { cell, from: cell === plain ? begins + written.length - written.trimStart().length : undefined };
}

/** The cells of a sentence that is a row of a table; undefined when it is none. */
export function cellsOf(text: string): TableRow | undefined {
  const cells = cellPlaces(text).map(({ cell }) => cell);
  return cells.length === 0 ? undefined : cells;
}

/** The cells as a row is written: what `cellsOf` reads back, cell for cell. A row has at least one cell. */
export function rowText(cells: TableRow): string {
  const written = cells.map((cell) => oneSpaced(cell).replace(/[\\|]/g, '\\$&'));
  return `| ${written.join(' | ')} |`.replace(/ {2,}/g, ' ');
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The same rows, each with as many cells as the widest: the short ones get empty cells last. */
export function evenRows(rows: readonly TableRow[]): string[][] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** A row of a table with its place. */
export type PlacedRow = { readonly sentence: PlacedSentence; readonly cells: TableRow };

/** What follows each other in a section and is of one kind. */
export type TextBlock =
  | { readonly kind: 'sentences'; readonly sentences: readonly PlacedSentence[] }
  | { readonly kind: 'items'; readonly sentences: readonly PlacedSentence[] }
  | { readonly kind: 'table'; readonly rows: readonly PlacedRow[] };

/** The text of a section, not of its children, as running sentences, lists and tables, in order. */
export function blocksIn(section: Section): TextBlock[] {
  const blocks: { kind: TextBlock['kind']; sentences: PlacedSentence[] }[] = [];
  for (const sentence of sentencesIn(section)) {
    const kind = sentence.item ? 'items' : cellsOf(sentence.text) ? 'table' : 'sentences';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.sentences.push(sentence);
    else blocks.push({ kind, sentences: [sentence] });
  }
  return blocks.map(({ kind, sentences }): TextBlock => {
    if (kind !== 'table') return { kind, sentences };
    const cells = evenRows(sentences.map(({ text }) => cellsOf(text) ?? []));
    return { kind, rows: sentences.map((sentence, index) => ({ sentence, cells: cells[index] ?? [] })) };
  });
}

/** The rows of the tables of a section by how they are cited, each with its cells. */
export function rowsIn(section: Section): Map<string, TableRow> {
  const rows = blocksIn(section).flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return new Map(rows.map(({ sentence, cells }) => [sentence.cite, cells]));
}
