import type { StepState } from '../../domain/drafts/process.ts';
import { Button, Field, type FormError, RadioField, TextArea, TextField } from '../../ui/index.ts';
import { decisionFormTexts as texts } from './texts-decision.ts';

/** What was typed of a decision, by the names of the fields. */
export type DecisionTyped = Readonly<Record<string, string | undefined>>;

const { fields } = texts;

/** The form of a decision, with room for an extract of the minutes. A party says which body, paragraph and number; what is established who approved it. */
export function DecisionForm(props: { action: string; kind: StepState['kind']; typed: DecisionTyped; faults: readonly FormError[] }) {
  const { action, kind, typed, faults } = props;
  const common = (name: string) => ({ name, value: typed[name], error: faults.find(({ field }) => field === name)?.text });
  return (
    <form method="post" action={action} enctype="multipart/form-data" novalidate>
      <RadioField
        {...common('outcome')}
        label={fields.outcome}
        options={[
          { value: 'approved', label: fields.approved },
          { value: 'rejected', label: fields.rejected },
        ]}
      />
      <TextField {...common('on')} label={fields.on} width={10} autocomplete="off" />
      {kind === 'adopt' && <TextField {...common('body')} label={fields.body} hint={fields.bodyHint} autocomplete="off" />}
      <TextField {...common('paragraph')} label={fields.paragraph} width={10} optional={kind !== 'adopt'} autocomplete="off" />
      <TextField {...common('registry')} label={fields.registry} width={20} optional={kind !== 'adopt'} autocomplete="off" />
      {kind === 'establish' && <TextField {...common('approver')} label={fields.approver} hint={fields.approverHint} autocomplete="off" />}
      <TextArea {...common('reservation')} label={fields.reservation} hint={fields.reservationHint} optional rows={4} />
      <Field
        {...common('extract')}
        label={fields.extract}
        hint={fields.extractHint}
        optional
        control={(wiring) => <input {...wiring} class="govuk-file-upload" type="file" accept="application/pdf" />}
      />
      <Button>{texts.submit}</Button>
    </form>
  );
}
