import { z } from 'zod';
import { mayCall } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { listCallableUnits, listSummonses } from './calling.sql.ts';

/** The units of the county that can be called to the meeting of a plan: those that are open, are not called and do not lead it. Refuses `plan-not-found`. */
export const readUnitsToCall = useCase({
  permission: 'plans.summon',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const { tx, actor, today, input } = context;
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayCall(actor, loaded.reach)) return refuse('plan-not-found');
    const called = new Set((await listSummonses(tx, input.plan)).flatMap(({ unit }) => unit ?? []));
    const open = await listCallableUnits(tx, loaded.row.county_code, today);
    return { loaded, units: open.filter(({ id }) => !called.has(id) && !loaded.standing.units.includes(id)) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});
