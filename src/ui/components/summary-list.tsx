import type { Child } from 'hono/jsx';

export type SummaryRow = {
  label: string;
  value: Child;
  /** A link at the end of the row. `about` completes it for screen readers: "Ändra länet". */
  action?: { readonly label: string; readonly href: string; readonly about: string } | undefined;
};

/** Facts as pairs of label and value. */
export function SummaryList({ rows, compact = false }: { rows: readonly SummaryRow[]; compact?: boolean }) {
  return (
    <dl class={compact ? 'govuk-summary-list govuk-summary-list--no-border ov-facts' : 'govuk-summary-list'}>
      {rows.map(({ label, value, action }) => (
        <div class={action ? 'govuk-summary-list__row' : 'govuk-summary-list__row govuk-summary-list__row--no-actions'}>
          <dt class="govuk-summary-list__key">{label}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {action && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={action.href}>
                {action.label}
                <span class="govuk-visually-hidden"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
