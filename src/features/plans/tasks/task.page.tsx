import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { ButtonGroup, ButtonLink, formatDate, formatDateTime, NotificationBanner, Page, SummaryList, Table } from '../../../ui/index.ts';
import { notRead, refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { actingOn } from '../../forms/index.ts';
import { contentsTexts, outsideTexts } from '../contents/texts-contents.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { refusals } from '../texts-refusals.ts';
import type { ShownMove, ShownPlanTask } from './load-tasks.ts';
import { moveHref, wordsOfMove } from './task-href.ts';
import { TaskState } from './task-parts.tsx';
import { taskStateTexts, taskTexts as texts } from './texts-tasks.ts';

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.read');
  if (acting instanceof Response) return acting;
  const plan = await readPlan(scopeOf(c), c.req.param('id') ?? '');
  if (isRefusal(plan)) return refusalPage(c, notRead(plan, refuse('plan-not-found')), refusals);
  const task = plan.tasks.list.find(({ id }) => id === c.req.param('uppdrag'));
  if (!task) return refusalPage(c, refuse('task-not-found'), refusals);
  const done = texts.done[c.req.query('klart') ?? ''];
  const { requester, owner, words, open } = task;
  const unitOf = ({ name, organisation }: typeof owner) => `${name}, ${organisation.name}`;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} back={planHref(plan.id)} density="staff" wide noindex>
      {done && <NotificationBanner success>{done}</NotificationBanner>}
      {!words && <p>{texts.shutWords(requester.name, requester.organisation.name)}</p>}
      {task.forwardedFrom && <p>{texts.forwarded}</p>}
      {task.ownerClosed && !task.over && task.sides.includes('requester') && <p>{texts.closed}</p>}
      <SummaryList
        rows={[
          ...(words ? [{ label: texts.what, value: <p class="ov-lines">{words.what}</p> }] : []),
          ...(words?.message ? [{ label: texts.message, value: <p class="ov-lines">{words.message}</p> }] : []),
          { label: texts.state, value: <TaskState task={task} /> },
          { label: texts.due, value: formatDate(task.due) },
          { label: texts.from, value: unitOf(requester) },
          { label: texts.to, value: requester.id === owner.id ? texts.self : unitOf(owner) },
          ...(words ? [{ label: texts.row, value: traced(words) }] : []),
        ]}
      />
      {isChanged(plan, task) && <p>{texts.changed}</p>}
      {open.length > 0 && (
        <ButtonGroup>
          {open.map((to) => (
            <ButtonLink
              href={moveHref(task, to)}
              kind={to === (open.includes('accepted') ? 'accepted' : open[0]) ? 'primary' : 'secondary'}
            >
              {wordsOfMove(task, to).act}
            </ButtonLink>
          ))}
        </ButtonGroup>
      )}
      <h2>{texts.history}</h2>
      <Table
        caption={texts.history}
        captionHidden
        columns={[{ label: 'När' }, { label: texts.state }, { label: 'Vem' }]}
        rows={task.moves.map((move) => [formatDateTime(move.at), <Said move={move} />, `${move.unit}, ${texts.sides[move.side]}`])}
      />
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

function Said({ move: { to, right, reason } }: { move: ShownMove }) {
  return (
    <>
      {taskStateTexts[to]}
      {right && <p>{texts.right(right)}</p>}
      {reason && <p class="ov-lines">{reason}</p>}
    </>
  );
}

/** The responsibility that it realises, as it was when it was asked. */
function traced({ agreement, row, outside }: NonNullable<ShownPlanTask['words']>) {
  if (!agreement || !row) return outside ? contentsTexts.outside(outsideTexts[outside]) : '';
  return (
    <a class="govuk-link" href={`/avtal/${agreement}/ansvar#${row}`}>
      {contentsTexts.row(row)}
    </a>
  );
}

/** Is the measure worded anew since it was asked? */
function isChanged(plan: ShownPlan, { measure, words, over }: ShownPlanTask): boolean {
  const now = plan.contents.measures?.find(({ id }) => id === measure);
  return !over && words !== undefined && plan.contents.measures !== undefined && now?.number !== words.measureNumber;
}

/** A task of a plan: titled without anybody's name. */
export const taskPage = new Hono<AppEnv>().get('/planer/:id/uppdrag/:uppdrag', show);
