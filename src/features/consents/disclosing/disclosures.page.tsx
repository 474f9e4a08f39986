import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { ButtonLink, formatDateTime, Notice, NotificationBanner, Page } from '../../../ui/index.ts';
import { notRead, refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { actingOn } from '../../forms/index.ts';
import { planHref } from '../../plans/index.ts';
import { formRefusals } from '../consent-fields.ts';
import { DecisionFacts } from './decision-parts.tsx';
import { readDisclosures } from './read-disclosures.ts';
import { readDisclosuresToReview } from './review-disclosure.ts';
import { disclosingRefusals, endTexts, reviewTexts, disclosingTexts as texts } from './texts-disclosing.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const DONE: Readonly<Record<string, string>> = { beslutat: texts.done, avslutat: texts.ended, granskat: reviewTexts.done };

/** Where the decisions about a plan are. */
export function disclosuresHref(plan: string): string {
  return `${planHref(plan)}/beslut`;
}

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'consents.read');
  if (acting instanceof Response) return acting;
  const found = await readDisclosures(scopeOf(c), { plan: c.req.param('id') ?? '' });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('plan-not-found')), formRefusals);
  const { plan, choices, decisions, ends, rules, law } = found;
  const here = disclosuresHref(plan);
  const today = c.var.runtime.clock.today();
  const done = DONE[c.req.query('klart') ?? ''];
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} back={planHref(plan)} density="staff" wide noindex>
      {done && <NotificationBanner success>{done}</NotificationBanner>}
      {choices && (
        <p>
          <ButtonLink href={`${here}/nytt`}>{texts.decide}</ButtonLink>
        </p>
      )}
      {decisions.length === 0 && (
        <Notice kind="empty" heading={texts.none.heading}>
          {texts.none.text}
        </Notice>
      )}
      {decisions.map((one) => (
        <section>
          <h2>{`${one.receiver.unitName}, ${formatDateTime(one.from)}`}</h2>
          <DecisionFacts one={one} rules={rules} law={law} today={today} />
          {ends && one.state === 'open' && (
            <p>
              <a class="govuk-link" href={`${here}/${one.id}/avsluta`}>
                {texts.end}
                <span class="govuk-visually-hidden">
                  : {endTexts.title}, {one.receiver.unitName} {formatDateTime(one.from)}
                </span>
              </a>
            </p>
          )}
        </section>
      ))}
    </Page>,
    200,
    NO_STORE,
  );
}

async function toReview(c: Context<AppEnv>) {
  const acting = actingOn(c, 'audit.read-disclosures');
  if (acting instanceof Response) return acting;
  const found = await readDisclosuresToReview(scopeOf(c), {});
  if (isRefusal(found)) return refusalPage(c, found, disclosingRefusals);
  const { decisions, rules, law } = found;
  const today = c.var.runtime.clock.today();
  const done = DONE[c.req.query('klart') ?? ''];
  return c.html(
    <Page shell={await shellOf(c)} title={reviewTexts.title} lead={reviewTexts.lead} back="/logg" density="staff" wide noindex>
      {done && <NotificationBanner success>{done}</NotificationBanner>}
      {decisions.length === 0 && (
        <Notice kind="empty" heading={reviewTexts.none.heading}>
          {reviewTexts.none.text}
        </Notice>
      )}
      {decisions.map((one) => (
        <section>
          <h2>{`${one.receiver.unitName}, ${formatDateTime(one.from)}`}</h2>
          <DecisionFacts one={one} rules={rules} law={law} today={today} />
          {!one.verdict && one.own && <p class="ov-muted">{reviewTexts.own}</p>}
          {!one.verdict && !one.own && (
            <p>
              <ButtonLink href={`/logg/beslut/${one.id}`}>
                {reviewTexts.verdict}
                <span class="govuk-visually-hidden">
                  {' '}
                  {one.receiver.unitName} {formatDateTime(one.from)}
                </span>
              </ButtonLink>
            </p>
          )}
        </section>
      ))}
    </Page>,
    200,
    NO_STORE,
  );
}

/** What is decided about a plan by law, for the staff that lead it; and what a reviewer has to judge. */
export const disclosuresPage = new Hono<AppEnv>().get('/planer/:id/beslut', show).get('/logg/beslut', toReview);
