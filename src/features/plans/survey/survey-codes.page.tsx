import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf, sentenceOf } from '../../../platform/index.ts';
import { Button, Notice, Page, TextField } from '../../../ui/index.ts';
import { notRead, refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { handOutSurvey } from './hand-out-survey.ts';
import { handOutTexts as texts } from './texts-survey.ts';

type Shown = { readonly codes?: readonly string[]; readonly refusal?: Refusal };

async function staffPage(c: Context<AppEnv>, { codes, refusal }: Shown = {}) {
  const id = c.req.param('id') ?? '';
  const plan = await readPlan(scopeOf(c), id);
  if (isRefusal(plan)) return refusalPage(c, notRead(plan, refuse('plan-not-found')), refusals);
  const said = refusal && sentenceOf(refusal, refusals);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={planKindTexts[plan.kind]}
      lead={texts.lead}
      back={`${planHref(id)}#mote`}
      density="staff"
      noindex
    >
      {said && <Notice kind="note" heading={said.title} children={said.detail} />}
      {codes ? (
        <>
          <h2>{texts.done}</h2>
          <p>{texts.how}</p>
          <ol class="govuk-list govuk-list--number">
            {codes.map((code) => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <form class="ov-form" method="post" action={`${planHref(id)}/enkat`} novalidate>
          <TextField name="codes" label={texts.codes} value="2" width={3} />
          <Button>{texts.submit}</Button>
        </form>
      )}
    </Page>,
    refusal ? 409 : 200,
    { 'cache-control': 'no-store' },
  );
}

const Sent = z.strictObject({ codes: z.coerce.number().catch(0) });

async function handOut(c: Context<AppEnv>) {
  const sent = Sent.safeParse(await formOf(c));
  const done = await handOutSurvey(scopeOf(c), { plan: c.req.param('id') ?? '', codes: sent.success ? sent.data.codes : 0 });
  return isRefusal(done) ? staffPage(c, { refusal: done }) : staffPage(c, { codes: done.codes });
}

/** Codes to the survey after a meeting: shown once, on the page that makes them. */
export const surveyCodesPage = new Hono<AppEnv>().get('/planer/:id/enkat', (c) => staffPage(c)).post('/planer/:id/enkat', handOut);
