import type { Child } from 'hono/jsx';
import { useFace } from '../face.ts';

export type FieldBase = {
  /** The name that is sent; also the id unless `id` is given. Error summaries link to it. */
  name: string;
  id?: string | undefined;
  label: string;
  hint?: Child;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** The label is the question of the page and its only heading. */
  asHeading?: boolean | undefined;
};

/** What the control itself must carry. */
export type Wiring = { id: string; name: string; 'aria-describedby': string | undefined; 'aria-invalid': 'true' | undefined };

/** The id an error summary links to. */
export function fieldId({ id, name }: Pick<FieldBase, 'id' | 'name'>): string {
  return id ?? name;
}

/** Owns id, hint, error and aria for one control, once. */
export function Field({ control, ...field }: FieldBase & { control: (wiring: Wiring) => Child }) {
  const id = fieldId(field);
  const { optional } = useFace();
  const label = (
    <label class={field.asHeading ? 'govuk-label govuk-label--l' : 'govuk-label govuk-label--s'} for={id}>
      {field.label}
      {field.optional && <span class="ov-optional"> ({optional})</span>}
    </label>
  );
  return (
    <div class={field.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      {field.asHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label}
      <FieldTexts id={id} hint={field.hint} error={field.error} />
      {control({ id, name: field.name, 'aria-describedby': describedBy(id, field), 'aria-invalid': field.error ? 'true' : undefined })}
    </div>
  );
}

/** The hint and the error of a control or a group. */
export function FieldTexts({ id, hint, error }: { id: string; hint?: Child; error?: string | undefined }) {
  const face = useFace();
  return (
    <>
      {hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="govuk-error-message" id={`${id}-error`}>
          <span class="govuk-visually-hidden">{face.error} </span>
          {error}
        </p>
      )}
    </>
  );
}

/** The ids that describe a control, or undefined when it has neither hint nor error. */
export function describedBy(id: string, { hint, error }: Pick<FieldBase, 'hint' | 'error'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}
