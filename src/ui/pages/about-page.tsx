import type { Child } from 'hono/jsx';
import { ResultList } from '../components/result-list.tsx';
import { Page } from '../layout/page.tsx';
import type { Shell } from '../shell.ts';
import { aboutTexts as texts } from './texts.ts';

/** A document that the register rests on. */
export type AboutSource = { readonly title: string; readonly href: string; readonly meta: readonly Child[]; readonly tag?: Child };

/** What Överens is, how its answers come about, what it does not know, and the documents it rests on. */
export function AboutPage({ shell, sources }: { shell: Shell; sources: readonly AboutSource[] }) {
  return (
    <Page shell={shell} title={texts.title} lead={texts.lead} breadcrumbs={[{ label: 'Start', href: '/' }, { label: texts.title }]}>
      <h2>{texts.why.heading}</h2>
      {texts.why.text.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <h2>{texts.how.heading}</h2>
      <ul>
        {texts.how.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      <h2>{texts.unknown.heading}</h2>
      <p>{texts.unknown.text}</p>
      <h2>{texts.sources.heading}</h2>
      <p>{texts.sources.text}</p>
      {sources.length > 0 && <ResultList level={3} items={sources} />}
      <h2>{texts.privacy.heading}</h2>
      <p>{texts.privacy.text}</p>
      <h2>{texts.open.heading}</h2>
      <p>
        {texts.open.text} <a href="/api/v1/docs">{texts.open.link}</a>
      </p>
    </Page>
  );
}
