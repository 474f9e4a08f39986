import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayAnswerHandOver, mayOfferHandOver } from '../../../domain/plans/following-policy.ts';
import { acceptFault, HAND_OVER_ANSWERS } from '../../../domain/plans/hand-over.ts';
import { shutTo } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, newId, type Telling, useCase } from '../../../platform/index.ts';
import { CALLED_ROLES } from '../calling/set-meeting.ts';
import { followingOf } from '../following/load-following.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts, sealed } from '../sealed.ts';
import { acceptHandOver, insertHandOverAnswer, listHandOverStaff, listHandOvers } from './hand-over.sql.ts';

/** Who can coordinate the plan in the unit of who asks, for the answer. Refuses `plan-not-found`. */
export const readHandOverStaff = useCase({
  permission: 'plans.answer-hand-over',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !mayAnswerHandOver(context.actor, loaded.reach)) return refuse('plan-not-found');
    return { loaded, staff: await listHandOverStaff(context.tx, context.input.plan) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});

/**
 * Answers the question to answer for the whole of a plan: the unit that is asked accepts, and names who of theirs coordinates from then on, or declines with a reason; those
 * who asked can take it back until then. From then on it leads the plan. The same answer once more changes nothing. Refuses `plan-not-found`,
 * `hand-over-not-found`, `hand-over-answered`, `hand-over-shut` (some of the plan is shut to the unit),
 * `hand-over-reason-missing`, `coordinator-not-in-unit`, `substitute-is-coordinator`.
 */
export const answerHandOver = useCase({
  permission: 'plans.answer-hand-over',
  mode: 'write',
  input: z.strictObject({
    plan: z.uuid(),
    handOver: z.uuid(),
    answer: z.enum(HAND_OVER_ANSWERS),
    coordinator: z.uuid().optional(),
    substitute: z.uuid().optional(),
    reason: z.string().trim().max(2000).default(''),
  }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    const { plan, handOver: id, answer, coordinator, substitute, reason } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayAnswerHandOver(actor, loaded.reach)) return refuse('plan-not-found');
    const asked = (await listHandOvers(tx, plan)).find((one) => one.id === id);
    if (!asked) return refuse('hand-over-not-found');
    const account = getLogin(actor).account;
    if (asked.answer !== null) {
      const words = asked.answer_cipher ? keys.decrypt(asked.answer_cipher, contexts.handOverAnswer(id)) : '';
      const kept = {
        by: asked.answered_by,
        answer: asked.answer,
        coordinator: asked.coordinator,
        substitute: asked.substitute,
        reason: words,
      };
      const sent = answer === 'accepted' ? { coordinator, substitute, reason: '' } : { coordinator: null, substitute: null, reason };
      return saysTheSame(kept, { by: account, answer, ...sent }) ? { loaded } : refuse('hand-over-answered');
    }
    const stands = await followingOf(context, loaded);
    if (stands.stage === 'closed') return refuse('plan-closed');
    if (answer === 'withdrawn' ? !mayOfferHandOver(actor, loaded.reach, stands) : !asked.own) return refuse('hand-over-not-found');
    if (answer === 'declined' && reason.length < 3) return refuse('hand-over-reason-missing');
    if (answer === 'accepted') {
      const shut = acceptFault(shutTo(loaded.reach));
      if (shut) return shut;
      const staff = new Set((await listHandOverStaff(tx, plan)).map((one) => one.account));
      if (coordinator === undefined || !staff.has(coordinator) || (substitute && !staff.has(substitute)))
        return refuse('coordinator-not-in-unit');
      if (coordinator === substitute) return refuse('substitute-is-coordinator');
      if (!(await acceptHandOver(tx, id, { coordinator, substitute, duties: [newId(now), newId(now)] })))
        return refuse('hand-over-answered');
    } else {
      const cipher = sealed(keys, reason, contexts.handOverAnswer(id));
      const by = { account, organisation: assignment.organisation.id, unit: assignment.unit.id };
      await insertHandOverAnswer(tx, plan, { id, answer, reason: cipher }, by, now);
    }
    const unit = answer === 'withdrawn' ? asked.unit : asked.from_unit;
    const params = { plan, organisation: assignment.organisation.id, answer };
    await record({
      kind: 'plans.answer-hand-over',
      subject: { kind: 'plan', id: plan },
      content: { answer, to: asked.organisation },
      tell: CALLED_ROLES.map((role): Telling => ({ kind: 'plan-hand-over-answered', to: { role, unit }, params })),
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
