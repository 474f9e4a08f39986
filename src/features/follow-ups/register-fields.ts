import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { ledTo, stages } from '../../domain/follow-ups/record.ts';
import { type FormField, given, type Values } from '../forms/index.ts';
import type { ActRow, RecordRead } from './follow-ups.sql.ts';
import { groundTexts, ledToLabels, registerTexts, stageLabels } from './texts.ts';

type CadenceKind = AgreementFile['terms']['cadences'][number]['kind'];
const { fields } = registerTexts;

/** The fields of a follow-up. A follow-up is registered when it is done; an evaluation or a revision also when it begins. */
export function followUpFormFields(kind: CadenceKind): FormField[] {
  const staged = kind !== 'follow-up';
  return [
    ...(!staged
      ? []
      : [
          {
            kind: 'radios' as const,
            name: 'stage',
            label: fields.stage,
            options: stages.map((value) => ({ value, label: stageLabels[value] })),
          },
        ]),
    { kind: 'day', name: 'on', label: fields.on, hint: staged ? fields.onHintStage : fields.onHint },
    { kind: 'lines', name: 'about', label: fields.about, hint: fields.aboutHint },
    { kind: 'day', name: 'from', label: fields.from, hint: staged ? fields.fromHintStage : fields.fromHint },
    { kind: 'day', name: 'to', label: fields.to, hint: fields.toHint },
    { kind: 'lines', name: 'outcome', label: fields.outcome, hint: fields.outcomeHint },
    { kind: 'radios', name: 'ledTo', label: fields.ledTo, options: ledTo.map((value) => ({ value, label: ledToLabels[value] })) },
    { kind: 'text', name: 'documented', label: fields.documented, hint: fields.documentedHint },
    { kind: 'lines', name: 'tookPart', label: fields.tookPart, hint: fields.tookPartHint, rows: 2 },
  ];
}

/** What was typed, as the use-case takes it. */
export function typedFollowUp(values: Values) {
  return {
    on: values.one('on'),
    stage: (values.one('stage') || 'done') as 'done',
    from: values.one('from') || undefined,
    to: values.one('to') || undefined,
    about: values.one('about'),
    outcome: values.one('outcome'),
    ledTo: values.one('ledTo') as 'nothing',
    documented: values.one('documented'),
    tookPart: values.one('tookPart'),
  };
}

/** The fields of what an extension rests on, beside which fact it is. */
export function groundFormFields(end: string): FormField[] {
  const { fields: words } = groundTexts;
  return [
    { kind: 'day', name: 'on', label: words.on, hint: words.onHint(end) },
    { kind: 'lines', name: 'outcome', label: words.outcome, hint: words.outcomeHint },
    { kind: 'text', name: 'documented', label: words.documented, hint: words.documentedHint },
  ];
}

export function typedGround(values: Values) {
  return { on: values.one('on'), outcome: values.one('outcome'), documented: values.one('documented') };
}

/** A record as it stands in the form that corrects it. */
export function valuesOf(record: RecordRead, [done]: readonly ActRow[]): Values {
  const { stage, about, documented, tookPart } = record;
  return given({
    stage,
    about,
    documented,
    tookPart,
    on: done?.on,
    from: done?.from ?? '',
    to: done?.to ?? '',
    outcome: done?.outcome,
    ledTo: done?.ledTo ?? '',
  });
}
