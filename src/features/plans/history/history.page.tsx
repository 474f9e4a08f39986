import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { formatDate, formatDateTime, Page, SummaryList } from '../../../ui/index.ts';
import { notRead, refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { OneFollowUp } from '../following/following-part.tsx';
import { HandOverList } from '../handing-over/hand-over-part.tsx';
import { handOverTexts } from '../handing-over/texts-hand-over.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { HappeningList } from './happenings-part.tsx';
import { beforeAsked, readHappenings } from './read-happenings.ts';
import { readHistory, type ShownChange, type ShownHandedOn, type ShownHistory, type ShownVersion } from './read-history.ts';
import { historyTexts as texts } from './texts-history.ts';

async function show(c: Context<AppEnv>) {
  const id = c.req.param('id') ?? '';
  const plan = await readPlan(scopeOf(c), id);
  if (isRefusal(plan)) return refusalPage(c, notRead(plan, refuse('plan-not-found')), refusals);
  const found = await readHistory(scopeOf(c), { id });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('plan-not-found')), refusals);
  const before = beforeAsked(c.req.query('fore'));
  const all = await readHappenings(scopeOf(c), { plan: id, ...(before ? { before } : {}) });
  if (isRefusal(all)) return refusalPage(c, notRead(all, refuse('plan-not-found')), refusals);
  const list = <HappeningList plan={plan} happenings={all.happenings} here={`${planHref(id)}/historik`} paged={before !== undefined} />;
  return page(c, plan, found.history, { back: planHref(id), list });
}

type Frame = { readonly back: string; readonly list: Child };

async function page(c: Context<AppEnv>, plan: ShownPlan, { versions, handedOn = [] }: ShownHistory, { back, list }: Frame) {
  const { followUps = [], handOvers } = plan.following;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={planKindTexts[plan.kind]}
      lead={texts.lead}
      back={back}
      density="staff"
      noindex
    >
      {versions.length === 0 && <p>{texts.none}</p>}
      {versions.toReversed().map((one) => (
        <Version one={one} />
      ))}
      {(followUps.length > 0 || handOvers.all.length > 0 || handedOn.length > 0) && <h2>{texts.after}</h2>}
      {followUps.toReversed().map((one) => (
        <OneFollowUp plan={plan} one={one} />
      ))}
      <HandedOn all={handedOn} />
      {handOvers.all.length > 0 && <h3>{handOverTexts.heading}</h3>}
      <HandOverList all={handOvers.all} />
      {list}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

/** The measures that other units than those of the plan have been asked to do, since those were asked by mistake. */
function HandedOn({ all }: { all: readonly ShownHandedOn[] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3>{texts.handedOnHeading}</h3>
      <ul class="govuk-list">
        {all.map(({ at, what, from, to }) => (
          <li>
            {formatDateTime(at)}: {texts.handedOn(what, from, to)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Version({ one: { number, at, reason, goals, measures, duties } }: { one: ShownVersion }) {
  return (
    <section>
      <h2>{texts.version(number, formatDateTime(at))}</h2>
      {number === 1 && <p>{texts.first}</p>}
      <SummaryList
        rows={[
          ...(reason ? [{ label: texts.why, value: <span class="ov-lines">{reason}</span> }] : []),
          { label: texts.goals, value: <Changes changes={goals?.map(inWords)} /> },
          { label: texts.measures, value: <Changes changes={measures?.map(inWords)} /> },
          {
            label: texts.duties,
            value: (
              <Changes
                changes={duties?.map(({ sort, now }) => `${texts.dutyNames[sort]}: ${typeof now === 'string' ? now : formatDate(now)}`)}
              />
            ),
          },
        ]}
      />
    </section>
  );
}

function Changes({ changes }: { changes: readonly string[] | undefined }): Child {
  if (!changes) return <span class="ov-muted">{texts.shut}</span>;
  if (changes.length === 0) return <span class="ov-muted">{texts.same}</span>;
  return (
    <ul class="govuk-list">
      {changes.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}

function inWords({ change, before = '', now = '' }: ShownChange): string {
  if (change === 'added') return texts.added(now);
  return change === 'dropped' ? texts.dropped(before) : texts.changed(before, now);
}

/** What each version of a plan changed, for staff. */
export const historyPage = new Hono<AppEnv>().get('/planer/:id/historik', show);
