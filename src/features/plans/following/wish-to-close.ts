import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/permissions.ts';
import { mayReadOwnPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, type Telling, useCase } from '../../../platform/index.ts';
import { CALLED_ROLES } from '../calling/set-meeting.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts, sealed } from '../sealed.ts';
import { findWish, insertWish } from './following.sql.ts';
import { followingOf } from './load-following.ts';

/**
 * The individual says that they wish the plan to end, or that they no more do. Those who coordinate it are told, and close it at a follow-up or at once. The same
 * wish once more changes nothing. To make it stop for certain the yes to the plan is taken back, which is another act. Refuses `plan-not-found`, `plan-closed`.
 */
export const wishToClose = useCase({
  permission: 'plans.wish-to-close',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), wants: z.boolean(), words: z.string().trim().max(2000).default('') }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    const { plan, wants, words } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    if (!loaded || !may(actor, 'plans.wish-to-close') || !mayReadOwnPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const { stage, coordinator, substitute } = await followingOf(context, loaded);
    if (stage === 'closed') return refuse('plan-closed');
    const last = await findWish(tx, plan);
    const kept = last?.words_cipher ? keys.decrypt(last.words_cipher, contexts.closingWish(last.id)) : '';
    if ((last?.wants ?? false) === wants && kept === words) return { loaded };
    const id = newId(now);
    await insertWish(tx, plan, { id, wants, words_cipher: sealed(keys, words, contexts.closingWish(id)) }, getLogin(actor).account, now);
    const receivers: Telling['to'][] = coordinator
      ? [{ accounts: [coordinator, ...(substitute ? [substitute] : [])] }]
      : CALLED_ROLES.map((role) => ({ role, unit: loaded.row.unit_id }));
    await record({
      kind: 'plans.wish-to-close',
      subject: { kind: 'plan', id: plan },
      content: { wants },
      tell: receivers.map((to): Telling => ({ kind: 'plan-closing-wished', to, params: { plan, wants } })),
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
