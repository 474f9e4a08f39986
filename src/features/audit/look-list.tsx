import type { Oddness } from '../../domain/audit/odd-patterns.ts';
import { Tag } from '../../ui/index.ts';
import { saidLook, saidPurpose, saidWhen } from './say-look.ts';
import type { ShownLook } from './shown-look.ts';
import { saidOddness, searchTexts as texts } from './texts.ts';
import { whyTexts } from './why/texts-why.ts';

/** Rows of the log, each as a sentence with its facts under it, and why it is worth a question where it is. */
export function LookList({ rows, label }: { rows: readonly (ShownLook & { readonly why?: readonly Oddness[] })[]; label: string }) {
  return (
    <ul class="ov-results" aria-label={label}>
      {rows.map((row) => (
        <li class="ov-result">
          <p class="ov-result__text">{saidLook(row)}</p>
          {row.why && (
            <ul class="govuk-list govuk-list--bullet">
              {row.why.map((why) => (
                <li>{saidOddness(why)}</li>
              ))}
            </ul>
          )}
          <LookFacts row={row} />
          {row.record_kind === 'plan' && (
            <p>
              <a class="govuk-link" href={`/logg/varfor/${row.id}`}>
                {whyTexts.link}
                <span class="govuk-visually-hidden"> {saidWhen(row)}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** When, what for, and what is out of the ordinary. */
export function LookFacts({ row }: { row: ShownLook }) {
  return (
    <ul class="ov-meta">
      <li>{saidWhen(row)}</li>
      {row.purpose && <li>{saidPurpose(row)}</li>}
      {row.outcome === 'refused' && (
        <li>
          <Tag>{texts.outcomes.refused}</Tag>
        </li>
      )}
      {row.protected_identity && (
        <li>
          <Tag>{texts.extra}</Tag>
        </li>
      )}
      {row.ownLook && (
        <li>
          <Tag>{texts.own}</Tag>
        </li>
      )}
    </ul>
  );
}
