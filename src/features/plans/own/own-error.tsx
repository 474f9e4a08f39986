import type { Context } from 'hono';
import type { AppEnv } from '../../../platform/index.ts';
import { ButtonLink, Page } from '../../../ui/index.ts';
import { errorShell } from '../../about/index.ts';
import { ExitWords, ownFrame } from './own-page.tsx';
import { mannerOf } from './words/manner.ts';

type ErrorStatus = 403 | 404 | 405 | 413 | 429 | 500 | 503;

const SAID = { 403: 'forbidden', 404: 'missing', 405: 'missing', 413: 'large', 429: 'busy', 500: 'failed', 503: 'failed' } as const;

/** Is it one of the individual's own pages that is asked for? */
export function isOwnPath(path: string): boolean {
  return path === '/min-plan' || path.startsWith('/min-plan/');
}

/** A page in place of one of the individual's own, when something is wrong: in their language, and with the way out. Stands also when the database does not. */
export async function ownError(c: Context<AppEnv>, status: ErrorStatus): Promise<Response> {
  const manner = mannerOf(c);
  const { words } = manner;
  const { title, text } = words.errors[SAID[status]];
  return c.html(
    <Page shell={await errorShell(c, status)} title={title} lead={text} noindex {...ownFrame(manner)}>
      {status >= 500 && (
        <p>
          {words.errors.number}: <code>{c.var.requestId}</code>
        </p>
      )}
      <ButtonLink href={status === 403 ? '/logga-in?igen=1&tillbaka=%2Fmin-plan' : '/min-plan'}>
        {status === 403 ? words.errors.logIn : words.errors.toPlans}
      </ButtonLink>
      <ExitWords manner={manner} />
    </Page>,
    status,
    { 'cache-control': 'no-store' },
  );
}
