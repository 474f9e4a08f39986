import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { type AppEnv, fieldsOf } from '../../platform/index.ts';
import { Button, ButtonLink, Details, Page, type PageProps } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { keptTexts as texts } from './texts.ts';

/** The name of the field that says that a form comes back from the page that kept it: it is shown again, and nothing is done. */
export const KEPT = 'aterkommen';

/** What is said when a form cannot be done where it is. */
export type KeptWords = Omit<typeof texts, 'chooseAssignment'>;
/** How such a page is shown, where that is not as to staff. */
type KeptManner = {
  readonly frame: Pick<PageProps, 'face' | 'large' | 'tools' | 'density'>;
  readonly kept: KeptWords;
  readonly after: Child;
};

/** Where people land in the new tab when they have logged in there. */
const AFTER_LOGIN = '/arbete';

/**
 * What answers a form when nobody is logged in any more. The page itself holds what was typed, in the browser of whoever typed it and nowhere else, until
 * it is sent again. `first`: where they would have been sent, to log in or to choose an assignment. A form with nothing in it is sent there at once.
 */
export async function keptPage(c: Context<AppEnv>, first: Response, manner?: KeptManner): Promise<Response> {
  const fields = [...(await fieldsOf(c))].filter(([name]) => name !== KEPT);
  if (!fields.some(([, value]) => value.trim() !== '')) return first;
  const [to = ''] = (first.headers.get('location') ?? '').split('?');
  const { pathname, search } = new URL(c.req.url);
  const words = manner?.kept ?? texts;
  // What would have sent them away has said so to the answer already.
  c.header('location', undefined);
  return c.html(
    <Page shell={{ ...(await shellOf(c)), path: '/' }} title={words.title} lead={words.lead} noindex {...manner?.frame}>
      <p>
        <ButtonLink href={`${to}?tillbaka=${AFTER_LOGIN}`} newTab>
          {c.var.actor.kind === 'public' ? words.logIn : texts.chooseAssignment}
        </ButtonLink>
      </p>
      <form method="post" action={`${pathname}${search}`}>
        {[...fields, [KEPT, '1'] as const].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="secondary">{words.goOn}</Button>
      </form>
      <Typed fields={fields} summary={words.typed} />
      {manner?.after}
    </Page>,
    401,
    { 'cache-control': 'no-store' },
  );
}

/** What answers a form when what it was about is gone: why, and what was typed, to be copied. */
export async function lostPage(c: Context<AppEnv>, why: string, manner?: KeptManner): Promise<Response> {
  const fields = [...(await fieldsOf(c))].filter(([name]) => name !== KEPT);
  const words = manner?.kept ?? texts;
  return c.html(
    <Page shell={{ ...(await shellOf(c)), path: '/' }} title={words.lost} lead={why} noindex {...manner?.frame}>
      {fields.some(isWords) && <p>{words.copy}</p>}
      <Typed fields={fields} summary={words.typed} open />
      {manner?.after}
    </Page>,
    404,
    { 'cache-control': 'no-store' },
  );
}

/** What was written in words; keys, codes and days are nothing to copy. */
type TypedProps = { fields: readonly (readonly [string, string])[]; summary: string; open?: boolean };

function Typed({ fields, summary, open = false }: TypedProps) {
  const words = fields.filter(isWords);
  if (words.length === 0) return null;
  return (
    <Details summary={summary} open={open}>
      {words.map(([, value]) => (
        <p class="ov-typed" dir="auto">
          {value}
        </p>
      ))}
    </Details>
  );
}

function isWords([, value]: readonly [string, string]): boolean {
  return /\s/.test(value.trim());
}
