import { ButtonLink } from '../components/button.tsx';
import { SearchForm } from '../forms/filter-panel.tsx';
import { Page } from '../layout/page.tsx';
import type { Shell } from '../shell.ts';
import { type ErrorStatus, errorPageTexts, errorTexts } from './texts.ts';

export type ErrorPageProps = {
  shell: Shell;
  status: ErrorStatus;
  /** The number that finds the fault in the log; shown where the fault is ours. */
  requestId?: string | undefined;
};

/** A whole page that says what happened, what was saved and what to do. */
export function ErrorPage({ shell, status, requestId }: ErrorPageProps) {
  const { title, what, todo } = errorTexts[status];
  return (
    <Page shell={shell} title={title} caption={`${errorPageTexts.status} ${status}`} lead={what} noindex>
      <h2>{errorPageTexts.todo}</h2>
      <ul>
        {todo.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      {status === 404 && <SearchForm action="/sok" label={errorPageTexts.search} />}
      {requestId && status >= 500 && (
        <p>
          {errorPageTexts.requestId}: <code>{requestId}</code>
        </p>
      )}
      <ButtonLink href="/" kind={status === 404 ? 'quiet' : 'primary'}>
        {errorPageTexts.start}
      </ButtonLink>
    </Page>
  );
}
