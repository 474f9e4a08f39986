import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { ANNULMENTS } from '../../../domain/plans/plan-copy.ts';
import { mayAnnulCopy } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, useCase } from '../../../platform/index.ts';
import { CALLED_ROLES } from '../calling/set-meeting.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { insertAnnulment, listCopies } from './copies.sql.ts';

/**
 * Annuls a copy that went to the wrong unit, or had something wrong in it: it is shut to whoever got it from now, and they are told to destroy what was printed
 * of it. It stays in the history. Refuses `plan-not-found`, `copy-not-found`; the same once more changes nothing.
 */
export const annulCopy = useCase({
  permission: 'plans.annul-copy',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), copy: z.uuid(), reason: z.enum(ANNULMENTS) }),
  run: async (context) => {
    const { tx, actor, now, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment || !mayAnnulCopy(actor, loaded.reach)) return refuse('plan-not-found');
    const copy = (await listCopies(tx, input.plan)).find(({ id, receiver, outcome }) => {
      return id === input.copy && receiver === 'unit' && outcome === 'delivered';
    });
    if (!copy?.unit) return refuse('copy-not-found');
    if (copy.annulled) return { loaded };
    const { plan, reason } = input;
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id };
    await insertAnnulment(tx, { copy: copy.id, plan, reason }, by, now);
    const to = copy.unit;
    await record({
      kind: 'plans.annul-copy',
      subject: { kind: 'plan', id: plan },
      content: { copy: copy.id, number: copy.number, unit: to, reason },
      tell: CALLED_ROLES.map((role) => ({
        kind: 'plan-copy-annulled',
        to: { role, unit: to },
        params: { plan, number: copy.number, organisation: loaded.row.owner },
      })),
    });
    return { loaded };
  },
  audit: ({ plan, copy }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, copy }),
});
