import type { PlanningNorm } from '../../domain/counties/planning.ts';
import type { ClockStep } from '../../domain/plans/clock.ts';
import { BasisChip, formatDate, Table } from '../../ui/index.ts';
import { stateTexts, stepTexts, clockTexts as texts } from './texts-clock.ts';

/** How much time there is for each step, what it rests on, and what is late. */
export function clockPart(clock: readonly ClockStep[], since: Temporal.PlainDate | undefined) {
  if (clock.length === 0) return null;
  return (
    <>
      {since && <p>{texts.lead(formatDate(since))}</p>}
      <Table
        caption={texts.caption}
        captionHidden
        columns={texts.columns.map((label) => ({ label }))}
        rows={clock.map((one) => [
          stepTexts[one.step],
          one.state === 'late' ? <strong>{stateTexts.late(one)}</strong> : stateTexts[one.state](one),
          <Ground step={one} />,
        ])}
      />
    </>
  );
}

/** The number, if anybody has given one, and what the rules say in words; each with what it is: a proposal is never shown as law. */
function Ground({ step: { norm, moved } }: { step: ClockStep }) {
  return (
    <>
      {norm.limit && <Rule norm={norm.limit} />}
      {norm.words.map((one) => (
        <Rule norm={one} />
      ))}
      {moved && <p class="ov-muted">{texts.movedTo}</p>}
    </>
  );
}

function Rule({ norm: { basis, value, source, note } }: { norm: PlanningNorm }) {
  return (
    <p>
      <BasisChip basis={basis} /> {value}. <span class="ov-muted">{source}.</span>
      {note && basis === 'proposal' && <span class="ov-muted"> {note}</span>}
    </p>
  );
}
