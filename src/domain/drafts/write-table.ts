import { blocksIn, cellsOf, evenRows, rowText, type TableRow } from '../agreements/table-text.ts';
import type { Section } from '../counties/agreement-file.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { MOST_COLUMNS } from './live-form.ts';
import { linesOf } from './write-section.ts';

/** A table of a section: the ids of its rows, and their cells, as many in each. The first row is the heading. */
export type Table = { readonly ids: readonly string[]; readonly rows: readonly TableRow[] };

/** The tables of a section, in order. */
export function tablesIn(section: Section): Table[] {
  return blocksIn(section).flatMap((block) =>
    block.kind === 'table'
      ? [{ ids: block.rows.map(({ sentence }) => sentence.sentenceId), rows: block.rows.map(({ cells }) => cells) }]
      : [],
  );
}

/** The table that a row, known by its sentence, stands in, and which of its rows that is. */
export function findTable(section: Section, row: string): { readonly table: Table; readonly at: number } | undefined {
  const table = tablesIn(section).find(({ ids }) => ids.includes(row));
  return table && { table, at: table.ids.indexOf(row) };
}

/** What is done to the table of a row. Places of columns and rows are from 0; `after` -1 is first. */
export type TableChange =
  | { readonly kind: 'write-row'; readonly cells: TableRow }
  | { readonly kind: 'add-row'; readonly cells: TableRow }
  | { readonly kind: 'remove-row' }
  | { readonly kind: 'add-column'; readonly heading: string; readonly after: number }
  | { readonly kind: 'remove-column'; readonly column: number };

type Faults = Refusal<'table-row-not-found' | 'table-too-wide' | 'table-column-not-found' | 'only-table-column'>;

/**
 * The lines of a section, as its form has them, with one of its tables changed where `row` stands: its cells written, a row put after it, the row taken away, a column put in
 * or taken out of all rows. What stands beside the table is not touched. Refuses `table-row-not-found`, `table-column-not-found`, `table-too-wide` and
 * `only-table-column`.
 */
export function withTable(section: Section, row: string, change: TableChange): string | Faults {
  const found = findTable(section, row);
  if (!found) return refuse('table-row-not-found', {});
  const rows = changed(found.table.rows, found.at, change);
  if (isRefusal(rows)) return rows;
  if (rows.some((cells) => cells.length > MOST_COLUMNS)) return refuse('table-too-wide', { most: MOST_COLUMNS });
  const own = new Set(found.table.ids);
  const lines = Object.keys(section.sentences).flatMap((id) => {
    if (!own.has(id)) return linesOf(section, [id]);
    return id === found.table.ids[0] ? evenRows(rows).map(rowText) : [];
  });
  return lines.join('\n');
}

/**
 * The lines of a section with a new table last: its headings, and a row to fill in. Refuses `table-too-wide`, and `table-after-table` when a table stands last already: two that
 * follow each other would be one.
 */
export function withNewTable(section: Section, headings: readonly string[]): string | Refusal<'table-too-wide' | 'table-after-table'> {
  if (headings.length > MOST_COLUMNS) return refuse('table-too-wide', { most: MOST_COLUMNS });
  const last = Object.values(section.sentences).at(-1);
  if (typeof last === 'string' && cellsOf(last)) return refuse('table-after-table', {});
  const rows = [headings, headings.map(() => '')].map(rowText);
  return [linesOf(section), ...rows].filter(Boolean).join('\n');
}

function changed(rows: readonly TableRow[], at: number, change: TableChange): TableRow[] | Faults {
  if (change.kind === 'write-row') return rows.with(at, change.cells);
  if (change.kind === 'add-row') return rows.toSpliced(at + 1, 0, change.cells);
  if (change.kind === 'remove-row') return rows.toSpliced(at, 1);
  const width = rows[0]?.length ?? 0;
  if (change.kind === 'add-column') {
    const place = Math.min(change.after, width - 1) + 1;
    return rows.map((row, nth) => row.toSpliced(place, 0, nth === 0 ? change.heading : ''));
  }
  if (change.column < 0 || change.column >= width) return refuse('table-column-not-found', {});
  return width === 1 ? refuse('only-table-column', {}) : rows.map((row) => row.toSpliced(change.column, 1));
}
