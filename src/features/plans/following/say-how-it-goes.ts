import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { RESULTS } from '../../../domain/plans/follow-up.ts';
import { mayReadOwnPlan, mayWrite } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../../platform/index.ts';
import { contentsOf } from '../contents/contents.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts, sealed } from '../sealed.ts';
import { insertEvaluation, listEvaluations } from './following.sql.ts';
import { evaluationOf, followingOf } from './load-following.ts';

/**
 * The individual says, whenever they wish, how it goes with a goal or a measure in an established plan: in their own words, beside what the staff find. The same words
 * once more change nothing. Refuses `plan-not-found`, `plan-closed`, `plan-not-established`, `evaluation-of-nothing`.
 */
export const sayHowItGoes = useCase({
  permission: 'plans.write',
  mode: 'write',
  input: z.strictObject({
    plan: z.uuid(),
    about: z.enum(['goal', 'measure']),
    id: z.uuid(),
    result: z.enum(RESULTS),
    words: z.string().trim().max(2000).default(''),
  }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    const { plan, about, result, words } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    if (!loaded || !mayReadOwnPlan(actor, loaded.reach) || !mayWrite(actor, loaded.reach, 'follow-up')) return refuse('plan-not-found');
    if ((await followingOf(context, loaded)).stage === 'closed') return refuse('plan-closed');
    if (!loaded.row.established) return refuse('plan-not-established');
    const contents = await contentsOf(context, loaded);
    const holding: readonly { readonly id: string }[] = (about === 'goal' ? contents.goals : contents.measures) ?? [];
    if (!holding.some(({ id }) => id === input.id)) return refuse('evaluation-of-nothing');
    const last = (await listEvaluations(tx, plan)).findLast((one) => one.voice === 'own' && one.about_id === input.id);
    if (last && last.result === result && evaluationOf(context, last).words === words) return { loaded };
    const id = newId(now);
    const said = { id, follow_up: null, about, about_id: input.id, voice: 'own' as const, result };
    const by = { account: getLogin(actor).account, organisation: null, unit: null };
    await insertEvaluation(tx, plan, { ...said, words_cipher: sealed(keys, words, contexts.evaluation(id)) }, by, now);
    await record({ kind: 'plans.write', subject: { kind: 'plan', id: plan }, content: { evaluated: about, of: input.id } });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
