import type { LawFile } from '../../../domain/counties/national-files.ts';
import { BasisChip, ButtonLink, Citation, formatDateTime } from '../../../ui/index.ts';
import { lawReferenceProps } from '../../law/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { notifyingTexts as texts } from './texts-notifying.ts';

/** The duties to tell, each with its law, and what the reader's own unit has done of them. */
export function notifyingPart({ id, notifying }: ShownPlan, law: LawFile, today: Temporal.PlainDate) {
  if (!notifying || notifying.duties.length === 0) return null;
  const { duties, made } = notifying;
  return (
    <>
      <p>{texts.lead}</p>
      <ul class="govuk-list govuk-list--bullet">
        {duties.map(({ title, law: references, note, urgency }) => (
          <li>
            <strong>{urgency === 'immediately' ? texts.atOnce : texts.onRequest}:</strong> {title}. <BasisChip basis="law" />{' '}
            {references.map((reference) => (
              <Citation {...lawReferenceProps(law, reference, today.toString())} />
            ))}
            {note && <p class="ov-muted">{note}</p>}
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink href={`${planHref(id)}/anmalan`} kind="secondary">
          {texts.note}
        </ButtonLink>
      </p>
      {made.length > 0 && (
        <>
          <h3>{texts.made}</h3>
          <p>{texts.madeLead}</p>
          <ul class="govuk-list govuk-list--bullet">
            {made.map(({ duty, madeAt }) => (
              <li>{texts.done(texts.names[duty] ?? duty, formatDateTime(madeAt))}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
