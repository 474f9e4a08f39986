import type { Child } from 'hono/jsx';
import { useFace } from '../face.ts';
import { texts } from '../texts.ts';
import { BlockHeading } from './block-heading.tsx';
import { Icon } from './icon.tsx';

/** Something set apart from the text around it. */
export function Inset({ children }: { children?: Child }) {
  return <div class="govuk-inset-text">{children}</div>;
}

/** A warning with a sign and a word. Sparingly: things that go wrong when missed. */
export function WarningText({ children }: { children?: Child }) {
  return (
    <div class="govuk-warning-text ov-warning">
      <Icon name="warning" />
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{texts.warning}: </span>
        {children}
      </strong>
    </div>
  );
}

/** News at the top of the page: after something was done (`success`) or about the page itself. */
export function NotificationBanner({ heading, success = false, children }: { heading?: string; success?: boolean; children?: Child }) {
  const { done } = useFace();
  return (
    <section
      class={success ? 'govuk-notification-banner govuk-notification-banner--success' : 'govuk-notification-banner'}
      role={success ? 'alert' : undefined}
      aria-labelledby="notification-title"
      data-focus={success ? 'page' : undefined}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="notification-title">
          {heading ?? (success ? done : texts.important)}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">{children}</div>
    </section>
  );
}

/** The last page of a journey: what was done, with facts. */
export function Panel({ heading, level = 1, children }: { heading: string; level?: 1 | 2; children?: Child }) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <BlockHeading level={level} class="govuk-panel__title">
        {heading}
      </BlockHeading>
      {children && <div class="govuk-panel__body">{children}</div>}
    </div>
  );
}

/** Text that opens on demand. Works without script. */
export function Details({ summary, open = false, children }: { summary: Child; open?: boolean; children?: Child }) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

export type NoticeProps = {
  /** `empty`: nothing matches or exists. `unknown`: it could not be established. `note`: a reservation. */
  kind: 'empty' | 'unknown' | 'note';
  heading: string;
  level?: 2 | 3 | 4;
  /** What was looked for and where, what follows, what to do. */
  children?: Child;
};

/** Says openly that something is missing, not known or reserved. Never blank, never guessed. */
export function Notice({ kind, heading, level = 2, children }: NoticeProps) {
  return (
    <div class={`ov-notice ov-notice--${kind}`}>
      <BlockHeading level={level} class="ov-notice__heading">
        <Icon name={kind === 'unknown' ? 'question' : 'info'} />
        {heading}
      </BlockHeading>
      {children && <div class="ov-notice__body">{children}</div>}
    </div>
  );
}
