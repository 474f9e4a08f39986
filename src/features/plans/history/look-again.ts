import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { latestOfEach, mayKnowOf } from '../../../domain/plans/happenings.ts';
import { mayReadOwnPlan, mayReadPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../../platform/index.ts';
import { type Loaded, loadPlan } from '../load-plan.ts';
import { type HappeningRow, listHappenings, noteLook } from './history.sql.ts';

/** What is new in a plan since its reader looked the time before, the latest first and each thing once; `since` is undefined the first time. */
export type News = { readonly since: Temporal.Instant | undefined; readonly news: readonly HappeningRow[] };

const input = z.strictObject({ plan: z.uuid() });
type Looking = UseCaseContext<z.output<typeof input>>;

async function newsFor({ tx, actor, now, input: { plan } }: Looking, { reach }: Loaded): Promise<News> {
  const account = getLogin(actor).account;
  const since = await noteLook(tx, plan, account, now);
  const rows = since ? await listHappenings(tx, plan, { since, butBy: account }) : [];
  return { since, news: latestOfEach(rows.filter((one) => mayKnowOf(reach, one))) };
}

/** What others have done in a plan since the reader, of the staff, looked the time before, as far as they may read it. The log has the reading itself. Refuses `plan-not-found`. */
export const lookAgain = useCase({
  permission: 'plans.read',
  mode: 'write',
  input,
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !mayReadPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return newsFor(context, loaded);
  },
  audit: () => [],
});

/** The same for the individual, of a plan of their own. */
export const lookAgainAtOwn = useCase({
  permission: 'plans.read-own',
  mode: 'write',
  input,
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !mayReadOwnPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return newsFor(context, loaded);
  },
  audit: () => [],
});
