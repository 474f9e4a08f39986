import { type Context, Hono } from 'hono';
import { lastDay } from '../../../domain/consents/spell-out.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { NotificationBanner, SummaryList } from '../../../ui/index.ts';
import { notRead } from '../../access/index.ts';
import { type Manner, mannerOf, ownPage, ownPlanHref, ownRefusal } from '../../plans/index.ts';
import { addressOf, formRefusals, isOver, receiverOf } from '../consent-fields.ts';
import { ownConsentsHref } from '../consent-href.ts';
import { OwnDecisions } from '../disclosing/own-decisions.tsx';
import { readDisclosures } from '../disclosing/read-disclosures.ts';
import { readConsents, type ShownConsent, type ShownConsents } from '../read-consents.ts';
import { askedKinds } from '../take-consent.ts';
import { Readers } from './own-readers.tsx';

async function show(c: Context<AppEnv>) {
  const found = await readConsents(scopeOf(c), { plan: c.req.param('id') ?? '' });
  if (isRefusal(found)) return ownRefusal(c, notRead(found, refuse('plan-not-found')), formRefusals);
  const { shown } = found;
  const told = await readDisclosures(scopeOf(c), { plan: shown.plan });
  const manner = mannerOf(c);
  const today = c.var.runtime.clock.today();
  const here = ownConsentsHref(shown.plan);
  const t = manner.words.consent;
  const said = { svarat: t.taken, taget: t.withdrawn }[c.req.query('klart') ?? ''];
  return ownPage(c, {
    title: t.title,
    lead: t.lead,
    back: ownPlanHref(shown.plan),
    children: (
      <>
        {said && <NotificationBanner success>{said}</NotificationBanner>}
        <h2>{t.heading}</h2>
        <Readers shown={shown} manner={manner} />
        {!isRefusal(told) && <OwnDecisions {...told} today={today} manner={manner} />}
        <h2>{t.yours}</h2>
        <SummaryList
          rows={askedKinds.map((kind) => ({
            label: t.questions[kind],
            value: t.statuses[shown.status[kind]],
            action: { label: t.answer, href: `${here}/${addressOf(kind)}`, about: t.questions[kind] },
          }))}
        />
        <h2>{t.all}</h2>
        {shown.consents.length === 0 && <p>{t.none}</p>}
        <ul class="ov-own-list">
          {shown.consents.toReversed().map((one) => (
            <li class="ov-own-card">
              <Answer one={one} shown={shown} manner={manner} today={today} href={here} />
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

type AnswerProps = { one: ShownConsent; shown: ShownConsents; manner: Manner; today: Temporal.PlainDate; href: string };

/** One answer: what it was, what it opens and shuts, whether it still holds, and how it is taken back. */
function Answer({ one, shown, manner: { words, date }, today, href }: AnswerProps) {
  const t = words.consent;
  const question = t.questions[one.kind as keyof typeof t.questions] ?? '';
  const day = one.givenAt.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  const groups = Map.groupBy(one.scopes, (scope) =>
    JSON.stringify([scope.organisation, scope.unit, scope.permits, scope.standing, scope.until.toString()]),
  );
  const takesBack = shown.withdraws && (one.whole || one.scopes.some(({ standing }) => standing));
  return (
    <>
      <h3>{`${question} ${t.options[one.answer]}`}</h3>
      <p class="ov-muted">{`${t.saidOn(date(day))}. ${one.own ? t.bySelf : t.byStaff(one.unit ?? '')}`}</p>
      {one.withdrawn && (
        <p>
          <strong>{t.takenBack}</strong>
        </p>
      )}
      {[...groups.values()].map((scopes) => {
        const [scope] = scopes;
        if (!scope) return null;
        const who = receiverOf(shown.readers, scope, t.everyUnit);
        const kinds = [...new Set(scopes.map(({ dataKind }) => t.data[dataKind]))].join(' · ');
        const over = isOver(scope.until, today) ? t.over : t.holds(date(lastDay(scope.until)));
        return (
          <p>
            <strong>{scope.permits ? t.reads(who) : t.shut(who)}</strong>
            {`: ${kinds}. `}
            <span class="ov-muted">{scope.standing ? over : t.takenBack}</span>
          </p>
        );
      })}
      {takesBack && (
        <p>
          <a class="govuk-link" href={`${href}/ta-tillbaka/${one.id}`}>
            {t.takeBack}
            <span class="govuk-visually-hidden">{` ${question} ${t.saidOn(date(day))}`}</span>
          </a>
        </p>
      )}
    </>
  );
}

/** The individual decides who may know what, and sees what they have said. */
export const ownConsentsPage = new Hono<AppEnv>().get('/min-plan/:id/samtycke', show);
