import type { Context } from 'hono';
import type { Refusal } from '../../domain/refusal.ts';
import { type AppEnv, type RefusalTexts, sentenceOf } from '../../platform/index.ts';
import { ButtonLink, Page } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { loginTexts, refusals } from './texts.ts';

/**
 * What a page answers when its use-case refused: whoever has not logged in is sent to do so and comes back; who must prove again who they are gets
 * the way to it; everyone else a page with the sentence of the refusal, and its status. `texts` are those of the feature.
 */
export async function refusalPage(c: Context<AppEnv>, refusal: Refusal, texts: RefusalTexts = {}): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const here = encodeURIComponent(c.req.method === 'GET' ? `${pathname}${search}` : pathname);
  if (refusal.code === 'forbidden' && c.var.actor.kind === 'public' && c.var.login) return c.redirect(`/logga-in?tillbaka=${here}`, 303);
  const { status, title, detail } = sentenceOf(refusal, { ...refusals, ...texts });
  const again = refusal.code === 'step-up-needed' ? `/logga-in?igen=1&tillbaka=${here}` : '/logga-in';
  const isPublic = c.var.actor.kind === 'public';
  const mayTryAgain = refusal.code === 'step-up-needed' || refusal.code in refusals;
  return c.html(
    <Page shell={{ ...(await shellOf(c)), path: '/' }} title={title} lead={detail} noindex>
      {mayTryAgain && <ButtonLink href={again}>{loginTexts.again}</ButtonLink>}
      <p>
        <a class="govuk-link" href={isPublic ? '/' : '/arbete'}>
          {isPublic ? loginTexts.toStart : loginTexts.toWork}
        </a>
      </p>
    </Page>,
    status,
    { 'cache-control': 'no-store' },
  );
}

/** Why something in an address was not read or done: what cannot name anything names nothing that is there, which is said as `missing`. */
export function notRead(refusal: Refusal, missing: Refusal): Refusal {
  return refusal.code === 'input-invalid' ? missing : refusal;
}
