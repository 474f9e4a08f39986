import { z } from 'zod';
import { MunicipalityCode } from '../../../domain/counties/ids.ts';
import { mayMoveMunicipality } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, useCase } from '../../../platform/index.ts';
import { countyOf } from '../../counties/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { setPlanMunicipality } from './moving.sql.ts';

/**
 * The person has moved to another municipality of the county: what is written in the plan from now follows the agreements that apply there. What is there keeps
 * the responsibilities that it has, and the plan is led by whoever leads it until somebody takes over. The same once more changes nothing. Refuses
 * `plan-not-found`, `municipality-not-found` (not of the county).
 */
export const moveMunicipality = useCase({
  permission: 'plans.move-municipality',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), municipality: MunicipalityCode }),
  run: async (context) => {
    const { tx, actor, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayMoveMunicipality(actor, loaded.reach)) return refuse('plan-not-found');
    const { county_code, municipality_code: before } = loaded.row;
    const county = await countyOf(tx, county_code);
    if (!county?.municipalities.some(({ code }) => code === input.municipality)) return refuse('municipality-not-found');
    if (before === input.municipality) return { loaded };
    if (!(await setPlanMunicipality(tx, input.plan, input.municipality))) return refuse('plan-not-found');
    await record({
      kind: 'plans.move-municipality',
      subject: { kind: 'plan', id: input.plan },
      content: { from: before, to: input.municipality },
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
