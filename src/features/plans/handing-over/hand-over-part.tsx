import type { Child } from 'hono/jsx';
import { ButtonGroup, ButtonLink, formatDate, formatDateTime, SummaryList } from '../../../ui/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import type { ShownHandOver } from './load-hand-overs.ts';
import { answerTexts, shutToAccept, shutToLead, handOverTexts as texts } from './texts-hand-over.ts';

/** How the answer for the whole is handed over; null where nobody is asked and the reader asks nobody. */
export function handOverPart({ id, owner, following: { handOvers } }: ShownPlan): Child {
  const { all, toAsk, mayWithdraw, lead, shut } = handOvers;
  const waiting = all.find(({ answer }) => answer === undefined);
  if (all.length === 0 && toAsk.length === 0 && !lead) return null;
  const here = planHref(id);
  return (
    <>
      {lead && <p>{lead.own ? texts.youLead(owner.name) : texts.leads(lead.unit, lead.organisation, owner.name)}</p>}
      {waiting?.own && <p>{texts.yours(waiting.from)}</p>}
      {shut.length > 0 && waiting?.own && <p>{shutToAccept(shut, owner.name)}</p>}
      {shut.length > 0 && !waiting?.own && lead?.own && <p>{shutToLead(shut, owner.name)}</p>}
      <HandOverList all={all} />
      <ButtonGroup>
        {waiting?.own && <ButtonLink href={`${here}/overlamning/${waiting.id}`}>{texts.answer}</ButtonLink>}
        {waiting && mayWithdraw && (
          <ButtonLink href={`${here}/overlamning/${waiting.id}/ta-tillbaka`} kind="secondary">
            {texts.withdraw}
          </ButtonLink>
        )}
        {!waiting && toAsk.length > 0 && (
          <ButtonLink href={`${here}/overlamning`} kind="secondary">
            {texts.offer}
          </ButtonLink>
        )}
      </ButtonGroup>
    </>
  );
}

/** Who was asked and what came of it, the latest first. */
export function HandOverList({ all }: { all: readonly ShownHandOver[] }) {
  if (all.length === 0) return null;
  return (
    <SummaryList
      rows={all.toReversed().map(({ unit, organisation, at, answer, answeredAt, reason, whyNot }) => ({
        label: texts.asked(unit, organisation, formatDate(at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate())),
        value: (
          <>
            {answer && answeredAt ? `${answerTexts[answer]} ${formatDateTime(answeredAt)}` : texts.waits}
            <p class="ov-muted ov-lines">
              {texts.why}: {reason}
            </p>
            {whyNot && <p class="ov-lines">{whyNot}</p>}
          </>
        ),
      }))}
    />
  );
}
