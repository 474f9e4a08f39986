import type { Child } from 'hono/jsx';
import { followUpState } from '../../../domain/plans/follow-up.ts';
import { ButtonGroup, ButtonLink, formatDate, formatDateTime, Notice, SummaryList, Table } from '../../../ui/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { handOutTexts } from '../survey/texts-survey.ts';
import type { ShownEvaluation, ShownFollowUp } from './load-following.ts';
import { closingReasonTexts, outcomeTexts, resultTexts, followingTexts as texts } from './texts-following.ts';

/** Follow-ups of a plan, when the next is, and its closing; null where there is nothing of it for this reader. */
export function followingPart(plan: ShownPlan, today: Temporal.PlainDate): Child {
  const { id, established, following } = plan;
  const { closing, wish, followUps, revises, mayFollowUp, mayClose, own } = following;
  if (!established && !closing && !wish && !mayClose) return null;
  const waits = wish?.wants && !closing;
  return (
    <>
      {closing && <Closing plan={plan} />}
      {!closing && established && <Due plan={plan} today={today} />}
      {wish && !closing && (
        <Notice kind={waits ? 'note' : 'empty'} heading={waits ? texts.wish : texts.wishOver}>
          {formatDateTime(wish.at)}
          {wish.words && <p class="ov-lines">{wish.words}</p>}
        </Notice>
      )}
      {revises && <Notice kind="note" heading={outcomeTexts.revise} children={texts.revises} />}
      {established && !followUps && <p>{texts.shut}</p>}
      {followUps?.length === 0 && !closing && <p>{texts.none}</p>}
      {own.length > 0 && <Own plan={plan} />}
      {followUps?.toReversed().map((one) => (
        <OneFollowUp plan={plan} one={one} />
      ))}
      {plan.abilities.call && plan.calling.meetings?.some(({ turn }) => turn === 'held') && (
        <p>
          <a class="govuk-link" href={`${planHref(id)}/enkat`}>
            {handOutTexts.link}
          </a>
        </p>
      )}
      {(mayFollowUp || mayClose) && (
        <ButtonGroup>
          {mayFollowUp && <ButtonLink href={`${planHref(id)}/folj-upp`}>{texts.write}</ButtonLink>}
          {mayClose && (
            <ButtonLink href={`${planHref(id)}/avsluta`} kind="secondary">
              {texts.close}
            </ButtonLink>
          )}
        </ButtonGroup>
      )}
    </>
  );
}

function Due({ plan: { following }, today }: { plan: ShownPlan; today: Temporal.PlainDate }) {
  const { due } = following;
  if (!due) return null;
  const { state, daysLate } = followUpState(due, { manager: 0 }, today);
  if (state === 'late') return <Notice kind="note" heading={texts.late(formatDate(due), daysLate)} />;
  return <p>{state === 'soon' ? texts.soon(formatDate(due)) : texts.due(formatDate(due))}</p>;
}

function Closing({ plan: { following } }: { plan: ShownPlan }) {
  const { closing } = following;
  if (!closing) return null;
  return (
    <Notice kind="note" heading={texts.closed(formatDate(closing.on), closing.unit)}>
      {closing.reason && (
        <p>
          {texts.why}: {closingReasonTexts[closing.reason]}
        </p>
      )}
      {closing.words && <p class="ov-lines">{closing.words}</p>}
    </Notice>
  );
}

/** What the person writes on their own, beside what staff find. */
function Own({ plan }: { plan: ShownPlan }) {
  return (
    <>
      <h3>{texts.own}</h3>
      <SummaryList
        rows={plan.following.own.map((one) => ({
          label: nameOf(plan, one),
          value: (
            <>
              {texts.ownSaid(resultTexts[one.about][one.result], formatDateTime(one.at))}
              {one.words && <p class="ov-lines">{one.words}</p>}
            </>
          ),
        }))}
      />
    </>
  );
}

/** What was followed up: what came of it, and how it went with each goal and measure, the staff's view apart from the person's. */
export function OneFollowUp({ plan, one }: { plan: ShownPlan; one: ShownFollowUp }) {
  const staff = one.evaluations.filter(({ voice }) => voice === 'staff');
  const { next, tookPart, whyNot, ownView } = one;
  return (
    <section>
      <h3>{texts.one(one.number, one.on)}</h3>
      <SummaryList
        rows={[
          { label: texts.outcome, value: [outcomeTexts[one.outcome], ...(next ? [texts.nextOn(formatDate(next))] : [])].join('. ') },
          { label: texts.person, value: tookPart ? texts.there : texts.notThere(whyNot) },
          { label: texts.present, value: <span class="ov-lines">{one.present}</span> },
          { label: texts.summary, value: <span class="ov-lines">{one.summary}</span> },
          ...(ownView ? [{ label: texts.ownView, value: <span class="ov-lines">{ownView}</span> }] : []),
        ]}
      />
      {staff.length > 0 && (
        <Table
          caption={texts.one(one.number, one.on)}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={staff.map((said) => {
            const theirs = one.evaluations.find(({ voice, id }) => voice === 'noted' && id === said.id);
            return [
              nameOf(plan, said),
              <>
                {resultTexts[said.about][said.result]}
                {said.words && <p class="ov-lines ov-muted">{said.words}</p>}
              </>,
              theirs ? resultTexts[theirs.about][theirs.result] : texts.unsaid,
            ];
          })}
        />
      )}
    </section>
  );
}

/** What the goal or measure is called, as it is worded now. */
export function nameOf({ contents: { goals, measures } }: ShownPlan, { about, id }: Pick<ShownEvaluation, 'about' | 'id'>): string {
  const found = about === 'goal' ? goals?.find((one) => one.id === id)?.goal : measures?.find((one) => one.id === id)?.what;
  return found ?? texts.gone;
}

export type About = Pick<ShownEvaluation, 'about' | 'id'>;

/** The goals and measures that hold and that the writer may read. */
export const aboutOf = ({ contents: { goals = [], measures = [] } }: ShownPlan): About[] => [
  ...goals.map(({ id }) => ({ about: 'goal' as const, id })),
  ...measures.map(({ id }) => ({ about: 'measure' as const, id })),
];
