import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { type MatrixCellOf, type MatrixRowOf, matrixOf } from '../../domain/responsibilities/matrix.ts';
import type { DocumentBlock } from '../../formats/agreement-document.ts';
import { basisTexts, roleTexts } from '../../ui/texts.ts';
import { columnName } from '../responsibilities/index.ts';
import { documentTexts as texts } from './document-texts.ts';

/** Who does what, a table for each heading of the matrix, and the time limits with what each rests on. Nothing where the agreement has no rows. */
export function matrixBlocks(agreement: AgreementFile): DocumentBlock[] {
  const { columns, groups } = matrixOf(agreement);
  if (groups.length === 0) return [];
  const named = agreement.matrix.layout === 'groups';
  const used = columns.map((_, index) => !named || groups.some(({ rows }) => rows.some(({ cells }) => cells[index])));
  const kept = <T>(all: readonly T[]) => all.filter((_, index) => used[index]);
  const heads = [texts.matrix.activity, ...kept(columns).map(({ name, short }) => columnName(short ?? name))];
  return [
    { kind: 'heading', level: 1, text: texts.matrix.heading, onNewPage: true },
    { kind: 'paragraph', text: [texts.matrix.notOnly, agreement.matrix.note].filter(Boolean).join(' ') },
    ...groups.flatMap(({ heading, rows }): DocumentBlock[] => [
      { kind: 'heading', level: 2, text: heading, onNewPage: false },
      {
        kind: 'table',
        columns: heads,
        widths: heads.map((_, index) => (index === 0 ? 2 : 1)),
        rows: rows.map(({ row, cells }) => [activityOf(row), ...kept(cells).map((cell) => cellText(cell, named))]),
      },
    ]),
    ...limitBlocks(agreement),
  ];
}

function activityOf({ id, activity, 'conditions-text': condition }: MatrixRowOf['row']): string {
  return [`${id} ${activity}${/[.!?]$/.test(activity) ? '' : '.'}`, condition && texts.matrix.condition(condition)]
    .filter(Boolean)
    .join(' ');
}

/** A mark as a word; where columns are authorities, with who it is. */
function cellText(cell: MatrixCellOf, named: boolean): string {
  if (!cell) return '';
  if (!named) return roleTexts[cell.role];
  return cell.actors.map(({ name, role }) => `${name}: ${roleTexts[role].toLowerCase()}`).join('; ');
}

function limitBlocks({ responsibilities }: AgreementFile): DocumentBlock[] {
  const rows = responsibilities.flatMap(({ id, activity, deadline }) =>
    deadline ? [[id, activity, deadline.value, basisTexts[deadline.basis]]] : [],
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: texts.limits.heading, onNewPage: false },
    { kind: 'table', columns: texts.limits.columns, widths: [2, 5, 3, 2], rows },
  ];
}
