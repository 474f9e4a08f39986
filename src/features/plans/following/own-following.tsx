import { ButtonLink, Fold, Notice } from '../../../ui/index.ts';
import { Said } from '../own/own-parts.tsx';
import type { Manner } from '../own/words/manner.ts';
import { ownPlanHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { type About, aboutOf } from './following-part.tsx';
import { OwnFollowUp, OwnName } from './own-follow-up.tsx';

/** How it goes, in the individual's own words and by what was said together; and to wish that the plan ends. */
export function OwnFollowing({ plan, manner }: { plan: ShownPlan; manner: Manner }) {
  const { words, date } = manner;
  const t = words.following;
  const { id, established, following } = plan;
  const { closing, due, followUps = [], wish } = following;
  const held = plan.calling.meetings?.some(({ turn }) => turn === 'held');
  if (!established && !closing && !held) return null;
  const here = ownPlanHref(id);
  return (
    <section aria-labelledby="hur-gar-det">
      <h2 id="hur-gar-det">{t.heading}</h2>
      {closing && <Notice kind="note" heading={t.closed(date(closing.on))} />}
      {due && <p>{t.due(date(due))}</p>}
      {established && (
        <ul class="ov-own-list">
          {aboutOf(plan).map((one) => (
            <li class="ov-own-card">
              <HowItGoes plan={plan} one={one} manner={manner} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="govuk-link" href={`${here}/historik`}>
          {words.history.link}
        </a>
      </p>
      {held && (
        <p>
          <a class="govuk-link" href={`${here}/enkat`}>
            {words.survey.link}
          </a>
        </p>
      )}
      {followUps.length > 0 && (
        <Fold id="ni-kom-fram-till" heading={t.told} level={3}>
          {followUps.toReversed().map((one) => (
            <OwnFollowUp plan={plan} one={one} manner={manner} />
          ))}
        </Fold>
      )}
      {!closing && (
        <>
          <h3>{t.close}</h3>
          <p>{wish?.wants ? t.wishes : t.closeLead}</p>
          <p>
            <ButtonLink href={`${here}/avsluta`} kind="secondary">
              {wish?.wants ? t.goOn : t.wish}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}

/** A goal or measure, with what the person has said of it and the way to say it. */
function HowItGoes({ plan, one, manner: { words, dateTime } }: { plan: ShownPlan; one: About; manner: Manner }) {
  const t = words.following;
  const said = plan.following.own.find((each) => each.id === one.id);
  return (
    <>
      <p>
        <span class="ov-muted">{t.of[one.about]}</span>
        <br />
        <OwnName plan={plan} about={one} gone={t.gone} />
      </p>
      {said ? (
        <>
          <p>
            <strong>{t.results[said.about][said.result]}</strong>
            <br />
            <span class="ov-muted">{dateTime(said.at)}</span>
          </p>
          {said.words && <Said voice="own">{said.words}</Said>}
        </>
      ) : (
        <p class="ov-muted">{t.nothing}</p>
      )}
      {!plan.following.closing && (
        <p>
          <a class="govuk-link" href={`${ownPlanHref(plan.id)}/hur-gar-det/${one.about}/${one.id}`}>
            {said ? t.change : t.say}
            <span class="govuk-visually-hidden">
              {' '}
              <OwnName plan={plan} about={one} gone={t.gone} />
            </span>
          </a>
        </p>
      )}
    </>
  );
}
