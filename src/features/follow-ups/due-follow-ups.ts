import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { endedPeriods } from '../../domain/agreements/execute-extension.ts';
import { mayRegister, type Owner } from '../../domain/follow-ups/policies.ts';
import { taskDay } from '../../domain/follow-ups/tasks.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { cadenceKindLabels, registerOn } from '../agreements/index.ts';
import { mayStateGround, ownerOf, type RegisteredVersion, tasksOfRegister } from './load-agreement.ts';
import { dueTexts as texts } from './texts.ts';

/** What is late or soon due and is for the body or the party that whoever asks acts in; and the extensions that they could find out about. */
const readDue = useCase({
  permission: 'follow-ups.register',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const county = assignmentOf(actor)?.county;
    const tasks = await tasksOfRegister(tx, today, today, county);
    const register = (await registerOn(tx, today)).filter(({ agreement }) => agreement.county === county);
    const owners = new Map(await Promise.all(register.map(async (found) => [found.agreement.slug, await ownerOf(tx, found)] as const)));
    const owned = ({ slug }: RegisteredVersion): Owner => owners.get(slug) ?? { county: '', parties: [] };
    const due = tasks.filter(
      ({ agreement, responsible, reading: { state } }) =>
        (state === 'overdue' || state === 'soon') && mayRegister(actor, 'follow-ups.register', owned(agreement), responsible),
    );
    const unknown = register.filter(
      ({ agreement }) =>
        mayStateGround({ actor }, agreement, owned(agreement)) &&
        endedPeriods(agreement, today).some(({ verdict }) => verdict === 'unknown'),
    );
    return { due, unknown: unknown.map(({ agreement }) => agreement) };
  },
});

/** What waits for someone among the agreements that apply. Nothing for those who follow nothing up. */
export async function dueFollowUps(scope: Scope): Promise<readonly WaitingItem[]> {
  if (!may(scope.actor, 'follow-ups.register')) return [];
  const found = await readDue(scope, {});
  if (isRefusal(found)) return [];
  const due = found.due.map((task): WaitingItem => {
    const { agreement, cadence } = task;
    const day = taskDay(task);
    return {
      kind: `${cadence.kind}-due`,
      title: texts.task(cadenceKindLabels[cadence.kind], agreement.short),
      href: `/avtal/${agreement.slug}/uppfoljning/${cadence.id}`,
      ...(day === undefined ? {} : { due: Temporal.PlainDate.from(day) }),
      basis: 'agreement',
    };
  });
  const unknown = found.unknown.map(
    ({ slug, short }): WaitingItem => ({
      kind: 'extension-unknown',
      title: texts.ground(short),
      href: `/avtal/${slug}/forlangning`,
      basis: 'agreement',
    }),
  );
  return [...due, ...unknown];
}
