import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayAskTaskOf, mayAskTasks } from '../../../domain/plans/task-policy.ts';
import { holding } from '../../../domain/plans/wordings.ts';
import { refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, newId, onConstraint, type Telling, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { CALLED_ROLES } from '../calling/set-meeting.ts';
import { findUnitKind, listMeasures, type MeasureRow } from '../contents/contents.sql.ts';
import { MeasureWords } from '../contents/contents.ts';
import { agreedTo, type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { loadTasks, type TaskWords } from './load-tasks.ts';
import { insertMove, insertTask, insertTaskWords } from './tasks.sql.ts';

const NewTask = z.strictObject({
  plan: z.uuid(),
  measure: z.uuid(),
  /** The id that the task gets: what is sent twice is asked once. */
  key: z.uuid().optional(),
  due: IsoDate,
  /** What is said to the unit beside what the measure says. */
  message: z.string().trim().max(2000).default(''),
});
type Context = UseCaseContext<z.output<typeof NewTask>>;

/**
 * Asks a unit to do a measure of a plan: the unit that the measure names, also one's own. What the measure says now, and the responsibility that it realises, are
 * copied. What the unit reads of it, consent and law say; that it is asked, by whom and until when it always sees. Refuses `plan-not-found`,
 * `measure-not-found`, `measure-not-yours` (another huvudman's, by somebody who does not lead the plan), `task-without-unit`, `person-not-asked`,
 * `task-due-past`, `task-unit-closed`, `task-asked-already`, `key-taken`. Source: Santeon, Shared Care Planning, Task.
 */
export const askTask = useCase({
  permission: 'plans.ask-task',
  mode: 'write',
  input: NewTask,
  run: async (context) => {
    const { tx, actor, today, now, input } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayAskTasks(actor, loaded.reach)) return refuse('plan-not-found');
    const tasks = await loadTasks(context, loaded);
    const before = tasks.find(({ id }) => id === input.key);
    if (before) {
      const kept = { measure: before.measure, due: before.due.toString(), message: before.words?.message };
      const sent = { measure: input.measure, due: input.due, message: input.message };
      return before.sides.includes('requester') && saysTheSame(kept, sent) ? { loaded, id: before.id } : refuse('key-taken');
    }
    const measure = holding(await listMeasures(tx, input.plan)).find(({ id }) => id === input.measure);
    if (!measure) return refuse('measure-not-found');
    const { unit, organisation } = measure;
    if (!unit || !organisation) return refuse('task-without-unit');
    if (!mayAskTaskOf(actor, loaded.reach, organisation)) return refuse('measure-not-yours');
    if (!['given', 'partly', 'cannot-consent'].includes(agreedTo(loaded, now))) return refuse('person-not-asked');
    if (input.due < today.toString()) return refuse('task-due-past');
    if ((await findUnitKind(tx, unit, today))?.organisation !== organisation) return refuse('task-unit-closed');
    if (tasks.some((one) => !one.over && one.measure === measure.id && one.owner.id === unit)) return refuse('task-asked-already');
    return ask(context, loaded, { ...measure, unit, organisation });
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

async function ask(
  { tx, actor, now, keys, input, record }: Context,
  loaded: Loaded,
  measure: MeasureRow & { readonly unit: string; readonly organisation: string },
) {
  const { plan } = input;
  const assignment = assignmentOf(actor);
  const requester = { organisation: assignment?.organisation.id ?? '', unit: assignment?.unit?.id ?? '' };
  const by = { account: getLogin(actor).account, ...requester };
  const [id, words] = [input.key ?? newId(now), newId(now)];
  const { what } = MeasureWords.parse(JSON.parse(keys.decrypt(measure.cipher, contexts.measure(measure.wording))));
  const text: z.output<typeof TaskWords> = { what, message: input.message };
  const { agreement, row, outside, wording } = measure;
  const cipher = keys.encrypt(JSON.stringify(text), contexts.task(words));
  await insertTaskWords(tx, { id: words, plan, wording, agreement, row, outside, cipher }, by, now);
  const owner = { organisation: measure.organisation, unit: measure.unit };
  const due = Temporal.PlainDate.from(input.due);
  const task = { id, plan, measure: measure.id, words, requester, owner, due, forwardedFrom: null };
  const taken = await insertTask(tx, task, by.account, now).then(
    () => undefined,
    (error: unknown) => onConstraint(error, { plan_task_pkey: refuse('key-taken') }),
  );
  if (taken) return taken;
  await insertMove(tx, { id: newId(now), task: id, plan, number: 1, from: undefined, to: 'requested', side: 'requester' }, by, now);
  await record({
    kind: 'plans.ask-task',
    subject: { kind: 'plan', id: plan },
    content: { task: id, measure: measure.id, unit: owner.unit, row, due: input.due },
    tell: owner.unit === requester.unit ? [] : tellAsked(owner.unit, { plan, task: id, organisation: requester.organisation }),
  });
  return { loaded, id };
}

/** That a unit is asked, for those of it that work with persons. */
export function tellAsked(
  unit: string,
  params: { readonly plan: string; readonly task: string; readonly organisation: string },
): Telling[] {
  return CALLED_ROLES.map((role) => ({ kind: 'plan-task-asked', to: { role, unit }, params }));
}
