import { parse } from 'csv-parse/sync';
import { type ImportFault, type ImportRow, importColumns } from '../domain/organisations/import-row.ts';
import type { Unit, UnitVersion } from '../domain/organisations/unit.ts';
import { beginsLikeFormula, csvOf } from './csv.ts';

/** So many rows are read from one file. */
export const MOST_ROWS = 2_000;
/** A file may have empty lines and cells of several lines, but not endlessly. */
const MOST_LINES = 10 * MOST_ROWS;
/** The longest row that may be right has about four thousand characters. */
const LONGEST_ROW = 8_000;
/** A file has the columns that there are; some of a spreadsheet's own are told of by name. */
const MOST_COLUMNS = 50;

type Read = { readonly lines: readonly string[][] } | { readonly fault: ImportFault };

/**
 * The rows of a file of units: semicolons, commas or tabs between columns, a first line that names them in any order. What is wrong with the file itself is told by row
 * and column; the rows are then not worth reading. However the file is made, no more than `MOST_ROWS` rows of it are read, and its first line before the rest.
 */
export function parseUnitsCsv(text: string): { rows: ImportRow[]; faults: ImportFault[] } {
  const none = (...faults: ImportFault[]) => ({ rows: [], faults });
  const size = sizeFault(text);
  if (size) return none(size);
  const first = read(text, 1);
  if ('fault' in first) return none(first.fault);
  const names = (first.lines[0] ?? []).map((name) => name.toLowerCase());
  if (names.length > MOST_COLUMNS) return none({ row: 1, column: '', code: 'too-many-columns' });
  const faults = headFaults(names);
  const all = read(text, MOST_ROWS + 2);
  if ('fault' in all) return none(...faults, all.fault);
  const body = all.lines.slice(1);
  if (body.length === 0) faults.push({ row: 1, column: '', code: 'no-rows' });
  if (body.length > MOST_ROWS) faults.push({ row: MOST_ROWS + 2, column: '', code: 'too-many-rows' });
  if (faults.length > 0) return none(...faults);
  const rows = body.map((cells, index) => ({ row: index + 2, cells: cellsOf(names, cells) }));
  const long = body.flatMap((cells, index) =>
    cells.length === names.length ? [] : [{ row: index + 2, column: '', code: 'wrong-number-of-columns' as const }],
  );
  return { rows, faults: long };
}

/** What is too long or too much, seen before anything is made of it. */
function sizeFault(text: string): ImportFault | undefined {
  let row = 1;
  let begins = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charCodeAt(at);
    if (at < text.length && sign !== 0x0a && sign !== 0x0d) continue;
    if (at - begins > LONGEST_ROW) return { row, column: '', code: 'row-too-long' };
    if (sign === 0x0a || text.charCodeAt(at + 1) !== 0x0a) row += 1;
    if (row > MOST_LINES) return { row, column: '', code: 'too-many-rows' };
    begins = at + 1;
  }
  return undefined;
}

/** The first lines of the file as cells. */
function read(text: string, most: number): Read {
  try {
    const lines: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: most,
      max_record_size: LONGEST_ROW,
    });
    return { lines };
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const code = error instanceof Error && 'code' in error && error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'csv-broken';
    return { fault: { row: line, column: '', code } };
  }
}

function headFaults(names: readonly string[]): ImportFault[] {
  const known = new Set<string>(importColumns);
  const there = new Set(names);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const at = (column: string, code: ImportFault['code']): ImportFault => ({ row: 1, column, code });
  return [
    ...importColumns.filter((column) => !there.has(column)).map((column) => at(column, 'column-missing')),
    ...names.filter((name) => !known.has(name)).map((column) => at(column, 'column-unknown')),
    ...twice.map((column) => at(column, 'column-twice')),
  ];
}

function cellsOf(names: readonly string[], cells: readonly string[]): ImportRow['cells'] {
  return Object.fromEntries(importColumns.map((column) => [column, plain(cells[names.indexOf(column)] ?? '')])) as ImportRow['cells'];
}

/** Without the sign that keeps a cell from being read as a formula (`csvOf`). */
function plain(cell: string): string {
  return cell.startsWith("'") && beginsLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
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
