import type { Child } from 'hono/jsx';

export type TableColumn = { readonly label: string; readonly numeric?: boolean };
export type TableProps = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  /** One cell per column; the first is the row's heading. */
  rows: readonly (readonly Child[])[];
};

/** A table of facts. On a phone each row of three cells or more is a card, whose cells say their column; other wide ones scroll inside their own frame. */
export function Table({ caption, captionHidden = false, columns, rows }: TableProps) {
  return (
    <section class="ov-scroll" aria-label={caption} tabindex={0}>
      <table class={columns.length > 2 ? 'govuk-table ov-row-cards' : 'govuk-table'}>
        <caption class={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>{caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map((column) => (
              <th scope="col" class={column.numeric ? 'govuk-table__header govuk-table__header--numeric' : 'govuk-table__header'}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr class="govuk-table__row">
              {row.map((cell, index) =>
                index === 0 ? (
                  <th scope="row" class="govuk-table__header">
                    {cell}
                  </th>
                ) : (
                  <td
                    class={columns[index]?.numeric ? 'govuk-table__cell govuk-table__cell--numeric' : 'govuk-table__cell'}
                    data-label={columns[index]?.label || undefined}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
