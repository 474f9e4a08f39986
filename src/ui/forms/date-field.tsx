import { texts } from '../texts.ts';
import { Fieldset } from './choices.tsx';
import type { FieldBase } from './field.tsx';
import { fieldId } from './field.tsx';

export type DateParts = { readonly year?: string | undefined; readonly month?: string | undefined; readonly day?: string | undefined };

/** A date that is remembered rather than looked up, as year, month and day. Sent as `<name>-ar`, `<name>-manad`, `<name>-dag`. */
export function DateField({ value = {}, wrong = [], ...field }: FieldBase & { value?: DateParts; wrong?: readonly (keyof DateParts)[] }) {
  const id = fieldId(field);
  const parts = [
    { part: 'year', suffix: '-ar', key: id, label: texts.form.year, width: 4 },
    { part: 'month', suffix: '-manad', key: `${id}-manad`, label: texts.form.month, width: 2 },
    { part: 'day', suffix: '-dag', key: `${id}-dag`, label: texts.form.day, width: 2 },
  ] as const;
  return (
    <Fieldset {...field} role="group">
      <div class="govuk-date-input">
        {parts.map(({ part, suffix, key, label, width }) => (
          <div class="govuk-date-input__item">
            <label class="govuk-label govuk-date-input__label" for={key}>
              {label}
            </label>
            <input
              class={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong.includes(part) ? ' govuk-input--error' : ''}`}
              id={key}
              name={`${field.name}${suffix}`}
              type="text"
              inputmode="numeric"
              value={value[part]}
              aria-invalid={wrong.includes(part) ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
