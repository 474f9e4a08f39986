import type { Place } from './imported-text.ts';
import type { Line } from './lines.ts';

/** The cells of a row, and what stands between them when it is more than white space. */
export type Row = { readonly cells: Place[]; readonly marks: Place[] };

/** A line as a row of a table: its hint, cells between tabs, or cells between upright lines. Undefined when it is none. */
export function rowOf(line: Line, raw: string): Row | undefined {
  if (line.hint?.kind === 'row') return { cells: [...line.hint.cells], marks: [] };
  if (/^\|.*\|$/.test(line.text)) return pipedRow(line, raw);
  const text = raw.slice(line.whole.from, line.whole.to);
  if (!/\S *\t/.test(text) && !/^\t\S/.test(text)) return undefined;
  return { cells: cellsBetween(raw, line.whole, '\t').map((cell) => trimmed(raw, cell)), marks: [] };
}

/** Is a tab all that makes it a row: words moved in by one, and no second cell? */
export function isIndented(line: Line, raw: string): boolean {
  return line.hint === undefined && /^\s*\t\s*[^\t]*$/.test(raw.slice(line.whole.from, line.whole.to).trimEnd());
}

function pipedRow(line: Line, raw: string): Row {
  const inner = { from: line.from + 1, to: line.to - 1 };
  const cells = cellsBetween(raw, inner, '|');
  const marks = [line.from, ...cells.map(({ to }) => to)].map((from) => ({ from, to: from + 1 }));
  return { cells: cells.map((cell) => trimmed(raw, cell)), marks };
}

function cellsBetween(raw: string, { from, to }: Place, sign: string): Place[] {
  const cells: Place[] = [];
  let start = from;
  for (let index = from; index <= to; index++) {
    if (index < to && (raw[index] !== sign || (sign === '|' && raw[index - 1] === '\\'))) continue;
    cells.push({ from: start, to: index });
    start = index + 1;
  }
  return cells;
}

/** A place without the white space around its words; empty at its beginning when there are none. */
export function trimmed(raw: string, { from, to }: Place): Place {
  const text = raw.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  return text.trim() === '' ? { from, to: from } : { from: start, to: start + text.trim().length };
}
