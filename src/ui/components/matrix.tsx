import type { Child } from 'hono/jsx';
import type { ActorRole } from '../../domain/counties/responsibility.ts';
import { roleTexts, texts } from '../texts.ts';

/** A cell: what the actor does, or null where the source has no mark. `note` is a condition or a role in words. */
export type MatrixCell = { readonly role: ActorRole; readonly note?: Child } | null;
export type MatrixRow = {
  id: string;
  /** The activity, as in the source's own row heading. */
  label: string;
  href?: string | undefined;
  /** One cell per column, in the order of the columns. */
  cells: readonly MatrixCell[];
  /** Conditions and warnings under the activity. */
  note?: Child;
};
export type MatrixColumn = { readonly id: string; readonly label: string; readonly short?: string | undefined };
export type MatrixGroupRows = { id: string; heading?: string | undefined; rows: readonly MatrixRow[] };
/** So many columns beside the first fit from 960 px without scrolling sideways. */
const FITTING = 4;

export type MatrixProps = { caption: string; corner: string; columns: readonly MatrixColumn[]; groups: readonly MatrixGroupRows[] };

/**
 * Who does what, activity by activity. The head and the first column stay in sight; on a narrow screen each row becomes a card.
 * A mark is a sign for the eye and a word for the ear; an empty cell says only that the source has no mark there.
 */
export function Matrix({ caption, corner, columns, groups }: MatrixProps) {
  const many = columns.length > FITTING;
  return (
    <section class={many ? 'ov-matrix ov-matrix--many' : 'ov-matrix'} aria-label={caption} tabindex={many ? 0 : undefined}>
      <table class="ov-matrix__table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th scope="col">{column.label}</th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody id={group.id}>
            {group.heading && (
              <tr class="ov-matrix__group">
                <th scope="rowgroup" colspan={columns.length + 1}>
                  {group.heading}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row row={row} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({ row, columns }: { row: MatrixRow; columns: readonly MatrixColumn[] }) {
  return (
    <tr id={row.id}>
      <th scope="row">
        {row.href ? (
          <a class="govuk-link" href={row.href}>
            {row.label}
          </a>
        ) : (
          row.label
        )}
        {row.note && <div class="ov-matrix__note">{row.note}</div>}
      </th>
      {columns.map((column, index) => (
        <Cell cell={row.cells[index] ?? null} label={column.short ?? column.label} />
      ))}
    </tr>
  );
}

function Cell({ cell, label }: { cell: MatrixCell; label: string }) {
  if (!cell) {
    return (
      <td class="ov-matrix__none" data-label={label}>
        <span class="govuk-visually-hidden">{texts.matrix.empty}</span>
      </td>
    );
  }
  return (
    <td data-label={label}>
      <span class={`ov-mark ov-mark--${cell.role}`} />
      <span class="ov-mark__word">{roleTexts[cell.role]}</span>
      {cell.note && <div class="ov-matrix__note">{cell.note}</div>}
    </td>
  );
}

/** What the signs of the matrix mean; only those that are used. */
export function MatrixKeys({ roles }: { roles: readonly ActorRole[] }) {
  return (
    <ul class="ov-keys" aria-label={texts.matrix.keys}>
      {roles.map((role) => (
        <li>
          <span class={`ov-mark ov-mark--${role}`} />
          {roleTexts[role]}
        </li>
      ))}
    </ul>
  );
}
