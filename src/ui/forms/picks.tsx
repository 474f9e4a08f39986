import { texts } from '../texts.ts';
import type { Choice } from './choices.tsx';
import { describedBy, type FieldBase, FieldTexts, fieldId } from './field.tsx';

/** Choices that belong together under one heading. */
export type PickGroup = { readonly heading: string; readonly options: readonly Choice[] };

/**
 * Any number of many, under headings that open without script; those with something chosen are open, and each says how many. Sent as repeated values of the
 * same name. An error link lands on the group as a whole, whichever heading is open.
 */
export function PickField({ groups, values, ...field }: FieldBase & { groups: readonly PickGroup[]; values: readonly string[] }) {
  const id = fieldId(field);
  return (
    <div class={field.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset class="govuk-fieldset" id={id} tabindex={-1} aria-describedby={describedBy(id, field)}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          {field.label}
          {field.optional && <span class="ov-optional"> ({texts.form.optional})</span>}
        </legend>
        <FieldTexts id={id} hint={field.hint} error={field.error} />
        {groups.map((group, index) => (
          <OneGroup group={group} id={`${id}-${index + 1}`} name={field.name} values={values} />
        ))}
      </fieldset>
    </div>
  );
}

function OneGroup({ group, id, name, values }: { group: PickGroup; id: string; name: string; values: readonly string[] }) {
  const chosen = group.options.filter(({ value }) => values.includes(value)).length;
  return (
    <details class="govuk-details ov-picks" open={chosen > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {group.heading}
          {chosen > 0 && ` (${texts.form.chosen(chosen)})`}
        </span>
      </summary>
      <div class="govuk-details__text govuk-checkboxes govuk-checkboxes--small">
        {group.options.map((option, index) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={`${id}-${index + 1}`}
              name={name}
              type="checkbox"
              value={option.value}
              checked={values.includes(option.value)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`${id}-${index + 1}`}>
              {option.label}
            </label>
          </div>
        ))}
      </div>
    </details>
  );
}
