import { roleTexts } from '../../ui/texts.ts';
import type { MatrixReading } from './read-matrix.ts';
import { columnName } from './texts.ts';

/**
 * The matrix as CSV for spreadsheets: semicolons and a byte order mark, as Swedish Excel expects. One line per row. A cell that
 * begins like a formula is kept as text.
 */
export function matrixCsv({ agreement, matrix }: MatrixReading): string {
  const head = ['Rad', 'Rubrik', 'Aktivitet', ...matrix.columns.map(({ name }) => columnName(name)), 'Villkor', 'Lagrum', 'Källa'];
  const lines = matrix.groups.flatMap(({ heading, rows }) =>
    rows.map(({ row, cells }) => [
      row.id,
      heading,
      row.activity,
      ...cells.map((cell) => (cell ? cell.actors.map(({ name, role }) => `${name}: ${roleTexts[role].toLowerCase()}`).join(', ') : '')),
      row['conditions-text'] ?? '',
      row.law.join(', '),
      `${agreement.short}, version ${agreement.version.label}, ${row.cites.join(', ')}`,
    ]),
  );
  return `\uFEFF${[head, ...lines].map((line) => line.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
