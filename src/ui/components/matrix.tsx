import { html } from 'hono/html';
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

type Html = ReturnType<typeof html>;

/**
 * Who does what, activity by activity. The head and the first column stay in sight; on a narrow screen each row becomes a card.
 * A mark is a sign for the eye and a word for the ear; an empty cell says only that the source has no mark there.
 * It has thousands of elements, so it is put together as strings, in which everything that is put in is escaped.
 */
export function Matrix({ caption, corner, columns, groups }: MatrixProps) {
  const many = columns.length > FITTING;
  const wide = many
    ? html`class="ov-matrix ov-matrix--many" aria-label="${caption}" tabindex="0"`
    : html`class="ov-matrix" aria-label="${caption}"`;
  const head = html`<thead><tr><th scope="col">${corner}</th>${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>`;
  const title = html`<caption class="govuk-visually-hidden">${caption}</caption>`;
  const body = groups.map((group) => groupHtml(group, columns));
  return html`<section ${wide}><table class="ov-matrix__table">${title}${head}${body}</table></section>`;
}

function groupHtml({ id, heading, rows }: MatrixGroupRows, columns: readonly MatrixColumn[]): Html {
  const title = heading && html`<tr class="ov-matrix__group"><th scope="rowgroup" colspan="${columns.length + 1}">${heading}</th></tr>`;
  return html`<tbody id="${id}">${title}${rows.map((row) => rowHtml(row, columns))}</tbody>`;
}

function rowHtml({ id, label, href, note, cells }: MatrixRow, columns: readonly MatrixColumn[]): Html {
  const name = href ? html`<a class="govuk-link" href="${href}">${label}</a>` : label;
  const shown = columns.map((column, index) => cellHtml(cells[index] ?? null, column.short ?? column.label));
  return html`<tr id="${id}"><th scope="row">${name}${noteHtml(note)}</th>${shown}</tr>`;
}

function noteHtml(note: Child): Child {
  return note && html`<div class="ov-matrix__note">${note}</div>`;
}

function cellHtml(cell: MatrixCell, label: string): Html {
  if (!cell) {
    const none = html`<span class="govuk-visually-hidden">${texts.matrix.empty}</span>`;
    return html`<td class="ov-matrix__none" data-label="${label}">${none}</td>`;
  }
  const mark = html`<span class="ov-mark ov-mark--${cell.role}"></span><span class="ov-mark__word">${roleTexts[cell.role]}</span>`;
  return html`<td data-label="${label}">${mark}${noteHtml(cell.note)}</td>`;
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
