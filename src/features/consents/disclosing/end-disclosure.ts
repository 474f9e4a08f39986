import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayEndDisclosure } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, useCase } from '../../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../../plans/index.ts';
import { contexts } from '../sealed.ts';
import { insertEnding, listDecisions } from './disclosing.sql.ts';

/**
 * Ends a decision to disclose before its time, with a reason: the parts are shut in the very next look, and what was told stays told. Once more changes nothing.
 * Refuses `plan-not-found`, `disclosure-not-found`, `disclosure-over` (its time is out already).
 */
export const endDisclosure = useCase({
  permission: 'consents.end-disclosure',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), decision: z.uuid(), reason: z.string().trim().min(5).max(1000) }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!loaded || !organisation || !mayEndDisclosure(actor, loaded.reach)) return refuse('plan-not-found');
    const decision = (await listDecisions(tx, input.plan)).find(({ id }) => id === input.decision);
    if (!decision) return refuse('disclosure-not-found');
    if (decision.ended_at) return { loaded };
    if (Temporal.Instant.compare(now, decision.until) >= 0) return refuse('disclosure-over');
    const reason = keys.encrypt(input.reason, contexts.ending(input.decision));
    const by = { account: getLogin(actor).account, organisation };
    if (!(await insertEnding(tx, { decision: input.decision, reason }, by, now))) return { loaded };
    const content = { decision: input.decision };
    await record({ kind: 'consents.end-disclosure', subject: { kind: 'plan', id: input.plan }, content });
    return { loaded };
  },
  audit: ({ plan, decision }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, decision }),
});
