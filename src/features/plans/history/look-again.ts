import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { mayReadOwnPlan, mayReadPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../../platform/index.ts';
import { loadPlan } from '../load-plan.ts';
import { listNews, type NewsRow, noteLook } from './history.sql.ts';

/** What is new in a plan since its reader looked the time before; `since` is undefined the first time. */
export type News = { readonly since: Temporal.Instant | undefined; readonly news: readonly NewsRow[] };

const input = z.strictObject({ plan: z.uuid() });
type Looking = UseCaseContext<z.output<typeof input>>;

async function newsFor({ tx, actor, now, input: { plan } }: Looking): Promise<News> {
  const account = getLogin(actor).account;
  const since = await noteLook(tx, plan, account, now);
  const rows = since ? await listNews(tx, plan, since, account) : [];
  // The latest of each is what there is to see.
  return { since, news: [...new Map(rows.map((one) => [`${one.what} ${one.ref}`, one])).values()] };
}

/** What others have done in a plan since the reader, of the staff, looked the time before, as far as they may read it. The log has the reading itself. Refuses `plan-not-found`. */
export const lookAgain = useCase({
  permission: 'plans.read',
  mode: 'write',
  input,
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !mayReadPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return newsFor(context);
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
    return newsFor(context);
  },
  audit: () => [],
});
