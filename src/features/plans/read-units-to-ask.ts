import { z } from 'zod';
import { mayAskUnit } from '../../domain/plans/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { loadPlan, lookAtPlan } from './load-plan.ts';
import { listParties, listUnitsToAsk } from './plans.sql.ts';

/** The units of the county that could be asked to take part in a plan, and are not in it. Refuses `plan-not-found`. */
export const readUnitsToAsk = useCase({
  permission: 'plans.read',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const { tx, actor, today, input } = context;
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayAskUnit(actor, loaded.reach)) return refuse('plan-not-found');
    const inIt = new Set((await listParties(tx, input.plan)).map(({ unit }) => unit));
    const units = await listUnitsToAsk(tx, { county: loaded.row.county_code, today });
    return { loaded, units: units.filter(({ id }) => !inIt.has(id)) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});
