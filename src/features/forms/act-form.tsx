import type { Child } from 'hono/jsx';
import {
  Button,
  CheckboxField,
  Details,
  FileField,
  InLanguage,
  PickField,
  type PickGroup,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import type { FieldFault, Values } from './form-values.ts';
import { formTexts } from './texts.ts';

type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined; readonly lang?: 'sv' | undefined };
type Base = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The question that this and its neighbours with the same part answer together: they are laid side by side under it. */
  readonly part?: string | undefined;
  /** What somebody has written, in Swedish, that the part is about: shown after it. */
  readonly about?: string | undefined;
  /** With others of its part that say the same it is folded under these words, as long as nothing is chosen in it and nothing is wrong with it. */
  readonly fold?: string | undefined;
};

/** One field of a form, as data. */
export type FormField =
  | (Base & { readonly kind: 'text'; readonly width?: 3 | 10 | 20; readonly type?: 'email' | 'tel' | 'url' })
  | (Base & { readonly kind: 'day' })
  | (Base & { readonly kind: 'lines'; readonly rows?: number })
  | (Base & { readonly kind: 'file'; readonly accept: string })
  | (Base & { readonly kind: 'select'; readonly options: readonly Option[]; readonly empty?: string | undefined })
  | (Base & { readonly kind: 'radios' | 'checks'; readonly options: readonly Option[] })
  | (Base & { readonly kind: 'picks'; readonly groups: readonly PickGroup[] });

type Props = {
  action: string;
  fields: readonly FormField[];
  values: Values;
  faults?: readonly FieldFault[] | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  submit: string;
  warning?: boolean | undefined;
  /** What it says of its days, in the language of the page. */
  says?: Pick<typeof formTexts, 'dayHint'> | undefined;
  children?: Child;
};

/** A form of an act: its fields with what was typed and what is wrong with it, and one button. */
export function ActForm({ action, fields, values, faults = [], hidden = {}, submit, warning, says = formTexts, children }: Props) {
  const hasFile = fields.some(({ kind }) => kind === 'file');
  return (
    <form class="ov-form" method="post" action={action} enctype={hasFile ? 'multipart/form-data' : undefined} novalidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {partsOf(fields).map(({ part, about, fields: some }) => {
        const errorOf = (field: FormField) => faults.find((fault) => fault.field === field.name)?.text;
        const show = (field: FormField) => <OneField field={field} values={values} error={errorOf(field)} dayHint={says.dayHint} />;
        if (part === undefined) return some.map(show);
        const folded = Map.groupBy(some, (field) => (values.one(field.name) || errorOf(field) ? undefined : field.fold));
        const open = folded.get(undefined) ?? [];
        return (
          <fieldset class="govuk-fieldset ov-fields">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              {part}
              {about !== undefined && (
                <>
                  {': '}
                  <InLanguage lang="sv">{about}</InLanguage>
                </>
              )}
            </legend>
            {open.length > 0 && <div class="ov-fields__row">{open.map(show)}</div>}
            {[...folded].map(
              ([words, within]) =>
                words !== undefined && (
                  <Details summary={formTexts.folded(words, within.length)}>
                    <div class="ov-fields__row">{within.map(show)}</div>
                  </Details>
                ),
            )}
          </fieldset>
        );
      })}
      {children}
      <Button kind={warning ? 'warning' : 'primary'}>{submit}</Button>
    </form>
  );
}

/** Fields of the same part that follow each other, together. */
type FieldPart = { part: string | undefined; about: string | undefined; fields: FormField[] };

function partsOf(fields: readonly FormField[]): FieldPart[] {
  const parts: FieldPart[] = [];
  for (const field of fields) {
    const last = parts.at(-1);
    if (last && last.part === field.part && last.about === field.about) last.fields.push(field);
    else parts.push({ part: field.part, about: field.about, fields: [field] });
  }
  return parts;
}

type OneProps = { field: FormField; values: Values; error: string | undefined; dayHint: string };

function OneField({ field, values, error, dayHint }: OneProps) {
  const { name, label, hint, optional } = field;
  const base = { name, label, hint, optional, error };
  const value = values.one(name);
  switch (field.kind) {
    case 'text':
      return <TextField {...base} value={value} width={field.width} type={field.type} autocomplete="off" />;
    case 'day':
      return <TextField {...base} hint={hint ?? dayHint} value={value} width={10} autocomplete="off" />;
    case 'lines':
      return <TextArea {...base} value={value} rows={field.rows ?? 4} />;
    case 'file':
      return <FileField {...base} accept={field.accept} />;
    case 'select':
      return <SelectField {...base} value={value} options={field.options} empty={field.empty} />;
    case 'picks':
      return <PickField {...base} groups={field.groups} values={values.all(name)} />;
    case 'radios':
      return <RadioField {...base} options={field.options} value={value} />;
    default:
      return <CheckboxField {...base} options={field.options} values={values.all(name)} small />;
  }
}
