import { ButtonGroup, ButtonLink, formatDate, formatDateTime, SummaryList } from '../../ui/index.ts';
import { planHref } from './plan-href.ts';
import type { ShownPlan } from './show-plan.ts';
import { agreedTexts, initiatorTexts, planTexts as texts } from './texts.ts';

/** Who saw the need, what the huvudmen find, and what the person says. */
export function needPart({ id, initiatives, assessments, agreed, abilities }: ShownPlan) {
  if (!initiatives || !assessments) return null;
  return (
    <>
      {initiatives.map(({ by, on, reason }) => (
        <section>
          <h3 class="govuk-heading-s">{texts.initiative(initiatorTexts[by], formatDate(on))}</h3>
          <p class="ov-lines">{reason}</p>
        </section>
      ))}
      <h3>{texts.assessments}</h3>
      {assessments.length === 0 ? (
        <p>{texts.noAssessment}</p>
      ) : (
        <SummaryList
          rows={assessments.map(({ organisation, needed, reason, at }) => ({
            label: organisation.name,
            value: (
              <>
                {needed ? texts.needed : texts.notNeeded} <span class="ov-muted">{formatDateTime(at)}</span>
                {reason && <p class="ov-lines">{reason}</p>}
              </>
            ),
          }))}
        />
      )}
      {agreed && <SummaryList rows={[{ label: texts.agreed, value: agreedTexts[agreed] }]} />}
      <ButtonGroup>
        {abilities.assess && (
          <ButtonLink href={`${planHref(id)}/bedomning`} kind="secondary">
            {assessments.length > 0 ? texts.assessAgain : texts.assess}
          </ButtonLink>
        )}
        {abilities['point-out'] && (
          <ButtonLink href={`${planHref(id)}/behov`} kind="secondary">
            {texts.pointOut}
          </ButtonLink>
        )}
      </ButtonGroup>
    </>
  );
}
