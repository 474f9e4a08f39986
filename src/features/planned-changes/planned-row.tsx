import { changeHref } from './awaited-receipts.ts';
import type { ChangeView } from './load-change.ts';
import { rowTexts as texts } from './texts.ts';

/** The open changes that touch a row of a matrix, each with the day it begins. */
export function PlannedForRow({ changes }: { changes: readonly ChangeView[] }) {
  return (
    <>
      {changes.map(({ row, wording }) => (
        <p>
          <strong>{texts.planned(wording.from)}</strong>{' '}
          <a class="govuk-link" href={changeHref(row.id)}>
            {wording.title}
          </a>
        </p>
      ))}
    </>
  );
}
