import type { Context } from 'hono';
import { type AppEnv, fieldsOf } from '../../platform/index.ts';
import { Button, ButtonLink, Details, Page } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { keptTexts as texts } from './texts.ts';

/** The name of the field that says that a form comes back from the page that kept it: it is shown again, and nothing is done. */
export const KEPT = 'aterkommen';

/** Where people land in the new tab when they have logged in there. */
const AFTER_LOGIN = '/arbete';

/**
 * What answers a form when nobody is logged in any more. The page itself holds what was typed, in the browser of whoever typed it and nowhere else, until
 * it is sent again. `first`: where they would have been sent, to log in or to choose an assignment. A form with nothing in it is sent there at once.
 */
export async function keptPage(c: Context<AppEnv>, first: Response): Promise<Response> {
  const fields = [...(await fieldsOf(c))].filter(([name]) => name !== KEPT);
  if (!fields.some(([, value]) => value.trim() !== '')) return first;
  const [to = ''] = (first.headers.get('location') ?? '').split('?');
  const { pathname, search } = new URL(c.req.url);
  // What would have sent them away has said so to the answer already.
  c.header('location', undefined);
  return c.html(
    <Page shell={{ ...(await shellOf(c)), path: '/' }} title={texts.title} lead={texts.lead} noindex>
      <p>
        <ButtonLink href={`${to}?tillbaka=${AFTER_LOGIN}`} newTab>
          {c.var.actor.kind === 'public' ? texts.logIn : texts.chooseAssignment}
        </ButtonLink>
      </p>
      <form method="post" action={`${pathname}${search}`}>
        {[...fields, [KEPT, '1'] as const].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="secondary">{texts.goOn}</Button>
      </form>
      <Typed fields={fields} />
    </Page>,
    401,
    { 'cache-control': 'no-store' },
  );
}

/** What answers a form when what it was about is gone: why, and what was typed, to be copied. */
export async function lostPage(c: Context<AppEnv>, why: string): Promise<Response> {
  const fields = [...(await fieldsOf(c))].filter(([name]) => name !== KEPT);
  return c.html(
    <Page shell={{ ...(await shellOf(c)), path: '/' }} title={texts.lost} lead={why} noindex>
      {fields.some(isWords) && <p>{texts.copy}</p>}
      <Typed fields={fields} open />
    </Page>,
    404,
    { 'cache-control': 'no-store' },
  );
}

/** What was written in words; keys, codes and days are nothing to copy. */
function Typed({ fields, open = false }: { fields: readonly (readonly [string, string])[]; open?: boolean }) {
  const words = fields.filter(isWords);
  if (words.length === 0) return null;
  return (
    <Details summary={texts.typed} open={open}>
      {words.map(([, value]) => (
        <p class="ov-typed">{value}</p>
      ))}
    </Details>
  );
}

function isWords([, value]: readonly [string, string]): boolean {
  return /\s/.test(value.trim());
}
