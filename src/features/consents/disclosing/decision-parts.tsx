import type { SecrecyRule } from '../../../domain/consents/secrecy-rules-file.ts';
import type { LawFile } from '../../../domain/counties/national-files.ts';
import { Citation, formatDateTime, SummaryList } from '../../../ui/index.ts';
import { lawReferenceProps } from '../../law/index.ts';
import { dataKindTexts } from '../../plans/index.ts';
import type { ShownDecision } from './shown-decision.ts';
import { conditionTexts, misuseTexts, stateTexts, disclosingTexts as texts, verdictTexts } from './texts-disclosing.ts';

/** What is needed to say which rule a decision rests on, and where it stands today. */
export type Rules = { readonly rules: readonly SecrecyRule[]; readonly law: LawFile; readonly today: Temporal.PlainDate };

/** A rule by its id: what it is called, and where it stands. */
export function Rule({ id, rules, law, today }: Rules & { id: string }) {
  const rule = rules.find((one) => one.id === id);
  if (!rule) return <>{texts.unknownRule}</>;
  return (
    <>
      {rule.title}{' '}
      {rule.law.map((reference) => (
        <Citation {...lawReferenceProps(law, reference, today.toString())} />
      ))}
    </>
  );
}

/** A decision, for staff who lead the plan and for the reviewer. */
export function DecisionFacts({ one, ...rules }: Rules & { one: ShownDecision }) {
  const judged = [...one.met.map((condition) => conditionTexts[condition]), ...one.misuse.map((misuse) => misuseTexts[misuse])];
  return (
    <SummaryList
      rows={[
        { label: texts.receiver, value: `${one.receiver.unitName}, ${one.receiver.organisationName}` },
        { label: texts.kinds, value: one.kinds.map((kind) => dataKindTexts[kind]).join(' · ') },
        { label: texts.rule, value: <Rule id={one.rule} {...rules} /> },
        ...(judged.length > 0 ? [{ label: texts.judged, value: `${judged.join('. ')}.` }] : []),
        { label: texts.why, value: <p class="ov-lines">{one.reason}</p> },
        { label: texts.decided, value: texts.by(one.decider, formatDateTime(one.from)) },
        { label: texts.until, value: formatDateTime(one.endedAt ?? one.until) },
        { label: texts.state, value: stateTexts[one.state] },
        {
          label: texts.review,
          value: one.verdict ? (
            <>
              {verdictTexts[one.verdict]}
              {one.verdictReason && <p class="ov-lines">{one.verdictReason}</p>}
            </>
          ) : (
            texts.notReviewed
          ),
        },
      ]}
    />
  );
}
