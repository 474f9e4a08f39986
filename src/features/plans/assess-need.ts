import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { mayAssess } from '../../domain/plans/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../platform/index.ts';
import { loadPlan, lookAtPlan } from './load-plan.ts';
import { insertAssessment, listAssessments } from './plans.sql.ts';
import { contexts, sealed } from './sealed.ts';

/**
 * Says what one's own huvudman finds: is a plan needed? A yes is enough for both; a no takes a reason and stays in the plan. What was found before stays
 * beneath. Saying the same once more changes nothing. Refuses `plan-not-found`, `reason-missing`. Source: SoL 10 kap. 8 §, HSL 16 kap. 4 §.
 */
export const assessNeed = useCase({
  permission: 'plans.assess',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), needed: z.boolean(), reason: z.string().trim().max(4000).default('') }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayAssess(actor, loaded.reach)) return refuse('plan-not-found');
    if (!input.needed && input.reason.length < 3) return refuse('reason-missing');
    const { organisation, unit } = assignment;
    const before = (await listAssessments(tx, input.plan)).findLast((one) => one.organisation === organisation.id);
    const kept = before?.reason_cipher ? keys.decrypt(before.reason_cipher, contexts.assessment(before.id)) : '';
    if (before?.needed === input.needed && kept === input.reason) return { loaded };
    const id = newId(now);
    const reason = sealed(keys, input.reason, contexts.assessment(id));
    const by = { account: getLogin(actor).account, organisation: organisation.id, unit: unit.id };
    await insertAssessment(tx, { id, plan: input.plan, needed: input.needed, reason }, by, now);
    await record({ kind: 'plans.assess', subject: { kind: 'plan', id: input.plan }, content: { needed: input.needed } });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
