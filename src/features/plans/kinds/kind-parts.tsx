import type { DischargeStep } from '../../../domain/plans/discharge.ts';
import { dischargeEventNames } from '../../../domain/plans/discharge-notes.ts';
import type { Payment } from '../../../domain/plans/municipal-payment.ts';
import { BasisChip, ButtonLink, formatDate, formatDateTime, formatList, Notice, SummaryList, Table } from '../../../ui/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import type { ShownDischarge } from './load-kind.ts';
import {
  barTexts,
  carePlanTexts,
  dischargeStateTexts,
  dischargeStepTexts,
  doubtTexts,
  eventTexts,
  dischargeTexts as texts,
} from './texts-kinds.ts';

/** The steps of a discharge with their time limits, what has happened, and from which day the municipality pays, with what is unknown. */
export function dischargePart({ id, ofKind: { discharge }, abilities }: ShownPlan) {
  if (!discharge) return null;
  const { steps, notes, payment } = discharge;
  const happened = dischargeEventNames.flatMap((name) => {
    const at = notes.events[name];
    return at ? [{ label: eventTexts[name], value: formatDateTime(Temporal.Instant.from(at)) }] : [];
  });
  return (
    <>
      {steps.length === 0 && <p>{texts.none}</p>}
      {steps.length > 0 && (
        <Table
          caption={texts.heading}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={steps.map((one) => [dischargeStepTexts[one.step], <State step={one} />, <Ground step={one} />])}
        />
      )}
      {happened.length > 0 && (
        <>
          <h3>{texts.happened}</h3>
          <SummaryList compact rows={happened} />
        </>
      )}
      {notes.contact && <p>{texts.contact(notes.contact)}</p>}
      {payment && <PaymentDay payment={payment} agreement={discharge.agreement} />}
      {abilities.note && (
        <p>
          <ButtonLink href={`${planHref(id)}/utskrivning`} kind="secondary">
            {texts.note}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function State({ step: { state, due, dueAt, moved } }: { step: DischargeStep }) {
  const last = dueAt ? formatDateTime(dueAt) : due && formatDate(due);
  const word = dischargeStateTexts[state];
  return (
    <>
      {state === 'late' || state === 'in-doubt' ? <strong>{word}</strong> : word}
      {last && <p class="ov-muted">{texts.due(last)}</p>}
      {moved && <p class="ov-muted">{texts.moved(formatDate(moved))}</p>}
    </>
  );
}

function Ground({ step: { deadline } }: { step: DischargeStep }) {
  if (!deadline) return <span class="ov-muted">{texts.noDays}</span>;
  return (
    <>
      <BasisChip basis={deadline.basis} /> {deadline.value}. <span class="ov-muted">{deadline.source}.</span>
    </>
  );
}

/** From which day the municipality pays: the answer, the rule with what it rests on, and what nobody knows. */
function PaymentDay({ payment, agreement }: { payment: Payment; agreement: ShownDischarge['agreement'] }) {
  const { pays, day, after, rule, bars, doubts } = payment;
  const first = day && formatDate(day);
  const late = rule['late-after'] !== undefined && texts.lateRule(rule['late-after'].replace(':', '.'), rule['late-days'] ?? rule.days);
  return (
    <>
      <h3>{texts.payment}</h3>
      <p>
        {pays === 'yes' && first && texts.pays.yes(first)}
        {pays === 'no' && texts.pays.no(formatList(bars.map((bar) => barTexts[bar])))}
        {pays === 'unknown' && texts.pays.unknown(first)} {pays === 'no' && first && texts.wouldBe(first)}
      </p>
      <p>
        <BasisChip basis={rule.basis} /> {texts.rule(rule.days)} {late} {after && texts.after} <span class="ov-muted">{rule.source}.</span>
      </p>
      {doubts.length > 0 && (
        <Notice kind="note" heading={texts.unknown}>
          <ul class="govuk-list govuk-list--bullet">
            {doubts.map((doubt) => (
              <li>
                {doubtTexts[doubt]} {doubt === 'agreement-not-read' && agreement?.title}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** What a coordinated care plan has beside others: the person's attitude, and which units stand by it. */
export function carePlanPart({ id, ofKind: { carePlan }, abilities }: ShownPlan) {
  if (!carePlan) return null;
  const { attitude, adjusted, toAdjust } = carePlan;
  const here = planHref(id);
  return (
    <>
      <p>{carePlanTexts.lead}</p>
      <p>
        <BasisChip basis="law" /> <span class="ov-muted">{carePlanTexts.source}.</span>
      </p>
      <SummaryList
        rows={[
          {
            label: carePlanTexts.attitude,
            value: attitude ? (
              <>
                <p class="ov-lines">{attitude.words}</p>
                <p class="ov-muted">
                  {attitude.unit} · {formatDateTime(attitude.at)}
                </p>
              </>
            ) : (
              carePlanTexts.noAttitude
            ),
          },
          {
            label: carePlanTexts.adjusted,
            value: adjusted.length === 0 ? carePlanTexts.nobody : adjusted.map(({ name, at }) => <p>{`${name}, ${formatDateTime(at)}`}</p>),
          },
          ...(toAdjust.length > 0 ? [{ label: carePlanTexts.toAdjust, value: formatList(toAdjust.map(({ name }) => name)) }] : []),
        ]}
      />
      <p class="ov-muted">{carePlanTexts.again}</p>
      <p>
        {abilities.adjust && toAdjust.length > 0 && <ButtonLink href={`${here}/justera`}>{carePlanTexts.adjust}</ButtonLink>}{' '}
        {abilities.note && (
          <ButtonLink href={`${here}/installning`} kind="secondary">
            {carePlanTexts.noteAttitude}
          </ButtonLink>
        )}
      </p>
    </>
  );
}
