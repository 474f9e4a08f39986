import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { SummaryList } from '../../../ui/index.ts';
import { notRead } from '../../access/index.ts';
import { OwnFollowUp } from '../following/own-follow-up.tsx';
import type { ShownHandOver } from '../handing-over/load-hand-overs.ts';
import { ownPage } from '../own/own-page.tsx';
import { Name, Said } from '../own/own-parts.tsx';
import { ownRefusal } from '../own/own-refusal.tsx';
import { type Manner, mannerOf } from '../own/words/manner.ts';
import { ownPlanHref } from '../plan-href.ts';
import { readOwnPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { OwnHappeningList } from './happenings-part.tsx';
import { beforeAsked, readOwnHappenings } from './read-happenings.ts';
import { readOwnHistory, type ShownChange, type ShownDutyChange, type ShownVersion } from './read-history.ts';

async function show(c: Context<AppEnv>) {
  const id = c.req.param('id') ?? '';
  const own = await readOwnPlan(scopeOf(c), { id });
  if (isRefusal(own)) return ownRefusal(c, notRead(own, refuse('plan-not-found')), refusals);
  const found = await readOwnHistory(scopeOf(c), { id });
  if (isRefusal(found)) return ownRefusal(c, notRead(found, refuse('plan-not-found')), refusals);
  const before = beforeAsked(c.req.query('fore'));
  const all = await readOwnHappenings(scopeOf(c), { plan: id, ...(before ? { before } : {}) });
  if (isRefusal(all)) return ownRefusal(c, notRead(all, refuse('plan-not-found')), refusals);
  const manner = mannerOf(c);
  const t = manner.words.history;
  const { versions } = found.history;
  const { followUps = [], handOvers } = own.plan.following;
  return ownPage(c, {
    title: t.title,
    lead: t.lead,
    back: ownPlanHref(id),
    children: (
      <>
        {versions.length === 0 && <p>{t.none}</p>}
        {versions.toReversed().map((one) => (
          <Version one={one} manner={manner} />
        ))}
        {followUps.length > 0 && <h2>{t.after}</h2>}
        {followUps.toReversed().map((one) => (
          <OwnFollowUp plan={own.plan} one={one} manner={manner} />
        ))}
        {handOvers.all.length > 0 && <h2>{t.handOvers}</h2>}
        {handOvers.all.toReversed().map((one) => (
          <HandOver one={one} manner={manner} />
        ))}
        <OwnHappeningList
          plan={own.plan}
          happenings={all.happenings}
          here={`${ownPlanHref(id)}/historik`}
          paged={before !== undefined}
          manner={manner}
        />
      </>
    ),
  });
}

function Version({ one: { number, at, reason, goals, measures, duties }, manner }: { one: ShownVersion; manner: Manner }) {
  const t = manner.words.history;
  return (
    <section class="ov-own-card">
      <h2>{t.version(number, manner.dateTime(at))}</h2>
      {number === 1 && <p>{t.first}</p>}
      <SummaryList
        rows={[
          ...(reason ? [{ label: t.why, value: <Said voice="staff">{reason}</Said> }] : []),
          { label: t.goals, value: <Changes all={goals} t={t} show={(one) => <Changed change={one} t={t} />} /> },
          { label: t.measures, value: <Changes all={measures} t={t} show={(one) => <Changed change={one} t={t} />} /> },
          { label: t.duties, value: <Changes all={duties} t={t} show={(one) => <Duty duty={one} manner={manner} />} /> },
        ]}
      />
    </section>
  );
}

type Words = Manner['words']['history'];

function Changes<One>({ all, t, show }: { all: readonly One[] | undefined; t: Words; show: (one: One) => Child }) {
  if (!all || all.length === 0) return <span class="ov-muted">{all ? t.same : t.shut}</span>;
  return (
    <ul class="govuk-list">
      {all.map((one) => (
        <li>{show(one)}</li>
      ))}
    </ul>
  );
}

function Changed({ change: { change, before = '', now = '' }, t }: { change: ShownChange; t: Words }) {
  return (
    <>
      {`${t[change]}: `}
      <Name>{change === 'dropped' ? before : now}</Name>
      {change === 'changed' && (
        <>
          <br />
          <span class="ov-muted">
            {`${t.before}: `}
            <Name>{before}</Name>
          </span>
        </>
      )}
    </>
  );
}

function Duty({ duty: { sort, now }, manner: { words, date } }: { duty: ShownDutyChange; manner: Manner }) {
  return (
    <>
      {`${words.history.sorts[sort]}: `}
      {typeof now === 'string' ? <Name>{now}</Name> : date(now)}
    </>
  );
}

/** Who was asked to answer for the whole, and what came of it. */
function HandOver({ one, manner: { words, date, dateTime } }: { one: ShownHandOver; manner: Manner }) {
  const t = words.history;
  const { unit, organisation, at, answer, answeredAt, reason, whyNot } = one;
  return (
    <section class="ov-own-card">
      <p>
        <strong>
          <Name>{`${unit}, ${organisation}`}</Name>
        </strong>
        <br />
        {`${t.asked(date(at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate()))}.`}
        <br />
        {answer && answeredAt ? `${t.answers[answer]}, ${dateTime(answeredAt)}.` : t.waits}
      </p>
      <Said voice="staff">{reason}</Said>
      {whyNot && <Said voice="staff">{whyNot}</Said>}
    </section>
  );
}

/** What has happened in the individual's own plan: each version and what it changed, and all else. */
export const ownHistoryPage = new Hono<AppEnv>().get('/min-plan/:id/historik', show);
