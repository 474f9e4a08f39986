import { type Context, Hono } from 'hono';
import { PREPARATION_PARTS, preparationParts } from '../../domain/plans/parts.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonLink, formatDate, formatDates, formatDateTime, Notice, NotificationBanner, Page, SummaryList } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { OwnCalling } from './calling/own-calling.tsx';
import { Doer, GoalWords } from './contents/contents-parts.tsx';
import { contentsTexts } from './contents/texts-contents.ts';
import { WrittenText } from './plan.page.tsx';
import { ownPlanHref } from './plan-href.ts';
import { readOwnPlan } from './read-plan.ts';
import { readOwnPlans } from './read-plans.ts';
import type { ShownPlan } from './show-plan.ts';
import { initiatorTexts, partTexts, planKindTexts, planTexts, ownTexts as texts, voiceTexts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

const DONE: Readonly<Record<string, string>> = { bedd: texts.asked, sparat: planTexts.saved };

async function list(c: Context<AppEnv>) {
  const found = await readOwnPlans(scopeOf(c), {});
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} noindex>
      {found.plans.length === 0 && (
        <Notice kind="empty" heading={texts.empty.heading}>
          {texts.empty.text}
        </Notice>
      )}
      {found.plans.map(({ id, kind, owner, stage, since }) => (
        <section>
          <h2>
            <a class="govuk-link" href={ownPlanHref(id)}>
              {planKindTexts[kind]}
            </a>
          </h2>
          {stage && <p>{texts.stages[stage]}</p>}
          <p class="ov-muted">
            {texts.open(`${owner.unit}, ${owner.name}`)}. {since && texts.since(formatDate(since))}
          </p>
        </section>
      ))}
      <p>
        <ButtonLink href="/min-plan/be-om-plan">{texts.ask}</ButtonLink>
      </p>
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

async function show(c: Context<AppEnv>) {
  const found = await readOwnPlan(scopeOf(c), { id: c.req.param('id') ?? '' });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('plan-not-found')), refusals);
  const { plan } = found;
  const done = DONE[c.req.query('klart') ?? ''];
  return c.html(
    <Page shell={await shellOf(c)} title={planKindTexts[plan.kind]} lead={plan.stage && texts.stages[plan.stage]} back="/min-plan" noindex>
      {done && <NotificationBanner success>{done}</NotificationBanner>}
      <p>
        <ButtonLink href={`${ownPlanHref(plan.id)}/samtycke`}>{planTexts.consentLink}</ButtonLink>
      </p>
      <OwnContents plan={plan} />
      <h2 id="dina-ord">{texts.yourWords}</h2>
      <p>{texts.yourWordsLead}</p>
      <SummaryList rows={PREPARATION_PARTS.filter((part) => preparationParts[part].ofPerson).map((part) => partRow(plan, part))} />
      <OwnCalling plan={plan} />
      <TheirWords plan={plan} />
      <h2>{texts.whoNotice}</h2>
      {plan.initiatives?.map(({ by, on, reason }) => (
        <>
          <h3>{planTexts.initiative(initiatorTexts[by], formatDate(on))}</h3>
          <p class="ov-lines">{reason}</p>
        </>
      ))}
      {plan.assessments?.map(({ organisation, needed, reason, at }) => (
        <>
          <h3>{organisation.name}</h3>
          <p>
            {needed ? planTexts.needed : planTexts.notNeeded} <span class="ov-muted">{formatDateTime(at)}</span>
          </p>
          {reason && <p class="ov-lines">{reason}</p>}
        </>
      ))}
      <h2>{texts.whoIsWith}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {plan.parties?.map(({ unit_name, organisation_name }) => (
          <li>
            {unit_name}, {organisation_name}
          </li>
        ))}
      </ul>
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

function partRow({ id, texts: written }: ShownPlan, part: (typeof PREPARATION_PARTS)[number]) {
  const here = written.filter((one) => one.part === part).toSorted((a) => (a.voice === 'own' ? -1 : 1));
  const { label } = partTexts[part];
  const own = here.some(({ voice }) => voice === 'own');
  return {
    label,
    value: here.length === 0 ? <span class="ov-muted">{planTexts.nothing}</span> : here.map((one) => <WrittenText text={one} />),
    action: { label: own ? planTexts.writeOn : planTexts.write, href: `${ownPlanHref(id)}/skriv/${part}`, about: label },
  };
}

/** Who does what and when, the goals, and whom to ask: what the plan is for. */
function OwnContents({ plan: { id, contents } }: { plan: ShownPlan }) {
  const { goals = [], measures = [], duties } = contents;
  return (
    <>
      <h2 id="insatser">{texts.whoDoes}</h2>
      {measures.length === 0 ? (
        <p>{texts.noMeasures}</p>
      ) : (
        <SummaryList
          rows={measures.map((one) => ({
            label: one.what,
            value: (
              <>
                <Doer measure={one} />
                <p>{formatDates(one.starts, one.target)}</p>
                {one.ownPart && <p>{contentsTexts.ownPart(one.ownPart)}</p>}
              </>
            ),
          }))}
        />
      )}
      {duties?.coordinator && (
        <SummaryList
          rows={[
            { label: texts.answers, value: duties.coordinator.name },
            ...(duties.followUp ? [{ label: contentsTexts.followUp, value: formatDate(duties.followUp) }] : []),
          ]}
        />
      )}
      <h2 id="mal">{texts.goals}</h2>
      {goals.length === 0 ? (
        <p>{contentsTexts.noGoals}</p>
      ) : (
        <SummaryList
          rows={goals.map(({ id: goal, goal: words, sign, horizon, voice }) => ({
            label: contentsTexts.horizons[horizon],
            value: <GoalWords goal={words} sign={sign} voice={voiceTexts[voice]} />,
            action: voice === 'own' ? { label: contentsTexts.change, href: `${ownPlanHref(id)}/mal/${goal}`, about: words } : undefined,
          }))}
        />
      )}
      <p>
        <ButtonLink href={`${ownPlanHref(id)}/mal/nytt`} kind="secondary">
          {contentsTexts.addGoal}
        </ButtonLink>
      </p>
    </>
  );
}

/** What the staff have written in their own words: the person reads all of it. */
function TheirWords({ plan: { texts: written } }: { plan: ShownPlan }) {
  const theirs = PREPARATION_PARTS.filter((part) => !preparationParts[part].ofPerson).flatMap((part) => {
    const found = written.find((one) => one.part === part);
    return found ? [{ label: partTexts[part].label, value: <WrittenText text={found} /> }] : [];
  });
  if (theirs.length === 0) return null;
  return (
    <>
      <h2>{texts.theirWords}</h2>
      <SummaryList rows={theirs} />
    </>
  );
}

/** The individual's own plans, and one of them. */
export const ownPlanPage = new Hono<AppEnv>().get('/min-plan', list).get('/min-plan/:id', show);
