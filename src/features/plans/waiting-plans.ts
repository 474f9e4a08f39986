import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { listUnanswered } from './calling/calling.sql.ts';
import { waitingFollowUps } from './following/waiting-follow-ups.ts';
import { isLateWhoever, ledClocks } from './plan-clock.ts';
import { planHref } from './plan-href.ts';
import { listManagedSteps } from './steps.sql.ts';
import { waitingTasks } from './tasks/waiting-tasks.ts';
import { waitingTexts as texts } from './texts-clock.ts';

/** So many plans of a unit are gone through. */
const MOST = 500;

/** For the manager of a unit: how many of the plans it opened are late by so many days that a manager is shown it; else 0. */
const countLatePlans = useCase({
  permission: 'work.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today, now }) => {
    if (assignmentOf(actor)?.role !== 'unit-manager') return 0;
    const late = await Promise.all((await listManagedSteps(tx)).map((one) => isLateWhoever(tx, one, { today, now })));
    return late.filter(Boolean).length;
  },
});

/** The plans that one's own unit leads and whose next step is soon or late, without whose they are. */
const readStepsThatWait = useCase({
  permission: 'work.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async (context) => {
    const led = may(context.actor, 'plans.find') ? await ledClocks(context, MOST) : [];
    return led.flatMap(({ plan, clock }) => {
      const next = clock.find(({ state }) => state === 'late' || state === 'soon');
      return next ? { plan, next } : [];
    });
  },
});

/** What one's own unit is called to and has not answered. */
const readCallsThatWait = useCase({
  permission: 'work.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => (may(actor, 'plans.answer-summons') ? listUnanswered(tx) : []),
});

/** That they must come is law or agreement; the day to answer is chosen by those who call. */
async function callsThatWait(scope: Scope): Promise<WaitingItem[]> {
  const calls = await readCallsThatWait(scope, {});
  if (isRefusal(calls)) return [];
  return calls.map(({ plan, calledAs, reply_by: due }) => {
    const title = calledAs === 'summons' ? texts.answer : texts.answerInvitation;
    return { kind: 'answer-summons', title, href: planHref(plan), due, basis: 'routine' };
  });
}

/** What plans ask of somebody: to answer a call, the next step of those their unit leads, and for a manager how many are late. */
export async function waitingPlans(scope: Scope): Promise<readonly WaitingItem[]> {
  const [late, steps, calls] = [
    await countLatePlans(scope, {}),
    await readStepsThatWait(scope, {}),
    [...(await callsThatWait(scope)), ...(await waitingTasks(scope)), ...(await waitingFollowUps(scope))],
  ];
  const counted: WaitingItem[] =
    isRefusal(late) || late === 0 ? [] : [{ kind: 'late-plans', title: texts.lateUnit(late), href: '/arbete', basis: 'routine' }];
  if (isRefusal(steps)) return [...calls, ...counted];
  const waiting = steps.map(({ plan, next }): WaitingItem => {
    const { step, due, moved, norm } = next;
    return {
      kind: `plan-${step}`,
      title: texts.step[step],
      href: `${planHref(plan)}#tiden`,
      due: moved ?? due,
      basis: norm.limit?.basis ?? 'law',
    };
  });
  return [...calls, ...counted, ...waiting];
}
