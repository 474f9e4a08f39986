import { ButtonLink, formatDate, formatDateTime, Notice, SummaryList } from '../../../ui/index.ts';
import { historyTexts } from '../history/texts-history.ts';
import { ownPlanHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { handOutTexts } from '../survey/texts-survey.ts';
import { nameOf, OneFollowUp } from './following-part.tsx';
import { resultTexts, ownFollowingTexts as texts } from './texts-following.ts';

/** How it goes, in the individual's own words and by what was said together; and to wish that the plan ends. */
export function OwnFollowing({ plan }: { plan: ShownPlan }) {
  const { id, established, contents, following } = plan;
  const { closing, due, followUps = [], own, wish } = following;
  const held = plan.calling.meetings?.some(({ turn }) => turn === 'held');
  if (!established && !closing && !held) return null;
  const all = [
    ...(contents.goals ?? []).map((goal) => ({ about: 'goal' as const, id: goal.id })),
    ...(contents.measures ?? []).map((measure) => ({ about: 'measure' as const, id: measure.id })),
  ];
  return (
    <>
      <h2 id="hur-gar-det">{texts.heading}</h2>
      {closing && <Notice kind="note" heading={texts.closed(formatDate(closing.on))} />}
      {due && <p>{texts.due(formatDate(due))}</p>}
      <SummaryList
        rows={all.map((one) => {
          const said = own.find((each) => each.id === one.id);
          const about = nameOf(plan, one);
          return {
            label: about,
            value: said ? (
              <>
                {resultTexts[said.about][said.result]} <span class="ov-muted">{formatDateTime(said.at)}</span>
                {said.words && <p class="ov-lines">{said.words}</p>}
              </>
            ) : (
              <span class="ov-muted">{texts.nothing}</span>
            ),
            action: closing
              ? undefined
              : { label: said ? texts.change : texts.say, href: `${ownPlanHref(id)}/hur-gar-det/${one.about}/${one.id}`, about },
          };
        })}
      />
      <p>
        <a class="govuk-link" href={`${ownPlanHref(id)}/historik`}>
          {historyTexts.ownLink}
        </a>
      </p>
      {held && (
        <p>
          <a class="govuk-link" href={`${ownPlanHref(id)}/enkat`}>
            {handOutTexts.ownLink}
          </a>
        </p>
      )}
      {followUps.length > 0 && <h3>{texts.told}</h3>}
      {followUps.toReversed().map((one) => (
        <OneFollowUp plan={plan} one={one} />
      ))}
      {!closing && (
        <>
          <h3>{texts.closing}</h3>
          <p>{wish?.wants ? texts.wishes : texts.wishLead}</p>
          <p>
            <ButtonLink href={`${ownPlanHref(id)}/avsluta`} kind="secondary">
              {wish?.wants ? texts.goOn : texts.wish}
            </ButtonLink>
          </p>
        </>
      )}
    </>
  );
}
