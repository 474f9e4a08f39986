import { parse } from 'csv-parse/sync';
import { type ImportFault, type ImportRow, importColumns } from '../domain/organisations/import-row.ts';
import type { Unit, UnitVersion } from '../domain/organisations/unit.ts';
import { csvOf } from './csv.ts';

/** So many rows are read from one file. */
export const MOST_ROWS = 2_000;

/**
 * The rows of a file of units: semicolons, commas or tabs between columns, a first line that names them in any order. What is wrong with the file itself is told by row
 * and column; the rows are then not worth reading.
 */
export function parseUnitsCsv(text: string): { rows: ImportRow[]; faults: ImportFault[] } {
  const none = (fault: ImportFault) => ({ rows: [], faults: [fault] });
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return none({ row: line, column: '', code: 'csv-broken' });
  }
  const [head = [], ...body] = lines;
  const names = head.map((name) => name.toLowerCase());
  const faults: ImportFault[] = [
    ...importColumns.filter((column) => !names.includes(column)).map((column) => ({ row: 1, column, code: 'column-missing' as const })),
    ...names
      .filter((name) => !(importColumns as readonly string[]).includes(name))
      .map((column) => ({ row: 1, column, code: 'column-unknown' as const })),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((column) => ({ row: 1, column, code: 'column-twice' as const })),
  ];
  if (body.length === 0) faults.push({ row: 1, column: '', code: 'no-rows' });
  if (body.length > MOST_ROWS) faults.push({ row: MOST_ROWS + 2, column: '', code: 'too-many-rows' });
  if (faults.length > 0) return { rows: [], faults };
  const rows = body.map((cells, index) => ({ row: index + 2, cells: cellsOf(names, cells) }));
  const long = body.flatMap((cells, index) =>
    cells.length === names.length ? [] : [{ row: index + 2, column: '', code: 'wrong-number-of-columns' as const }],
  );
  return { rows, faults: long };
}

function cellsOf(names: readonly string[], cells: readonly string[]): ImportRow['cells'] {
  return Object.fromEntries(importColumns.map((column) => [column, plain(cells[names.indexOf(column)] ?? '')])) as ImportRow['cells'];
}

/** Without the sign that keeps a cell from being read as a formula (`csvOf`). */
function plain(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** What stands between the columns of the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  return [';', '\t', ','].find((sign) => first.includes(sign)) ?? ';';
}

/** Units as they were on a day, as a file that can be read again. */
export function unitsCsv(units: readonly { unit: Unit; was: UnitVersion }[]): string {
  return csvOf([importColumns, ...units.map(({ unit, was }) => importColumns.map((column) => cellOf(unit, was, column)))]);
}

function cellOf(unit: Unit, was: UnitVersion, column: (typeof importColumns)[number]): string {
  const way = (kind: string) => was.contacts.find((one) => one.kind === kind)?.value ?? '';
  const cells: Record<(typeof importColumns)[number], string> = {
    enhet: unit.id,
    'hsa-id': unit.hsaId ?? '',
    namn: was.name,
    sort: was.kind,
    kommuner: was.serves.join(' '),
    'från ålder': String(was.ages.from),
    'till ålder': was.ages.to === undefined ? '' : String(was.ages.to),
    telefon: way('phone'),
    'e-post': way('email'),
    webb: way('web'),
    adress: way('address'),
    öppet: was.opening,
    'gäller från': was.from.toString(),
    'sista dag': was.to?.toString() ?? '',
  };
  return cells[column];
}
