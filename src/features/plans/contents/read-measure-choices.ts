import { z } from 'zod';
import { mayReadPlan, mayWriteMeasure } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { agreementsWorkedBy } from '../../agreements/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { listParties } from '../plans.sql.ts';
import { listPlanStaff } from './contents.sql.ts';

/**
 * What a measure can be: the units that take part, those who can coordinate, and the responsibilities in the agreements that the plan's municipality works by
 * today. Refuses `plan-not-found`.
 */
export const readMeasureChoices = useCase({
  permission: 'plans.read',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const { tx, actor, today, input } = context;
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayReadPlan(actor, loaded.reach) || !mayWriteMeasure(actor, loaded.reach)) return refuse('plan-not-found');
    const worked = await agreementsWorkedBy(tx, loaded.row.county_code, loaded.row.municipality_code, today);
    const rows = worked.flatMap(({ agreement: { slug, short, responsibilities } }) =>
      responsibilities.map(({ id, activity }) => ({ slug, short, id, activity })),
    );
    return { loaded, units: await listParties(tx, input.plan), staff: await listPlanStaff(tx, input.plan), rows };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});
