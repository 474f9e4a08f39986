import type { Child } from 'hono/jsx';
import { InLanguage } from '../components/in-language.tsx';
import { describedBy, type FieldBase, FieldTexts, fieldId } from './field.tsx';

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The language of its label, when it is another than that of the page: a name, or what somebody has written. */
  readonly lang?: 'sv' | undefined;
  /** A line with "eller" above it: set apart from the rest, for example "Vet inte". */
  readonly apart?: boolean | undefined;
};
type GroupProps = FieldBase & { options: readonly Choice[]; small?: boolean | undefined; inline?: boolean | undefined };

/** A legend, its hint and error, and what is inside, wired once. */
export function Fieldset({ children, role, ...field }: FieldBase & { role?: 'group'; children?: Child }) {
  const id = fieldId(field);
  return (
    <div class={field.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy(id, field)}>
        <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${field.asHeading ? 'l' : 's'}`}>
          {field.asHeading ? <h1 class="govuk-fieldset__heading">{field.label}</h1> : field.label}
        </legend>
        <FieldTexts id={id} hint={field.hint} error={field.error} />
        {children}
      </fieldset>
    </div>
  );
}

/** One of a few. The first control has the field's own id, so that an error link lands on it. */
export function RadioField({ value, ...props }: GroupProps & { value?: string | undefined }) {
  return <Group {...props} kind="radios" chosen={value === undefined ? [] : [value]} />;
}

/** Any number of a few; sent as repeated values of the same name. */
export function CheckboxField({ values, ...props }: GroupProps & { values?: readonly string[] | undefined }) {
  return <Group {...props} kind="checkboxes" chosen={values ?? []} />;
}

function Group({
  kind,
  chosen,
  options,
  small,
  inline,
  ...field
}: GroupProps & { kind: 'radios' | 'checkboxes'; chosen: readonly string[] }) {
  const id = fieldId(field);
  const classes = [`govuk-${kind}`, small && `govuk-${kind}--small`, inline && `govuk-${kind}--inline`].filter(Boolean).join(' ');
  return (
    <Fieldset {...field}>
      <div class={classes}>
        {options.map((option, index) => {
          const key = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <>
              {option.apart && <div class={`govuk-${kind}__divider`}>eller</div>}
              <div class={`govuk-${kind}__item`}>
                <input
                  class={`govuk-${kind}__input`}
                  id={key}
                  name={field.name}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  value={option.value}
                  checked={chosen.includes(option.value)}
                  aria-describedby={option.hint ? `${key}-item-hint` : undefined}
                />
                <label class={`govuk-label govuk-${kind}__label`} for={key}>
                  <InLanguage lang={option.lang}>{option.label}</InLanguage>
                </label>
                {option.hint && (
                  <div class={`govuk-hint govuk-${kind}__hint`} id={`${key}-item-hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
            </>
          );
        })}
      </div>
    </Fieldset>
  );
}
