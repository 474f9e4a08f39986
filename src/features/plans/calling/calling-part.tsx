import {
  BasisChip,
  ButtonGroup,
  ButtonLink,
  Fold,
  formatDate,
  formatDateTime,
  formatList,
  Notice,
  SummaryList,
  Table,
} from '../../../ui/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import type { ShownCalling, ShownMeeting, ShownSummons } from './load-calling.ts';
import type { RightPeople } from './right-people.ts';
import { answerTexts, howTexts, peopleTexts, presenceTexts, stateTexts, callingTexts as texts, yoursTexts } from './texts-calling.ts';

/** What a unit that is called reads first: that it is, by whom, by when to answer, and whether it must come. */
export function YourSummonses({ plan: { id, owner, calling } }: { plan: ShownPlan }) {
  return (
    <>
      {calling.summonses
        .filter(({ own, state }) => own && state !== 'forwarded')
        .map((one) => (
          <Notice kind="note" heading={one.calledAs === 'summons' ? yoursTexts.heading : yoursTexts.headingInvited}>
            <p>{(one.calledAs === 'summons' ? yoursTexts.duty : yoursTexts.invited)(owner.unit, owner.name, formatDate(one.replyBy))}</p>
            {one.calledAs === 'summons' && <p>{yoursTexts.must}</p>}
            {!calling.meetings && <p>{yoursTexts.shut(owner.unit)}</p>}
            {one.answer && <p>{yoursTexts.answered(answerTexts[one.answer])}</p>}
            {one.answers.length > 0 && (
              <p>
                <ButtonLink href={`${planHref(id)}/kallelser/${one.id}`}>{texts.answer}</ButtonLink>
              </p>
            )}
          </Notice>
        ))}
    </>
  );
}

/** The meeting, what those called were told, who they are and what they say. */
export function callingPart({ id, calling, abilities, agreed, people }: ShownPlan) {
  const { meetings, told, summonses } = calling;
  if (!meetings) return null;
  const here = planHref(id);
  const set = meetings.findLast(({ turn }) => turn === 'set');
  const mayCall = abilities.call && agreed !== undefined && ['given', 'partly', 'cannot-consent'].includes(agreed);
  return (
    <>
      {meetings.length === 0 && <p>{texts.noMeeting}</p>}
      {meetings.map((one) => (
        <Meeting meeting={one} />
      ))}
      {abilities.call && !mayCall && <p>{texts.askFirst}</p>}
      <ButtonGroup>
        {mayCall && <ButtonLink href={`${here}/kalla`}>{summonses.length > 0 ? texts.callMore : texts.call}</ButtonLink>}
        {abilities.call && (
          <ButtonLink href={`${here}/mote`} kind="secondary">
            {set ? texts.move : texts.set}
          </ButtonLink>
        )}
        {abilities.call && set && (
          <ButtonLink href={`${here}/mote/var-med`} kind="secondary">
            {texts.note}
          </ButtonLink>
        )}
        {abilities.call && set && (
          <ButtonLink href={`${here}/mote/stall-in`} kind="secondary">
            {texts.callOff}
          </ButtonLink>
        )}
      </ButtonGroup>
      {set && (
        <p>
          <a class="govuk-link" href={`${here}/mote.ics`}>
            {texts.calendar}
          </a>
        </p>
      )}
      {meetings.length > 0 && meetings.at(-1)?.turn !== 'called-off' && abilities['write-notes'] && (
        <p>
          <a class="govuk-link" href={`${here}/mote/arbetsyta`}>
            {texts.workspace}
          </a>
        </p>
      )}
      {told && <Told told={told} />}
      {summonses.length > 0 && (
        <>
          <h3>{texts.called}</h3>
          <Table
            caption={texts.called}
            captionHidden
            columns={texts.columns.map((label) => ({ label }))}
            rows={summonses.map((one) => rowOf(here, one))}
          />
        </>
      )}
      {abilities.call && <p class="ov-muted">{texts.opens}</p>}
      {people && <People people={people} />}
    </>
  );
}

function Meeting({ meeting: { turn, startsAt, minutes, how, where, moved, attendance } }: { meeting: ShownMeeting }) {
  return (
    <>
      {turn === 'called-off' && <p>{texts.calledOff}</p>}
      {turn === 'held' && <p>{texts.held}</p>}
      <SummaryList
        rows={[
          {
            label: texts.when,
            value: [formatDateTime(startsAt), texts.length(minutes), ...(moved > 0 ? [texts.moved(moved)] : [])].join(', '),
          },
          { label: texts.how, value: howTexts[how] },
          ...(where ? [{ label: texts.where, value: where }] : []),
          ...attendance.map(({ who, presence, reason }) => ({
            label: texts[who],
            value: [presenceTexts[presence], ...(reason ? [reason] : [])].join('. '),
          })),
        ]}
      />
    </>
  );
}

export function Told({ told: { purpose, goal, questions } }: { told: NonNullable<ShownCalling['told']> }) {
  return (
    <>
      <h3>{texts.told}</h3>
      <SummaryList
        rows={[
          { label: texts.purpose, value: <p class="ov-lines">{purpose}</p> },
          ...(goal ? [{ label: texts.goal, value: <p class="ov-lines">{goal}</p> }] : []),
          { label: texts.questions, value: <p class="ov-lines">{questions}</p> },
        ]}
      />
    </>
  );
}

function rowOf(here: string, one: ShownSummons) {
  const { unit, name, calledAs, ground, replyBy, state, contribution, said, rightUnit, presence, absence, answers } = one;
  const words = [
    ...(contribution ? [texts.bring(contribution)] : []),
    ...(said ? [texts.said(said)] : []),
    ...(rightUnit ? [texts.rightUnit(rightUnit)] : []),
    ...(absence ? [texts.reason(absence)] : []),
  ];
  return [
    <>
      {unit ? `${unit.name}, ${unit.organisation}` : name}
      {words.map((text) => (
        <p class="ov-muted">{text}</p>
      ))}
    </>,
    <>
      {texts.as[calledAs]} {ground && <BasisChip basis={ground === 'law' ? 'law' : 'agreement'} />}
    </>,
    formatDate(replyBy),
    presence && state === 'attended' ? `${stateTexts.attended}: ${presenceTexts[presence].toLowerCase()}` : stateTexts[state],
    answers.length > 0 ? (
      <a class="govuk-link" href={`${here}/kallelser/${one.id}`}>
        {unit ? texts.answer : texts.noteAnswer}
        <span class="govuk-visually-hidden"> {unit?.name ?? name}</span>
      </a>
    ) : (
      ''
    ),
  ];
}

/** Which kinds of units answer for something by agreement and are not in the plan: help, with where it stands, and never a block. */
function People({ people: { agreements, missing } }: { people: RightPeople }) {
  if (agreements.length === 0) return null;
  return (
    <Fold id="ratt-enheter" heading={peopleTexts.heading} level={3}>
      {missing.length === 0 ? <p>{peopleTexts.none}</p> : <p>{peopleTexts.lead}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {agreements
          .map((agreement) => ({ agreement, kinds: missing.filter((one) => one.agreement === agreement.slug) }))
          .filter(({ kinds }) => kinds.length > 0)
          .map(({ agreement, kinds }) => (
            <li>
              <BasisChip basis="agreement" />{' '}
              <a class="govuk-link" href={`/avtal/${agreement.slug}/ansvar`}>
                {agreement.short}
              </a>
              : {formatList(kinds.map((kind) => `${kind.name.split(' | ')[0]} (${peopleTexts.rows(kind)})`))}.
            </li>
          ))}
      </ul>
    </Fold>
  );
}
