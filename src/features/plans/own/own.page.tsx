import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { ButtonLink, Notice, NotificationBanner } from '../../../ui/index.ts';
import { notRead } from '../../access/index.ts';
import { ownPlanHref } from '../plan-href.ts';
import { readOwnPlan } from '../read-plan.ts';
import { readOwnPlans } from '../read-plans.ts';
import { readSpokenFor } from '../spoken/read-spoken.ts';
import { SpokenForList } from '../spoken/spoken-parts.tsx';
import { refusals } from '../texts-refusals.ts';
import { ownPage } from './own-page.tsx';
import { Name } from './own-parts.tsx';
import { ownRefusal } from './own-refusal.tsx';
import type { OwnSection } from './own-section.ts';
import { firstSections, laterSections } from './own-sections.tsx';
import { mannerOf } from './words/manner.ts';

async function list(c: Context<AppEnv>) {
  const found = await readOwnPlans(scopeOf(c), {});
  if (isRefusal(found)) return ownRefusal(c, found, refusals);
  const manner = mannerOf(c);
  const { words, date } = manner;
  const spokenFor = await readSpokenFor(scopeOf(c), {});
  const t = words.list;
  return ownPage(c, {
    title: t.title,
    lead: t.lead,
    children: (
      <>
        {found.plans.length === 0 && (
          <Notice kind="empty" heading={t.empty}>
            {t.emptyText}
          </Notice>
        )}
        {found.plans.map(({ id, kind, owner, stage, since }) => (
          <section class="ov-own-card">
            <h2>
              <a class="govuk-link" href={ownPlanHref(id)}>
                {words.kinds[kind]}
              </a>
            </h2>
            {stage && <p>{words.stages[stage]}</p>}
            <p class="ov-muted">
              {`${t.at} `}
              <Name>{`${owner.unit}, ${owner.name}`}</Name>. {since && t.since(date(since))}
            </p>
          </section>
        ))}
        <p>
          <ButtonLink href="/min-plan/be-om-plan">{t.ask}</ButtonLink>
        </p>
        {!isRefusal(spokenFor) && <SpokenForList found={spokenFor.found} manner={manner} />}
      </>
    ),
  });
}

/** The door to one plan. `others`: what other rooms show of it, between what is read first and the rest. */
function showWith(others: readonly OwnSection[]) {
  return async (c: Context<AppEnv>) => {
    const found = await readOwnPlan(scopeOf(c), { id: c.req.param('id') ?? '' });
    if (isRefusal(found)) return ownRefusal(c, notRead(found, refuse('plan-not-found')), refusals);
    const { plan } = found;
    const manner = mannerOf(c);
    const { words } = manner;
    const sections: Child[] = [];
    for (const { show } of [...firstSections, ...others, ...laterSections]) sections.push(await show(c, plan, manner));
    const said = { bedd: words.asked, sparat: words.saved, svarat: words.answered }[c.req.query('klart') ?? ''];
    return ownPage(c, {
      title: words.kinds[plan.kind],
      lead: plan.stage && words.stages[plan.stage],
      back: '/min-plan',
      children: (
        <>
          {said && <NotificationBanner success>{said}</NotificationBanner>}
          {sections}
        </>
      ),
    });
  };
}

/** The individual's own plans, and one of them with what other rooms show of it. */
export function ownPlanPages(others: readonly OwnSection[]): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/min-plan', list).get('/min-plan/:id', showWith(others));
}
