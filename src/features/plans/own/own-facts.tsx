import type { Child } from 'hono/jsx';
import { Fold } from '../../../ui/index.ts';
import { ownPlanHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { Name, Said } from './own-parts.tsx';
import type { Manner } from './words/manner.ts';

/** What is going to happen and when: the meeting, the follow-up, what waits for the person's answer, and whom to ask. `unanswered`: how many things they have not answered. */
export function nextSteps(plan: ShownPlan, { words, date, dateTime }: Manner, unanswered: number): Child {
  const t = words.next;
  const here = ownPlanHref(plan.id);
  const meeting = plan.calling.meetings?.at(-1);
  const { followUp, coordinator } = plan.contents.duties ?? {};
  const steps: Child[] = [];
  if (meeting?.turn === 'set') {
    steps.push(
      <>
        <strong>{t.meeting(dateTime(meeting.startsAt))}</strong>
        <br />
        {`${t.how[meeting.how]}, ${t.minutes(meeting.minutes)}.`}{' '}
        {meeting.where && (
          <span class="ov-lines">
            <Name>{meeting.where}</Name>
          </span>
        )}
        <br />
        <a class="govuk-link" href={`${here}/mote.ics`}>
          {t.calendar}
        </a>
      </>,
    );
  }
  if (meeting?.turn === 'called-off') steps.push(t.meetingOff);
  if (plan.stage === 'to-agree') {
    steps.push(
      <a class="govuk-link" href={`${here}/samtycke/fraga/plan`}>
        {t.agree}
      </a>,
    );
  }
  if (unanswered > 0) steps.push(<a class="govuk-link" href={`${here}/svara`} children={t.toAnswer(unanswered)} />);
  if (followUp && plan.stage !== 'closed') steps.push(<strong>{t.followUp(date(followUp))}</strong>);
  return (
    <section aria-labelledby="nu" class="ov-own-next">
      <h2 id="nu">{t.heading}</h2>
      {steps.length === 0 && <p>{t.nothing}</p>}
      <ul class="ov-own-steps">
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      {coordinator && (
        <p>
          {`${t.ask} `}
          <Name>{coordinator.name}</Name>.
        </p>
      )}
    </section>
  );
}

/** Who is called to the person's meeting and whether they come, and what they have been told. */
export function meetingPart({ calling: { meetings, summonses, told } }: ShownPlan, { words }: Manner): Child {
  const t = words.meeting;
  if (summonses.length === 0 && !told) return null;
  return (
    <Fold
      id="mote"
      heading={t.heading}
      says={meetings?.at(-1)?.turn === 'held' ? t.held : undefined}
      open={meetings?.at(-1)?.turn === 'set'}
    >
      {summonses.length > 0 && (
        <>
          <h3>{t.called}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {summonses.map(({ unit, name, state }) => (
              <li>
                <Name>{unit ? `${unit.name}, ${unit.organisation}` : (name ?? '')}</Name>
                {`: ${t.states[state]}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {told && (
        <>
          <h3>{t.told}</h3>
          {[
            { label: t.purpose, text: told.purpose },
            { label: t.goal, text: told.goal },
            { label: t.questions, text: told.questions },
          ].map(
            ({ label, text }) =>
              text && (
                <>
                  <p>
                    <strong>{label}</strong>
                  </p>
                  <Said voice="staff">{text}</Said>
                </>
              ),
          )}
        </>
      )}
    </Fold>
  );
}

/** Who takes part, and how it began. */
export function aboutPart({ parties = [], initiatives = [], assessments = [] }: ShownPlan, { words, date }: Manner): Child {
  const t = words.about;
  return (
    <Fold id="mer" heading={t.heading}>
      <h3>{t.who}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {parties.map(({ unit_name, organisation_name }) => (
          <li>
            <Name>{`${unit_name}, ${organisation_name}`}</Name>
          </li>
        ))}
      </ul>
      <h3>{t.need}</h3>
      {initiatives.map(({ by, on, reason }) => (
        <>
          <p>
            <strong>{t.initiative(t.by[by], date(on))}</strong>
          </p>
          <Said voice={by === 'individual' ? 'own' : 'staff'}>{reason}</Said>
        </>
      ))}
      {assessments.map(({ organisation, needed, reason }) => (
        <>
          <p>
            <strong>
              <Name>{organisation.name}</Name>
            </strong>
            {`. ${needed ? t.needed : t.notNeeded}`}
          </p>
          {reason && <Said voice="staff">{reason}</Said>}
        </>
      ))}
    </Fold>
  );
}
