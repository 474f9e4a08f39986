import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { mayReadOwnPlan, mayReadPlan } from '../../domain/plans/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Scope, type Telling, useCase } from '../../platform/index.ts';
import { loadPlanCore } from './load-core.ts';
import { type Asking, type Known, loadWholePlan, lookAtPlan } from './load-plan.ts';
import { showCore } from './show-core.ts';
import { showPlan } from './show-plan.ts';

const input = z.strictObject({ id: z.uuid() });

/**
 * A plan that the reader's unit takes part in, as far as their own contact, a consent or a decision by law opens it, shown so. That of somebody with
 * protected identity is opened by an act of its own, told to the log reviewers of both huvudmen. Refuses `plan-not-found`, also when it is there and nothing
 * to the reader.
 */
export function readerOf<Loaded extends Known, Shown extends object>(
  load: (asking: Asking, id: string) => Promise<Loaded | undefined>,
  show: (asking: Asking, loaded: Loaded) => Shown | Promise<Shown>,
) {
  const readOpen = useCase({
    permission: 'plans.read',
    mode: 'read',
    input,
    run: async (context) => {
      const loaded = await load(context, context.input.id);
      if (!loaded || !mayReadPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
      return loaded.row.protection ? { loaded, plan: undefined } : { loaded, plan: await show(context, loaded) };
    },
    audit: ({ id }, answer) => lookAtPlan(id, answer?.loaded, answer && !answer.plan ? { protected: true } : {}),
  });
  const readProtected = useCase({
    permission: 'plans.read-protected',
    mode: 'write',
    input,
    run: async (context) => {
      const { actor, record } = context;
      const loaded = await load(context, context.input.id);
      if (!loaded || !mayReadPlan(actor, loaded.reach) || !loaded.row.protection) return refuse('plan-not-found');
      const { row } = loaded;
      const organisation = assignmentOf(actor)?.organisation.id ?? row.owner;
      const params = { person: row.person_id, account: getLogin(actor).account, organisation, authorised: false };
      await record({
        kind: 'plans.read-protected',
        subject: { kind: 'plan', id: row.id },
        content: {},
        tell: [...new Set([row.owner, organisation])].map(
          (receiver): Telling => ({ kind: 'protected-looked', to: { role: 'log-reviewer', organisation: receiver }, params }),
        ),
      });
      return { loaded, plan: await show(context, loaded) };
    },
    audit: ({ id }, answer) => lookAtPlan(id, answer?.loaded, { protected: true }),
  });
  return async (scope: Scope, id: string) => {
    const found = await readOpen(scope, { id });
    if (isRefusal(found)) return found;
    if (found.plan) return found.plan;
    const looked = await readProtected(scope, { id });
    return isRefusal(looked) ? looked : looked.plan;
  };
}

/** The plan for staff with all that is around it, whether the person has protected identity or not. Refuses `plan-not-found`. */
export const readPlan = readerOf(loadWholePlan, showPlan);

/** What the plan itself says, for staff: nothing more is asked of the database. Refuses `plan-not-found`. */
export const readPlanCore = readerOf(loadPlanCore, showCore);

/** The individual's own plan, all of it. Refuses `plan-not-found`. */
export const readOwnPlan = useCase({
  permission: 'plans.read-own',
  mode: 'read',
  input,
  run: async (context) => {
    const loaded = await loadWholePlan(context, context.input.id);
    if (!loaded || !mayReadOwnPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return { loaded, plan: await showPlan(context, loaded) };
  },
  audit: ({ id }, answer) => lookAtPlan(id, answer?.loaded),
});
