import { missingToEstablish } from '../../../domain/plans/establish.ts';
import { ButtonGroup, ButtonLink, formatDate, formatDates, Notice, SummaryList, Table } from '../../../ui/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { CarriedBy, TasksOfMeasure } from '../tasks/task-parts.tsx';
import { voiceTexts } from '../texts.ts';
import { missingTexts } from '../texts-rules.ts';
import type { ShownGoal, ShownMeasure } from './contents.ts';
import { outsideTexts, contentsTexts as texts } from './texts-contents.ts';

/** Goals, the person's own apart from those of the staff. */
export function goalsPart({ id, contents, abilities }: ShownPlan) {
  const { goals } = contents;
  if (!goals) return null;
  const ofPerson = goals.filter(({ voice }) => voice !== 'staff');
  const ofStaff = goals.filter(({ voice }) => voice === 'staff');
  const change = abilities['write-goal'];
  return (
    <>
      {goals.length === 0 && <p>{texts.noGoals}</p>}
      <GoalList heading={texts.ownGoals} goals={ofPerson} plan={id} change={change} />
      <GoalList heading={texts.staffGoals} goals={ofStaff} plan={id} change={change} />
      {change && (
        <p>
          <ButtonLink href={`${planHref(id)}/mal/nytt`} kind="secondary">
            {texts.addGoal}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function GoalList({ heading, goals, plan, change }: { heading: string; goals: readonly ShownGoal[]; plan: string; change: boolean }) {
  if (goals.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <SummaryList
        rows={goals.map(({ id, goal, sign, horizon, voice }) => ({
          label: texts.horizons[horizon],
          value: <GoalWords goal={goal} sign={sign} voice={voiceTexts[voice]} />,
          action: change && voice !== 'own' ? { label: texts.change, href: `${planHref(plan)}/mal/${id}`, about: goal } : undefined,
        }))}
      />
    </>
  );
}

/** A goal, how it shows when it is reached, and whose words it is in. */
export function GoalWords({ goal, sign, voice }: { goal: string; sign: string; voice: string }) {
  return (
    <>
      <p class="ov-lines">{goal}</p>
      {sign && <p class="ov-lines">{texts.sign(sign)}</p>}
      <p class="ov-muted">{voice}</p>
    </>
  );
}

/** Who does what and when; of an established plan also who coordinates it, and when it is followed up. */
export function measuresPart({ id, contents, abilities, established, tasks }: ShownPlan) {
  const { measures, duties } = contents;
  if (!measures) return null;
  return (
    <>
      {established && duties?.coordinator && (
        <p>
          {texts.coordinatedBy(duties.coordinator.name)} {duties.followUp && texts.nextFollowUp(formatDate(duties.followUp))}
        </p>
      )}
      {measures.length === 0 ? (
        <p>{texts.noMeasures}</p>
      ) : (
        <Table
          caption={texts.measures}
          captionHidden
          columns={texts.measureColumns.map((label) => ({ label }))}
          rows={measures.map((one) => [
            <>
              {abilities['write-measure'] ? (
                <a class="govuk-link" href={`${planHref(id)}/insats/${one.id}`}>
                  {one.what}
                </a>
              ) : (
                one.what
              )}
              <p class="ov-muted">{texts.need(one.need)}</p>
              {one.ownPart && <p class="ov-muted">{texts.ownPart(one.ownPart)}</p>}
            </>,
            <>
              <Doer measure={one} />
              <CarriedBy tasks={tasks.list} measure={one} />
              <TasksOfMeasure plan={{ id, tasks }} measure={one} />
            </>,
            formatDates(one.starts, one.target),
            <Traced measure={one} />,
          ])}
        />
      )}
      {abilities['write-measure'] && (
        <p>
          <ButtonLink href={`${planHref(id)}/insats/ny`} kind="secondary">
            {texts.addMeasure}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

/** Who does it: the unit and its huvudman, or somebody else; and by name. */
export function Doer({ measure: { unit_name, organisation_name, who } }: { measure: ShownMeasure }) {
  return (
    <>
      {unit_name ? `${unit_name}, ${organisation_name ?? ''}` : texts.other}
      <br />
      {who}
    </>
  );
}

/** The responsibility that it realises, as a link to the matrix; or why it is outside the agreements. */
function Traced({ measure: { agreement, row, outside, differs } }: { measure: ShownMeasure }) {
  return (
    <>
      {agreement && row ? (
        <a class="govuk-link" href={`/avtal/${agreement}/ansvar#${row}`}>
          {texts.row(row)}
        </a>
      ) : (
        outside && texts.outside(outsideTexts[outside])
      )}
      {differs && <p class="ov-muted">{texts.differs}</p>}
    </>
  );
}

/** Who answers for what, and what is missing before the plan can be established. */
export function dutiesPart({ id, contents, abilities, established }: ShownPlan, today: Temporal.PlainDate) {
  const { duties, toEstablish } = contents;
  if (!duties) return null;
  const { overall, coordinator, followUp, participation } = duties;
  const missing = toEstablish ? missingToEstablish(toEstablish, today) : [];
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [texts.overall, overall?.name],
    [
      texts.coordinator,
      coordinator && [coordinator.name, ...(coordinator.substitute ? [texts.substitute(coordinator.substitute)] : [])].join('. '),
    ],
    [texts.followUp, followUp && formatDate(followUp)],
    [texts.participation, participation && (participation.took ? texts.tookPart : texts.notThere(participation.reason ?? ''))],
  ];
  // What is not said yet stands in the list of what is missing, for those who see that.
  const said = rows.flatMap(([label, value]) => (value || missing.length === 0 ? [[label, value ?? texts.unsaid] as const] : []));
  return (
    <>
      {said.length > 0 && <SummaryList rows={said.map(([label, value]) => ({ label, value }))} />}
      {abilities.establish && missing.length > 0 && (
        <Notice kind="note" heading={texts.missing}>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map(({ part }) => (
              <li>{missingTexts[part]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {abilities.establish && missing.length === 0 && <p>{established ? texts.readyAgain : texts.ready}</p>}
      <ButtonGroup>
        {abilities.establish && missing.length === 0 && (
          <ButtonLink href={`${planHref(id)}/uppratta`} kind={established ? 'secondary' : 'primary'}>
            {established ? texts.revise : texts.establish}
          </ButtonLink>
        )}
        {abilities.decide && (
          <ButtonLink href={`${planHref(id)}/ansvar`} kind="secondary">
            {texts.decide}
          </ButtonLink>
        )}
      </ButtonGroup>
    </>
  );
}
