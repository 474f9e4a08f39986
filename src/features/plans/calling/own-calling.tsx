import { formatDateTime, SummaryList } from '../../../ui/index.ts';
import { ownPlanHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { Told } from './calling-part.tsx';
import { howTexts, stateTexts, callingTexts as texts } from './texts-calling.ts';

/** The person's meeting: when and where, what those called have been told, who they are, and whether they come. */
export function OwnCalling({ plan: { id, calling } }: { plan: ShownPlan }) {
  const meeting = calling.meetings?.at(-1);
  if (!meeting && calling.summonses.length === 0) return null;
  return (
    <>
      <h2 id="mote">{texts.ownHeading}</h2>
      {meeting?.turn === 'called-off' && <p>{texts.calledOff}</p>}
      {meeting?.turn === 'held' && <p>{texts.held}</p>}
      {meeting ? (
        <SummaryList
          rows={[
            { label: texts.when, value: `${formatDateTime(meeting.startsAt)}, ${texts.length(meeting.minutes)}` },
            { label: texts.how, value: howTexts[meeting.how] },
            ...(meeting.where ? [{ label: texts.where, value: meeting.where }] : []),
          ]}
        />
      ) : (
        <p>{texts.noMeeting}</p>
      )}
      {meeting?.turn === 'set' && (
        <p>
          <a class="govuk-link" href={`${ownPlanHref(id)}/mote.ics`}>
            {texts.calendar}
          </a>
        </p>
      )}
      {calling.summonses.length > 0 && (
        <>
          <h3>{texts.ownCalled}</h3>
          <SummaryList
            rows={calling.summonses.map(({ unit, name, state }) => ({
              label: unit ? `${unit.name}, ${unit.organisation}` : (name ?? ''),
              value: stateTexts[state],
            }))}
          />
        </>
      )}
      {calling.told && <Told told={calling.told} />}
    </>
  );
}
