import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonGroup, ButtonLink, NotificationBanner, Page, WarningText } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { readCounty, shellOf } from '../counties/index.ts';
import { actingOn } from '../forms/index.ts';
import { noteSummonsSeen } from './calling/answer-summons.ts';
import { YourSummonses } from './calling/calling-part.tsx';
import { replyTexts, summonTexts } from './calling/texts-calling.ts';
import { WhosePlan } from './facts-parts.tsx';
import { followingTexts } from './following/texts-following.ts';
import { newsPart } from './history/news-part.tsx';
import { historyTexts } from './history/texts-history.ts';
import { movingTexts } from './moving/texts-moving.ts';
import { noteTexts } from './notifying/texts-notifying.ts';
import { planHref } from './plan-href.ts';
import { readPlan } from './read-plan.ts';
import { planSections } from './sections.tsx';
import type { ShownPlan } from './show-plan.ts';
import { YourTasks } from './tasks/task-parts.tsx';
import { nextTexts, planKindTexts, stageTexts, planTexts as texts } from './texts.ts';
import { correctPersonTexts } from './texts-correct-person.ts';
import { refusals } from './texts-refusals.ts';

const DONE: Readonly<Record<string, string>> = {
  oppnad: texts.opened,
  sparat: texts.saved,
  bedd: texts.asked,
  upprattad: texts.established,
  kallad: summonTexts.sent,
  svarad: replyTexts.sent,
  anmalan: noteTexts.saved,
  uppfoljd: followingTexts.written,
  avslutad: followingTexts.closedDone,
  rattad: correctPersonTexts.done,
  kommun: movingTexts.done,
};

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.read');
  if (acting instanceof Response) return acting;
  const plan = await readPlan(scopeOf(c), c.req.param('id') ?? '');
  if (isRefusal(plan)) return refusalPage(c, notRead(plan, refuse('plan-not-found')), refusals);
  if (plan.calling.summonses.some(({ own, state }) => own && state === 'sent')) await noteSummonsSeen(scopeOf(c), { plan: plan.id });
  const county = await readCounty(scopeOf(c), { code: plan.county });
  const place = isRefusal(county) ? plan.municipality : (county.municipalities.find(({ code }) => code === plan.municipality)?.name ?? '');
  const done = DONE[c.req.query('klart') ?? ''];
  const { stage, identity } = plan;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={planKindTexts[plan.kind]}
      caption={stage && stageTexts[stage]}
      lead={stage && nextTexts[stage]}
      back="/planer"
      density="staff"
      wide
      noindex
    >
      {done && <NotificationBanner success>{done}</NotificationBanner>}
      {identity?.protected && (
        <>
          <h2>{texts.protectedHeading}</h2>
          <WarningText>{texts.protectedText}</WarningText>
        </>
      )}
      <YourSummonses plan={plan} />
      <YourTasks tasks={plan.tasks.list} />
      <WhosePlan plan={plan} />
      <Acts plan={plan} />
      {await newsPart(scopeOf(c), plan)}
      <p>
        <a class="govuk-link" href={`${planHref(plan.id)}/historik`}>
          {historyTexts.link}
        </a>
      </p>
      {await planSections({ plan, place, today: c.var.runtime.clock.today(), scope: scopeOf(c) })}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

/** What is done to the plan as a whole. What belongs to a section stands there. */
function Acts({ plan: { id, stage, abilities } }: { plan: ShownPlan }) {
  const here = planHref(id);
  return (
    <ButtonGroup>
      {stage === 'noticed' && abilities.assess && <ButtonLink href={`${here}/bedomning`}>{texts.assess}</ButtonLink>}
      {abilities['take-consent'] && (
        <ButtonLink href={`${here}/samtycke`} kind="secondary">
          {texts.consentLink}
        </ButtonLink>
      )}
      {abilities.disclose && (
        <ButtonLink href={`${here}/beslut`} kind="secondary">
          {texts.lawLink}
        </ButtonLink>
      )}
      {abilities['ask-unit'] && (
        <ButtonLink href={`${here}/enheter`} kind="secondary">
          {texts.ask}
        </ButtonLink>
      )}
      {abilities['correct-person'] && stage !== 'established' && (
        <ButtonLink href={`${here}/fel-person`} kind="quiet">
          {correctPersonTexts.link}
        </ButtonLink>
      )}
    </ButtonGroup>
  );
}

/** A plan for staff: titled without anybody's name, at an address that says nothing of them. */
export const planPage = new Hono<AppEnv>().get('/planer/:id', show);
