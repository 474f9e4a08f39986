import type { Child } from 'hono/jsx';
import { StatusTag, type StatusTagProps } from './status-tag.tsx';

export type StatusReasonLine = { readonly text: Child; readonly href?: string | undefined; readonly linkText?: string | undefined };
export type StatusOutcome = StatusTagProps & {
  /** What would have to be true. */
  readonly condition: string;
};
export type StatusBannerProps = StatusTagProps & {
  /** The status in one sentence: what applies on the day asked about. */
  summary: Child;
  heading?: string | undefined;
  reasons: readonly StatusReasonLine[];
  /** When something is unknown: every outcome with its condition; none is chosen. */
  outcomes?: readonly StatusOutcome[] | undefined;
  children?: Child;
};

/** The status of an agreement on a day, with its reasons; with both outcomes when something is unknown. */
export function StatusBanner({
  status,
  until,
  since,
  decided,
  summary,
  heading = 'Status',
  reasons,
  outcomes,
  children,
}: StatusBannerProps) {
  return (
    <section class={`ov-status-banner ov-status-banner--${status}`} aria-label={heading}>
      <StatusTag status={status} until={until} since={since} decided={decided} />
      <p class="ov-status-banner__summary">{summary}</p>
      {outcomes && outcomes.length > 0 && (
        <ul class="ov-outcomes">
          {outcomes.map((outcome) => (
            <li>
              <span>{outcome.condition}</span>
              <StatusTag status={outcome.status} until={outcome.until} since={outcome.since} />
            </li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <ul class="ov-reasons">
          {reasons.map((reason) => (
            <li>
              {reason.text}
              {reason.href && (
                <>
                  {' '}
                  <a class="govuk-link" href={reason.href}>
                    {reason.linkText ?? 'Läs meningen'}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
