import { SummaryList } from '../../../ui/index.ts';
import { type Manner, Name } from '../../plans/index.ts';
import { Rule, type Rules } from './decision-parts.tsx';
import type { ShownDecision } from './shown-decision.ts';

type Props = Rules & { decisions: readonly ShownDecision[]; manner: Manner };

/** What has been told about the one who reads it without their consent: each time, to whom, what, why and by which rule. */
export function OwnDecisions({ decisions, manner: { words, dateTime }, ...rules }: Props) {
  if (decisions.length === 0) return null;
  const t = words.law;
  return (
    <section aria-labelledby="beslut">
      <h2 id="beslut">{t.heading}</h2>
      <p>{t.lead}</p>
      {decisions.map((one) => (
        <div class="ov-own-card">
          <h3>{words.consent.reads(one.receiver.unitName)}</h3>
          <p>{one.kinds.map((kind) => words.consent.data[kind]).join(' · ')}</p>
          <SummaryList
            rows={[
              {
                label: t.why,
                value: (
                  <p class="ov-lines" lang="sv" dir="ltr">
                    {one.reason}
                  </p>
                ),
              },
              {
                label: t.rule,
                value: (
                  <Name>
                    <Rule id={one.rule} {...rules} />
                  </Name>
                ),
              },
              { label: t.state, value: t.states[one.state] },
              { label: t.until, value: dateTime(one.endedAt ?? one.until) },
              { label: t.review, value: one.verdict ? t.verdicts[one.verdict] : t.notReviewed },
            ]}
          />
        </div>
      ))}
    </section>
  );
}
