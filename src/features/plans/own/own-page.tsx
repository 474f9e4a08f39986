import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { AppEnv } from '../../../platform/index.ts';
import { Page, type PageProps } from '../../../ui/index.ts';
import { shellOf } from '../../counties/index.ts';
import { LANGUAGES, type Language, MANNER, type Manner, mannerOf } from './words/manner.ts';

/** Where somebody is who has left in haste: a page that everybody looks at. */
export const EXIT_HREF = 'https://www.smhi.se/';
const EXIT_WORDS = 'om-lamna';

type OwnPageProps = Pick<PageProps, 'title' | 'lead' | 'back' | 'children' | 'errors'>;

/** A page of the individual's own, as they read it: in their language, in the size of letters they have chosen, with a way to leave it in haste. */
export async function ownPage(c: Context<AppEnv>, props: OwnPageProps, status: 200 | 403 | 404 | 409 | 422 = 200): Promise<Response> {
  const manner = mannerOf(c);
  const { children, ...said } = props;
  return c.html(
    <Page shell={await shellOf(c)} {...said} {...ownFrame(manner)} noindex>
      {children}
      <ExitWords manner={manner} />
    </Page>,
    status,
    { 'cache-control': 'no-store' },
  );
}

/** What makes any page one of the individual's own. */
export function ownFrame(manner: Manner): Pick<PageProps, 'face' | 'large' | 'tools' | 'density'> {
  return { face: manner.face, large: manner.large, density: 'public', tools: <Tools manner={manner} /> };
}

/** Languages, the size of letters, and the way out. */
function Tools({ manner: { language, words, large } }: { manner: Manner }) {
  return (
    <nav class="ov-own-tools" aria-label={words.tools.label}>
      <a class="govuk-button govuk-button--warning ov-exit" href={EXIT_HREF} rel="noreferrer" aria-describedby={EXIT_WORDS} data-exit>
        {words.tools.exit}
      </a>
      <ul class="ov-own-tools__list">
        {(Object.keys(LANGUAGES) as Language[]).map((one) => {
          const { name, dir } = LANGUAGES[one];
          return (
            <li lang={one} dir={dir}>
              {one === language ? (
                <strong aria-current="true">{name}</strong>
              ) : (
                <a class="govuk-link" href={`?${MANNER.language}=${one}`} hreflang={one}>
                  {name}
                </a>
              )}
            </li>
          );
        })}
        <li>
          <a class="govuk-link" href={`?${MANNER.letters}=${large ? 'vanlig' : MANNER.large}`}>
            {large ? words.tools.smaller : words.tools.larger}
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** What the way out does, and what it leaves behind. */
export function ExitWords({ manner: { words } }: { manner: Manner }) {
  const { inSwedish, exitHow, exitLeft } = words.tools;
  return (
    <div class="ov-own-foot ov-muted">
      {inSwedish && <p>{inSwedish}</p>}
      <p id={EXIT_WORDS}>{`${exitHow} ${exitLeft}`}</p>
    </div>
  );
}

/** What is in Swedish on a page that may be in another language. */
export function InSwedish({ children }: { children?: Child }) {
  return (
    <div lang="sv" dir="ltr">
      {children}
    </div>
  );
}
