import { useFace } from '../face.ts';

/** A fault of a form. `field` is the id of the control (its name unless another id was given); absent for faults of the whole. */
export type FormError = { readonly text: string; readonly field?: string | undefined };

/** All faults at once, at the top of the page, each a link to its field. Takes focus where there is script. */
export function ErrorSummary({ errors, heading }: { errors: readonly FormError[]; heading?: string }) {
  const { summary } = useFace();
  if (errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-focus="page">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{heading ?? summary}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ text, field }) => (
              <li>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
