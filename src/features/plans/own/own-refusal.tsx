import type { Context } from 'hono';
import type { Refusal } from '../../../domain/refusal.ts';
import { type AppEnv, type RefusalTexts, sentenceOf } from '../../../platform/index.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { refusalPage } from '../../access/index.ts';
import { inWords } from './own-form.tsx';
import { ownPage } from './own-page.tsx';
import { mannerOf } from './words/manner.ts';

/** What a page of the individual's own answers when its use-case refused, in their language and with the way out. Who has to log in, or is not an individual, is told as on any page. */
export async function ownRefusal(c: Context<AppEnv>, refusal: Refusal, refusals: RefusalTexts): Promise<Response> {
  if (c.var.actor.kind !== 'individual' || refusal.code === 'step-up-needed') return refusalPage(c, refusal, refusals);
  const manner = mannerOf(c);
  const { words } = manner;
  const { status, detail } = sentenceOf(refusal, inWords(refusals, manner));
  const shown = status === 403 || status === 404 || status === 409 ? status : 422;
  return ownPage(
    c,
    { title: words.errors.refused, lead: detail, children: <ButtonLink href="/min-plan">{words.errors.toPlans}</ButtonLink> },
    shown,
  );
}
