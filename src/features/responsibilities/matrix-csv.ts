import { csvOf } from '../../formats/csv.ts';
import { roleTexts } from '../../ui/texts.ts';
import type { MatrixReading } from './read-matrix.ts';
import { columnName } from './texts.ts';

/**
 * The matrix as CSV for spreadsheets, one line per row in the order of the source.
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
  return csvOf([head, ...lines]);
}
