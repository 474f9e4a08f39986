import type { Fragment, PageLine } from './pdf-fragments.ts';
import { LINE_IN_CELL } from './source-writer.ts';

/** What stands on a page in order: lines of text, and tables with their rows. */
export type PageBlock =
  | { readonly kind: 'line'; readonly line: PageLine }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly end: PageLine };

/** Starts of fragments so near each other, in letters, are of one column. */
const NEAR = 0.8;

/** The name of a group of rows is not longer. */
const LONGEST_GROUP = 60;

/** Finds the tables among the lines of a page: lines whose fragments begin at the same places. */
export function blocksOfPage(lines: readonly PageLine[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  for (let index = 0; index < lines.length; ) {
    const end = endOfTable(lines, index);
    const run = lines.slice(index, end);
    const columns = columnsOf(run);
    const last = run.at(-1);
    if (last && run.filter(({ fragments }) => fragments.length > 1).length >= 2 && columns.length > 1) {
      blocks.push({ kind: 'table', rows: rowsOf(run, columns), end: last });
      index = end;
      continue;
    }
    const line = lines[index];
    if (line) blocks.push({ kind: 'line', line });
    index += 1;
  }
  return blocks;
}

/** Where a table that begins at a line ends: after its last line with several cells, and the lines that only one cell goes on in. */
function endOfTable(lines: readonly PageLine[], start: number): number {
  const first = lines[start];
  if (!first || first.fragments.length < 2) return start;
  let end = start + 1;
  for (let index = end; index < lines.length; index++) {
    const line = lines[index];
    const before = lines[index - 1];
    if (!line || !before || before.y - line.y > line.size * 4 || before.y < line.y) break;
    const columns = columnsOf(lines.slice(start, end));
    const isAligned = line.fragments.every(({ x, size }) => columns.some((column) => Math.abs(column - x) < size * NEAR));
    const goesOn = before.y - line.y < line.size * 1.75 && line.fragments.length === 1 && line.x > (columns[0] ?? 0) + line.size;
    if (!isAligned && line.fragments.length < 2) break;
    if (line.fragments.length === 1 && (line.size !== first.size || runsOn(line, columns))) break;
    if (line.fragments.length > 1 || (goesOn && isAligned)) end = index + 1;
  }
  return end;
}

/** Does a line alone run on past where the second column begins, as running text does and the name of a group does not? */
function runsOn({ fragments: [one] }: PageLine, columns: readonly number[]): boolean {
  if (!one || columnOf(one, columns) > 0) return false;
  return one.x2 > (columns[1] ?? Number.POSITIVE_INFINITY) && (one.text.length > LONGEST_GROUP || /[.:;,]$/.test(one.text));
}

function columnsOf(lines: readonly PageLine[]): number[] {
  const starts = lines
    .flatMap(({ fragments }) => fragments)
    .map(({ x, size }) => ({ x, size }))
    .sort((a, b) => a.x - b.x);
  const columns: number[] = [];
  for (const { x, size } of starts) if (columns.length === 0 || x - (columns.at(-1) ?? 0) > size * NEAR) columns.push(x);
  return columns;
}

/** The rows: a new one where the first cell has words again, or where the lines lie farther apart than within a cell. */
function rowsOf(lines: readonly PageLine[], columns: readonly number[]): string[][] {
  const rows: string[][] = [];
  let before: PageLine | undefined;
  for (const line of lines) {
    const gap = before ? before.y - line.y : Number.POSITIVE_INFINITY;
    const isFirst = line.fragments.some((one) => columnOf(one, columns) === 0);
    const isNew = gap > line.size * 1.75 || (isFirst && line.fragments.length > 1 && gap > line.size * 1.45);
    if (isNew) rows.push(columns.map(() => ''));
    const row = rows.at(-1);
    for (const one of row ? line.fragments : []) {
      const at = columnOf(one, columns);
      if (row) row[at] = row[at] ? `${row[at]}${LINE_IN_CELL}${one.text}` : one.text;
    }
    before = line;
  }
  return rows;
}

function columnOf({ x, size }: Fragment, columns: readonly number[]): number {
  return columns.findLastIndex((column) => x > column - size * NEAR);
}
