import { verdicts } from '../../domain/audit/review-policy.ts';
import { Button, Details, formatDateTime, Notice, RadioField, TextArea } from '../../ui/index.ts';
import { LookFacts } from './look-list.tsx';
import type { SampledLook, ShownVerdict } from './read-samples.ts';
import { saidLook } from './say-look.ts';
import { sampleTexts as texts, verdictTexts } from './texts.ts';

/** The verdict form of one row as it was sent. */
export type VerdictForm = { readonly rad: string; readonly bedomning: string; readonly skal: string; readonly rattar: string };

type Props = {
  row: SampledLook;
  action: string;
  form: VerdictForm | undefined;
  fault: { readonly field: string; readonly text: string } | undefined;
};

/** A drawn row: what was done, the verdict that holds, and the form for the next. */
export function SampledRow({ row, action, form, fault }: Props) {
  const { holds, corrected, mayJudge, ownLook } = row;
  return (
    <>
      <LookFacts row={row} />
      <p>{saidLook(row)}</p>
      {holds && <Verdict verdict={holds} />}
      {corrected.length > 0 && (
        <Details summary={texts.earlier}>
          {corrected.map((one) => (
            <Verdict verdict={one} />
          ))}
        </Details>
      )}
      {ownLook && <Notice kind="note" level={3} heading={texts.own.heading} children={texts.own.text} />}
      {mayJudge && holds && (
        <Details summary={texts.correct} open={form !== undefined}>
          <JudgeForm row={row} action={action} form={form} fault={fault} />
        </Details>
      )}
      {mayJudge && !holds && <JudgeForm row={row} action={action} form={form} fault={fault} />}
    </>
  );
}

function Verdict({ verdict: { verdict, reason, by, at } }: { verdict: ShownVerdict }) {
  return (
    <p>
      <strong>{texts.given(verdictTexts[verdict], by, formatDateTime(at))}</strong> {reason}
    </p>
  );
}

function JudgeForm({ row: { id, holds }, action, form, fault }: Props) {
  const errorOf = (field: string) => (fault?.field === field ? fault.text : undefined);
  return (
    <form method="post" action={action}>
      <input type="hidden" name="rad" value={id} />
      {holds && <input type="hidden" name="rattar" value={holds.id} />}
      <RadioField
        name="bedomning"
        id={`bedomning-${id}`}
        label={texts.verdict}
        small
        inline
        value={form?.bedomning}
        error={errorOf('bedomning')}
        options={verdicts.map((value) => ({ value, label: verdictTexts[value] }))}
      />
      <TextArea
        name="skal"
        id={`skal-${id}`}
        label={texts.reason}
        hint={texts.reasonHint}
        rows={2}
        maxlength={1000}
        value={form?.skal}
        error={errorOf('skal')}
      />
      <Button kind="secondary">{texts.save}</Button>
    </form>
  );
}
