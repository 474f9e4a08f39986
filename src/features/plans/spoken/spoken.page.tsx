import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { NotificationBanner } from '../../../ui/index.ts';
import { notRead } from '../../access/index.ts';
import { ownPage } from '../own/own-page.tsx';
import { Name } from '../own/own-parts.tsx';
import { ownRefusal } from '../own/own-refusal.tsx';
import { type Manner, mannerOf } from '../own/words/manner.ts';
import { spokenHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { readSpokenFor, readSpokenPlan } from './read-spoken.ts';
import { OwnSpoken, ShutParts, spokenSections, Whom } from './spoken-parts.tsx';

/** A part of the page of a plan for somebody who speaks for whose it is, from another room; nothing where there is nothing to show. */
export type SpokenSection = (c: Context<AppEnv>, plan: ShownPlan, speaker: string, manner: Manner) => Promise<Child> | Child;

const whoOf = (c: Context<AppEnv>) => c.req.param('vem') ?? '';

async function list(c: Context<AppEnv>) {
  const found = await readSpokenFor(scopeOf(c), {});
  const whom = isRefusal(found) ? undefined : found.found.find(({ speaker }) => speaker === whoOf(c));
  if (isRefusal(found)) return ownRefusal(c, found, refusals);
  if (!whom) return ownRefusal(c, refuse('plan-not-found'), refusals);
  const manner = mannerOf(c);
  const t = manner.words.spoken;
  return ownPage(c, {
    title: t.listTitle,
    back: '/min-plan',
    children: (
      <>
        <Whom whom={whom} manner={manner} />
        {whom.plans.length === 0 && <p>{t.none}</p>}
        {whom.plans.map(({ row }) => (
          <section class="ov-own-card">
            <h2>
              <a class="govuk-link" href={spokenHref(whom.speaker, row.id)}>
                {manner.words.kinds[row.kind]}
              </a>
            </h2>
            <p class="ov-muted">
              {`${manner.words.list.at} `}
              <Name>{`${row.unit_name}, ${row.owner_name}`}</Name>
            </p>
          </section>
        ))}
      </>
    ),
  });
}

function showWith(others: readonly SpokenSection[]) {
  return async (c: Context<AppEnv>) => {
    const [speaker, id] = [whoOf(c), c.req.param('id') ?? ''];
    const found = await readSpokenPlan(scopeOf(c), { speaker, plan: id });
    if (isRefusal(found)) return ownRefusal(c, notRead(found, refuse('plan-not-found')), refusals);
    const { plan, as } = found;
    const manner = mannerOf(c);
    const t = manner.words.spoken;
    const said = { sparat: t.saved, svarat: t.answered, taget: manner.words.consent.withdrawn }[c.req.query('klart') ?? ''];
    const sections: Child[] = [];
    for (const section of others) sections.push(await section(c, plan, speaker, manner));
    return ownPage(c, {
      title: t.title,
      lead: plan.stage && t.stages[plan.stage],
      back: spokenHref(speaker),
      children: (
        <>
          {said && <NotificationBanner success>{said}</NotificationBanner>}
          <Whom whom={{ as: as.as, name: plan.identity?.name, until: as.until }} manner={manner} />
          <p>{t.yourName}</p>
          {sections}
          {spokenSections(plan, manner)}
          <OwnSpoken plan={plan} speaker={speaker} speaks={as.matters.includes('speak')} manner={manner} />
          <ShutParts plan={plan} manner={manner} />
        </>
      ),
    });
  };
}

/** The plans of those whom the reader speaks for, and one of them with what other rooms show of it. */
export function spokenPages(others: readonly SpokenSection[]): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/min-plan/som/:vem', list).get('/min-plan/som/:vem/:id', showWith(others));
}
