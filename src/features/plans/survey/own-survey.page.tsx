import { type Context, Hono } from 'hono';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf, sentenceOf } from '../../../platform/index.ts';
import { Button, ButtonLink, Notice } from '../../../ui/index.ts';
import { notRead } from '../../access/index.ts';
import { inWords } from '../own/own-form.tsx';
import { ownPage } from '../own/own-page.tsx';
import { ownRefusal } from '../own/own-refusal.tsx';
import { mannerOf } from '../own/words/manner.ts';
import { ownPlanHref } from '../plan-href.ts';
import { readOwnPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { handOutSurvey } from './hand-out-survey.ts';

async function page(c: Context<AppEnv>, { code, refusal }: { readonly code?: string | undefined; readonly refusal?: Refusal } = {}) {
  const id = c.req.param('id') ?? '';
  const own = await readOwnPlan(scopeOf(c), { id });
  if (isRefusal(own)) return ownRefusal(c, notRead(own, refuse('plan-not-found')), refusals);
  const manner = mannerOf(c);
  const t = manner.words.survey;
  const said = refusal && sentenceOf(refusal, inWords(refusals, manner));
  return ownPage(
    c,
    {
      title: t.title,
      lead: t.lead,
      back: ownPlanHref(id),
      children: (
        <>
          {said && <Notice kind="note" heading={said.title} children={said.detail} />}
          <p>{t.language}</p>
          {code ? (
            <>
              <h2>{t.code}</h2>
              <p dir="ltr">
                <code>{code}</code>
              </p>
              <p>{t.keep}</p>
              <ButtonLink href={`/enkat?kod=${code}`}>{t.go}</ButtonLink>
            </>
          ) : (
            <form class="ov-form" method="post" action={`${ownPlanHref(id)}/enkat`} novalidate>
              <Button>{t.submit}</Button>
            </form>
          )}
        </>
      ),
    },
    refusal ? 409 : 200,
  );
}

async function take(c: Context<AppEnv>) {
  const done = await handOutSurvey(scopeOf(c), { plan: c.req.param('id') ?? '', codes: 1 });
  return isRefusal(done) ? page(c, { refusal: done }) : page(c, { code: done.codes[0] });
}

/** The individual's own code to the survey after a meeting: shown once, on the page that makes it. */
export const ownSurveyPage = new Hono<AppEnv>().get('/min-plan/:id/enkat', (c) => page(c)).post('/min-plan/:id/enkat', take);
