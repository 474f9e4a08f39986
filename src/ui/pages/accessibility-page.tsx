import { Notice } from '../components/notices.tsx';
import { formatDate } from '../formats.ts';
import { Page } from '../layout/page.tsx';
import type { Shell } from '../shell.ts';
import { accessibilityTexts as texts } from './texts.ts';

export type AccessibilityPageProps = {
  shell: Shell;
  /** Where faults are reported; said to be missing when the one who runs the service has not given it. */
  contact?: { readonly email?: string | undefined; readonly phone?: string | undefined } | undefined;
};

/** The accessibility statement (lagen om tillgänglighet till digital offentlig service, 2018:1937, 13 §). */
export function AccessibilityPage({ shell, contact }: AccessibilityPageProps) {
  return (
    <Page shell={shell} title={texts.title} lead={texts.lead} breadcrumbs={[{ label: 'Start', href: '/' }, { label: texts.title }]}>
      <h2>{texts.state.heading}</h2>
      <p>{texts.state.text}</p>
      <p>{texts.state.works}</p>
      <h2>{texts.shortcomings.heading}</h2>
      <ul>
        {texts.shortcomings.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      <h2>{texts.report.heading}</h2>
      <p>{texts.report.text}</p>
      {contact?.email || contact?.phone ? (
        <ul>
          {contact.email && (
            <li>
              {texts.report.email}: <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </li>
          )}
          {contact.phone && (
            <li>
              {texts.report.phone}: <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>
            </li>
          )}
        </ul>
      ) : (
        <Notice kind="unknown" level={3} heading={texts.report.missing}>
          <p>{texts.report.missingText}</p>
        </Notice>
      )}
      <h2>{texts.supervision.heading}</h2>
      <p>{texts.supervision.text}</p>
      <p>
        <a href={texts.supervision.href}>{texts.supervision.link}</a>
      </p>
      <h2>{texts.tested.heading}</h2>
      <p>{texts.tested.text}</p>
      <p>
        {texts.tested.date} {formatDate(texts.assessed)}.
      </p>
    </Page>
  );
}
