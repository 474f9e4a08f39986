import type { Child } from 'hono/jsx';
import { texts } from '../texts.ts';

export type CompareSide = { readonly title: string; readonly href?: string | undefined };
export type CompareRow = {
  id: string;
  label: string;
  /** null: that side does not mention it. */
  left: Child | null;
  right: Child | null;
  different: boolean;
  /** What differs, in words: a last column when any row has it. */
  difference?: Child;
};
export type CompareProps = { caption: string; corner: string; left: CompareSide; right: CompareSide; rows: readonly CompareRow[] };

/** The same thing under two agreements, side by side; stacked on a narrow screen. A difference has a word, not only a colour. */
export function Compare({ caption, corner, left, right, rows }: CompareProps) {
  const explained = rows.some(({ difference }) => difference !== undefined);
  return (
    <table class={explained ? 'ov-compare ov-compare--explained' : 'ov-compare'}>
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {[left, right].map((side) => (
            <th scope="col">
              {side.href ? (
                <a class="govuk-link" href={side.href}>
                  {side.title}
                </a>
              ) : (
                side.title
              )}
            </th>
          ))}
          {explained && <th scope="col">{texts.compare.difference}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr id={row.id} class={row.different ? 'ov-compare__different' : undefined}>
            <th scope="row">
              {row.label}
              {row.different && <span class="ov-difference">{texts.compare.different}</span>}
            </th>
            <Side label={left.title} value={row.left} />
            <Side label={right.title} value={row.right} />
            {explained && <td data-label={texts.compare.difference}>{row.difference}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ label, value }: { label: string; value: Child | null }) {
  return <td data-label={label}>{value === null ? <span class="ov-muted">{texts.compare.missing}</span> : value}</td>;
}
