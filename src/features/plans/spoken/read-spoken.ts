import { z } from 'zod';
import { mayReadSpokenPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type Look, useCase } from '../../../platform/index.ts';
import { type Asking, type Loaded, loadPlan, loadWholePlan, lookAtPlan } from '../load-plan.ts';
import { showPlan } from '../show-plan.ts';
import { listSpokenFor, type SpokenForRow } from './spoken.sql.ts';

/** Somebody whom the reader speaks for: as what and until when, and the plans about them. `name`: undefined where it is shut. */
export type SpokenFor = {
  readonly speaker: string;
  readonly as: SpokenForRow['speaks_as'];
  readonly name: string | undefined;
  readonly owner: string;
  readonly until: Temporal.Instant | undefined;
  readonly plans: readonly Pick<Loaded, 'row' | 'reach'>[];
};

/** Those whom the reader speaks for now, with their plans. What the assignment does not open is not said. */
export const readSpokenFor = useCase({
  permission: 'plans.read-spoken',
  mode: 'read',
  input: z.strictObject({}),
  run: async (context) => {
    const loaded: Loaded[] = [];
    const found: SpokenFor[] = [];
    for (const one of await listSpokenFor(context.tx)) {
      const plans = await plansOf(context, one);
      loaded.push(...plans);
      const until = plans.flatMap(({ reach }) => reach.speaks.find(({ id }) => id === one.speaker)?.until ?? [])[0];
      found.push({ speaker: one.speaker, as: one.speaks_as, name: one.name ?? undefined, owner: one.owner_name, until, plans });
    }
    return { loaded, found };
  },
  audit: (_, answer): Look[] => (answer?.loaded ?? []).flatMap((one) => lookAtPlan(one.row.id, one, { listed: true })),
});

async function plansOf(asking: Asking, { speaker, plans }: SpokenForRow): Promise<Loaded[]> {
  const loaded: Loaded[] = [];
  for (const id of plans) {
    const one = await loadPlan(asking, id);
    if (one?.reach.speaks.some((as) => as.id === speaker)) loaded.push(one);
  }
  return loaded;
}

/**
 * A plan as somebody who speaks for whose it is may read it: the parts that their custody or assignment opens now, and what they have said themselves. Refuses
 * `plan-not-found`, also when they speak for them no more.
 */
export const readSpokenPlan = useCase({
  permission: 'plans.read-spoken',
  mode: 'read',
  input: z.strictObject({ speaker: z.uuid(), plan: z.uuid() }),
  run: async (context) => {
    const { actor, input } = context;
    const loaded = await loadWholePlan(context, input.plan);
    const as = loaded?.reach.speaks.find(({ id }) => id === input.speaker);
    if (!loaded || !as || !mayReadSpokenPlan(actor, loaded.reach)) return refuse('plan-not-found');
    return { loaded, as, plan: await showPlan(context, loaded) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});
