import { type Context, Hono } from 'hono';
import type { ClockStep } from '../../domain/plans/clock.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { capitalise, formatDate, Notice, Page, SubNav, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { actingOn } from '../forms/index.ts';
import { copyTexts } from './copies/texts-copies.ts';
import { reserveTexts } from './on-paper/texts-on-paper.ts';
import { planHref } from './plan-href.ts';
import { type ListedPlan, readPlans } from './read-plans.ts';
import { taskListTexts } from './tasks/texts-tasks.ts';
import { planKindTexts, planTexts, stageTexts, plansTexts as texts } from './texts.ts';
import { clockTexts } from './texts-clock.ts';
import { refusals } from './texts-refusals.ts';

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.find');
  if (acting instanceof Response) return acting;
  const before = c.req.query('fore');
  const found = await readPlans(scopeOf(c), before === undefined ? {} : { before });
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} density="staff" wide noindex>
      <SubNav
        label={texts.also}
        items={[
          { href: '/personer', label: texts.begin },
          { href: '/planer/uppdrag', label: taskListTexts.title },
          { href: '/planer/kopior', label: copyTexts.list },
          { href: '/planer/reserv', label: reserveTexts.link },
        ]}
      />
      {found.plans.length === 0 ? (
        <Notice kind="empty" heading={texts.empty.heading}>
          {texts.empty.text}
        </Notice>
      ) : (
        <Table caption={texts.caption} captionHidden columns={texts.columns.map((label) => ({ label }))} rows={found.plans.map(rowOf)} />
      )}
      {found.next && (
        <p>
          <a class="govuk-link" href={`/planer?fore=${found.next}`}>
            {texts.more}
          </a>
        </p>
      )}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

function rowOf(plan: ListedPlan) {
  const { id, kind, identity, stage, since, owner, waits } = plan;
  return [
    <>
      <a class="govuk-link" href={planHref(id)}>
        {nameInList(plan)}
        <span class="govuk-visually-hidden"> {planKindTexts[kind]}</span>
      </a>
      {numberInList(plan)}
    </>,
    stage ? stageTexts[stage] : identity ? '–' : texts.shut,
    since ? formatDate(since) : '–',
    waits ? listed(waits) : clockTexts.listState.none,
    `${owner.unit}, ${owner.name}`,
  ];
}

/** The step that is late or soon. */
function listed({ step, state, due, moved }: ClockStep) {
  const { inList, listState } = clockTexts;
  if (state === 'late') return <strong>{listState.late(inList[step])}</strong>;
  const day = moved ?? due;
  return day ? capitalise(listState.soon(inList[step], formatDate(day))) : listState.none;
}

/** Whose plan it is, in a list: never the name of somebody with protected identity. */
function nameInList({ identity, kind }: ListedPlan): string {
  if (!identity) return planKindTexts[kind];
  return identity.protected ? texts.masked : identity.name;
}

/** Under the name, so that two of the same name are told apart. */
function numberInList({ identity }: ListedPlan) {
  if (!identity || identity.protected) return null;
  return <div class="ov-muted">{identity.number ?? planTexts.noNumber}</div>;
}

/** The plans that the unit of who acts takes part in. */
export const plansPage = new Hono<AppEnv>().get('/planer', show);
